/**
 * f and f′ beside the formulas as they are usually written. An iteration is 1000 calls, at numbers
 * from −6 to 6 in no order, so that µs per iteration are ns per call.
 *
 * What to expect, and why:
 *
 * - gelu costs less than twice the usual formula, gelu′ about as much: a plain erf has an exponential,
 *   a polynomial and a quotient too; here there is no quotient, but two parts.
 * - Others cost 2 to 3.5 times the usual formula: an exponential in two parts takes three times as
 *   long as `Math.exp`, and the quotient after it is taken in two parts as well.
 * - tanh and mish are below twice: `Math.tanh` and `Math.log` are slow.
 * - geluTanh comes near 4: its argument, a cubic, has to be known to two parts, or its error times the
 *   argument would show in the left tail.
 * - mish′ comes near 4: four terms cancel next to the minimum, so it is computed with
 *   {@linkcode DoubleDouble} objects. So are most second derivatives, at 130 to 300 ns.
 */

import { activations } from "../../src/activations/catalogue.ts";
import { naive } from "./_naive.ts";

const COUNT = 1000;
const xs = Float64Array.from({ length: COUNT }, (_, i) => ((i * 7919) % COUNT) * 0.012 - 6);

/** Keeps the results, so that no call is left out. */
const sum = new Float64Array(1);

/** A loop of its own for each function, as V8 optimizes a loop for the functions it has met. */
function loop(f: (x: number) => number): () => void {
  const run = new Function("f", "xs", "let s = 0; for (const x of xs) s += f(x); return s;");
  return () => {
    sum[0] += run(f, xs);
  };
}

/** Ours beside the usual formula. */
function beside(group: string, ours: (x: number) => number, usual: (x: number) => number): void {
  Deno.bench({ name: group, group, fn: loop(ours) });
  Deno.bench({ name: `${group} naive`, group, baseline: true, fn: loop(usual) });
}

for (const [id, [f, derivative]] of Object.entries(naive)) {
  beside(id, activations[id], f);
  beside(`${id}′`, activations[id].derivative, derivative);
}
