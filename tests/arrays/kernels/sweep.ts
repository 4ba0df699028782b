/**
 * Compares what the kernels give with the exact values at every float32, and keeps what was found:
 * `nice -n 19 deno run -A tests/arrays/kernels/sweep.ts [--stride 1] [gelu0 tanh1 …]`
 *
 * For "nearest", the double of the catalogue says what is right where its error, a few ulp, cannot
 * reach the middle between two float32; elsewhere exact values say it, with as many digits as it
 * takes. `--stride n` tries every n-th bit pattern so. "fast" is compared with "nearest", all 2³².
 * A function takes some minutes of an idle processor.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { activations } from "../../../src/activations/catalogue.ts";
import { originOf } from "../../../src/activations/origin.ts";
import { nearestOf } from "../../../src/arrays/_nearest.ts";
import { evaluate } from "../../../src/arrays/evaluate.ts";
import { kernelFunctions } from "../../../src/arrays/kernels/build/_build_kernels.ts";
import { kernelNames, servingFor } from "../../../src/arrays/kernels/_kernel.ts";

/** What was found of one function. */
export interface Swept {
  /** "nearest" against exact values. */
  readonly nearest: {
    /** Every which bit pattern was tried. */
    readonly stride: number;
    /** Results that were not right. */
    readonly wrong: number;
    /** Results where the double of the catalogue could not say what is right. */
    readonly close: number;
  };
  /** The largest distance of "fast" from "nearest", in ulp, where, and every which was tried. */
  readonly fast: { readonly stride: number; readonly ulps: number; readonly x: number | null };
}

/** What was found of all, and the code of which kernels that was. */
export type Certificate = Readonly<Record<string, Swept & { readonly code: string }>>;

/** The SHA-256 of the kernels of a function, and of what it takes from elsewhere: its parameters. */
export async function digestOf(name: string): Promise<string> {
  const kernels = kernelFunctions().filter((kernel) =>
    kernel.name.split(" ")[0] === servingFor(name)
  );
  const { parameters } = originOf(functionNamed(name))!;
  const text = JSON.stringify([kernels, parameters]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** Where the findings are kept. */
export const certificate: URL = new URL("./certificate.json", import.meta.url);

const BLOCK = 2 ** 18;
const up = 1 + 2 ** -50;
const down = 1 - 2 ** -50;

/** A function of the catalogue by its id and order, `gelu1` for gelu′. */
export function functionNamed(name: string): (x: number) => number {
  const record = activations[name.slice(0, -1)];
  return [record, record.derivative, record.derivative.derivative][Number(name.slice(-1))];
}

/** Compares "nearest" with exact values at every `stride`-th bit pattern. */
export function sweepNearest(name: string, stride: number): Swept["nearest"] {
  const f = functionNamed(name);
  const { nearest } = nearestOf(f);
  const single = new Float32Array(1);
  const bits = new Int32Array(single.buffer);
  let wrong = 0, close = 0;
  for (const { xs, foundBits } of blocks(f, stride)) {
    for (let i = 0; i < xs.length; i++) {
      const y = f(xs[i]);
      single[0] = y * down;
      const low = bits[0];
      single[0] = y * up;
      if (bits[0] !== low) {
        close++;
        single[0] = nearest(xs[i]);
      }
      if (foundBits[i] !== (y === y ? bits[0] : NAN)) wrong++;
    }
  }
  return { stride, wrong, close };
}

/** Compares "fast" with "nearest" at every `stride`-th bit pattern. */
export function sweepFast(name: string, stride: number): Swept["fast"] {
  const f = functionNamed(name);
  let ulps = 0, worst = null;
  for (const { xs, foundBits } of blocks(f, stride)) {
    const fast = new Int32Array(evaluate(f, xs, { accuracy: "fast" }).buffer);
    for (let i = 0; i < xs.length; i++) {
      if (fast[i] === foundBits[i]) continue;
      const apart = distance(foundBits[i], fast[i]);
      if (apart > ulps) [ulps, worst] = [apart, xs[i]];
    }
  }
  return { stride, ulps, x: worst };
}

/** The bit pattern of the NaN that is given for any. */
const NAN = 0x7fc00000;

/** Inputs by bit pattern, with the bit patterns of what "nearest" gives. */
function* blocks(f: (x: number) => number, stride: number) {
  for (let start = 0; start < 2 ** 32; start += stride * BLOCK) {
    const count = Math.min(BLOCK, Math.ceil((2 ** 32 - start) / stride));
    const patterns = new Int32Array(count);
    for (let i = 0; i < count; i++) patterns[i] = start + i * stride;
    const xs = new Float32Array(patterns.buffer);
    yield { xs, foundBits: new Int32Array(evaluate(f, xs).buffer) };
  }
}

/** How many float32 lie between two, of which one is the other's neighbour; ∞ across a sign or NaN. */
function distance(a: number, b: number): number {
  if ((a < 0) !== (b < 0)) return Infinity;
  const [p, q] = [a & 0x7fffffff, b & 0x7fffffff];
  return Math.max(p, q) > 0x7f800000 ? Infinity : Math.abs(p - q);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { stride: { type: "string", default: "1" }, fast: { type: "string", default: "1" } },
    allowPositionals: true,
  });
  for (const name of positionals.length ? positionals : kernelNames()) {
    const code = await digestOf(name);
    const all: Certificate = JSON.parse(Deno.readTextFileSync(certificate));
    const before = all[name]?.code === code ? all[name] : undefined;
    const nearest = better(before?.nearest, Number(values.stride), sweepNearest, name);
    const fast = better(before?.fast, Number(values.fast), sweepFast, name);
    console.log(`${name}: ${JSON.stringify({ nearest, fast })}`);
    const now: Certificate = JSON.parse(Deno.readTextFileSync(certificate));
    const entries = Object.entries({ ...now, [name]: { nearest, fast, code } });
    const sorted = Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1));
    const temporary = new URL(`${certificate}.${Deno.pid}`);
    Deno.writeTextFileSync(temporary, `${JSON.stringify(sorted, null, 2)}\n`);
    Deno.renameSync(temporary, certificate);
  }
}

/** What was found before, if as much was tried, or what is found now. */
function better<T extends { readonly stride: number }>(
  before: T | undefined,
  stride: number,
  sweep: (name: string, stride: number) => T,
  name: string,
): T {
  return before && before.stride <= stride ? before : sweep(name, stride);
}
