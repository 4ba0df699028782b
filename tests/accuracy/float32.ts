/**
 * How what `evaluate` gives for float32 compares with the correctly rounded float32:
 * `deno run -A tests/accuracy/float32.ts [--stride 1] [id…]`
 *
 * A double within an ulp of the exact value rounds to the same float32 as that, unless the middle
 * between two float32 numbers is as near. At such inputs, of which every one is counted, exact
 * values decide. `--stride n` takes every n-th float32 input; 1 takes all (minutes per function).
 *
 * @module
 */

import { parseArgs } from "node:util";
import { activations } from "../../src/activations/catalogue.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { isCovered, reference } from "./reference/reference.ts";
import { single, ulpError } from "./ulp_error.ts";

/** What was found of one order of one function. */
export interface Narrowed {
  /** How many finite float32 inputs were taken. */
  readonly inputs: number;
  /** How many results are too near to the middle to tell without exact values. */
  readonly close: number;
  /** How many float32 results are not the correctly rounded ones. */
  readonly wrong: number;
  /** The largest error of these in ulp of float32, and where; half an ulp if there are none. */
  readonly worst: { readonly x: number; readonly ulps: number };
}

/** Evaluates f (order 0), f′ (1) or f″ (2) at every `stride`-th float32 input. */
export function narrowed(id: string, order: number, stride: number): Narrowed {
  const record = activations[id];
  const f = [record, record.derivative, record.derivative.derivative][order];
  const value = new Float32Array(1);
  const bits = new Uint32Array(value.buffer);
  let inputs = 0, close = 0, wrong = 0, worst = { x: NaN, ulps: 0.5 };
  for (let pattern = 0; pattern < 2 ** 32; pattern += stride) {
    bits[0] = pattern;
    const x = value[0];
    if (!Number.isFinite(x)) continue;
    inputs++;
    const y = f(x);
    // Numbers a little below and above, whatever the sign of y.
    if (Math.fround(y * (1 - 2 ** -52)) === Math.fround(y * (1 + 2 ** -52))) continue;
    if (!isCovered(record, x)) continue;
    close++;
    const exact = reference(record, x)[order];
    if (!exact) continue;
    const { ulps } = ulpError(evaluate(f, value)[0], exact, single);
    if (ulps <= 0.5) continue;
    wrong++;
    if (ulps > worst.ulps) worst = { x, ulps };
  }
  return { inputs, close, wrong, worst };
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { stride: { type: "string", default: "1" } },
    allowPositionals: true,
  });
  for (const id of positionals.length ? positionals : Object.keys(activations)) {
    for (const order of [0, 1, 2]) {
      const { inputs, close, wrong, worst } = narrowed(id, order, Number(values.stride));
      console.log(
        `${id}${["", "′", "″"][order]}: ${inputs} inputs, ${close} near the middle, ` +
          `${wrong} not correctly rounded` +
          (wrong ? `, by ${worst.ulps - 0.5} ulp beyond a half at most, at ${worst.x}` : ""),
      );
    }
  }
}
