/**
 * Compares what the kernels give with what is right at every float32, and keeps what was found:
 * `nice -n 19 deno run -A tests/arrays/kernels/sweep.ts [--every 251] [gelu0 tanh1 …]`
 *
 * In a short stretch of numbers a polynomial through a few values of a function, doubles of the
 * catalogue, is as good as the function. Where it says what is right whatever its error, the result has to
 * be that; elsewhere the double at the very number says it, if its error, a few ulp, cannot reach the
 * middle between two float32, and if it can, as many digits as it takes. So all 2³² inputs of a
 * function are checked in about a minute of an idle processor. "fast" is compared with "nearest".
 * Parts of up to 4096 neighbours are tried, each or with `--every` every n-th.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { activations } from "../../../src/activations/catalogue.ts";
import { originOf } from "../../../src/activations/origin.ts";
import { nearestOf } from "../../../src/arrays/_nearest.ts";
import { evaluate32 } from "../../../src/arrays/_evaluate32.ts";
import { formulas } from "../../../src/arrays/exact/_formulas.ts";
import { kernelOf, servingFor } from "../../../src/arrays/kernels/_kernel.ts";
import { MODULES } from "../../../src/arrays/kernels/_modules.ts";
import {
  bitsOf,
  check,
  compare,
  COUNT,
  distance,
  fill,
  inputs,
  keep,
  results,
} from "./_checker.ts";
import { nearTie } from "./_near_tie.ts";
import { straightSide } from "./_straight.ts";
import { type Polynomial, polynomialIn, stretches } from "./_stretches.ts";

/** What was found of one function. */
export interface Swept {
  /** At how many inputs "nearest" was compared with what is right: 2³² are all. */
  readonly checked: number;
  /** At how many it was not right. */
  readonly wrong: number;
  /** Where the double of the catalogue could not say what is right, beyond 2⁻²⁴ from 0. */
  readonly close: number;
  /** Of the first 10,000 of these the nearest to the middle of two float32 but ties: below 2ⁿ ulp. */
  readonly nearest: { readonly x: number; readonly exponent: number } | null;
  /** The largest distance of "fast" from "nearest", in ulp, and where it is so large first. */
  readonly fast: { readonly ulps: number; readonly x: number | null };
}

/** What was found of all, and the code of which kernels that was. */
export type Certificate = Readonly<Record<string, Swept & { readonly code: string }>>;

/** Where the findings are kept. */
export const certificate: URL = new URL("./certificate.json", import.meta.url);

/** The functions of the catalogue with f′ and f″, by id and order: `gelu1` is gelu′. */
export function catalogueNames(): string[] {
  return Object.keys(activations).flatMap((id) => [0, 1, 2].map((order) => `${id}${order}`)).sort();
}

/** How many inputs there are. */
export const ALL: number = 2 ** 32;

/** The SHA-256 of the modules that serve a function, as they are shipped, and of its parameters. */
export async function digestOf(name: string): Promise<string> {
  const serving = servingFor(name);
  const modules = ["nearest", "fast"].map((accuracy) => MODULES[`${serving} ${accuracy}`]);
  const { parameters } = originOf(functionNamed(name))!;
  const text = JSON.stringify([modules, parameters]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** A function of the catalogue by its id and order, `gelu1` for gelu′. */
export function functionNamed(name: string): (x: number) => number {
  const record = activations[name.slice(0, -1)];
  return [record, record.derivative, record.derivative.derivative][Number(name.slice(-1))];
}

/** A double of the catalogue, in whichever direction it errs, lies between these times itself. */
const [down, up] = [1 - 2 ** -50, 1 + 2 ** -50];

/**
 * Compares the results of a function with what is right, and "fast" with "nearest".
 *
 * @param every of the parts that the inputs are cut into, up to 4096 numbers each, every which is tried
 * @param from which is the first
 */
export function sweep(name: string, every = 1, from = 0): Swept {
  const f = functionNamed(name);
  const hasFast = kernelOf(f, "nearest")?.doubts;
  const { right, state } = judge(name);
  let checked = 0, wrong = 0, ulps = 0, worst: number | null = null;
  const judgeAt = (i: number) => {
    if (bitsOf(results[i]) !== right(inputs[i])) wrong++;
  };
  const measureAt = (i: number) => {
    const apart = distance(i);
    if (apart > ulps) [ulps, worst] = [apart, inputs[i]];
  };
  let part = 0;
  for (const { stretch, polynomialOf } of pieces(f)) {
    let polynomial: Polynomial | undefined;
    for (let start = 0; start < stretch.count; start += COUNT) {
      if (part++ % every !== from) continue;
      const count = Math.min(COUNT, stretch.count - start);
      polynomial ??= polynomialOf();
      fill(stretch.first + start, count);
      const [xs, out] = [inputs.subarray(0, count), results.subarray(0, count)];
      evaluate32(f, xs, out, "nearest");
      if (polynomial) check(count, stretch, polynomial, judgeAt);
      else for (let i = 0; i < count; i++) judgeAt(i);
      checked += count;
      if (!hasFast) continue;
      keep();
      evaluate32(f, xs, out, "fast");
      compare(count, ulps, measureAt);
    }
  }
  // A polynomial knows nothing of what a function does just at a break.
  const breaks = breaksOf(f);
  inputs.set(breaks);
  evaluate32(f, inputs, results, "nearest");
  breaks.forEach((_, i) => judgeAt(i));
  return { checked, wrong, ...state, fast: { ulps, x: worst } };
}

/** The stretches of all float32, each with a polynomial, the infinities and the many NaN. */
function* pieces(f: (x: number) => number) {
  for (const stretch of stretches()) {
    yield {
      stretch,
      polynomialOf: () => polynomialIn(f, stretch),
    };
  }
  for (const first of [0x7f800000, 0xff800000]) {
    const infinity = { first, count: 1, middle: 0, radius: 1 };
    yield { stretch: infinity, polynomialOf: () => undefined };
    const others = { ...infinity, first: first + 1, count: 2 ** 23 - 1 };
    yield { stretch: others, polynomialOf: () => ({ coefficients: [NaN], error: 0 }) };
  }
}

/** How many distances from ties are computed. */
const MOST = 10_000;

/** What says which result is right, with what it met. */
function judge(name: string) {
  const f = functionNamed(name);
  const { nearest: settle } = nearestOf(f);
  const state: { close: number; nearest: Swept["nearest"] } = { close: 0, nearest: null };
  const right = (x: number) => {
    const y = f(x);
    const [less, more] = [Math.fround(y * down), Math.fround(y * up)];
    if (Object.is(less, more)) return bitsOf(less);
    const side = straightSide(name, x, (less + more) / 2);
    if (side) return bitsOf(side > 0 ? Math.max(less, more) : Math.min(less, more));
    if (side === 0) return bitsOf(bitsOf(less) % 2 === 0 ? less : more);
    if (Math.abs(x) >= 2 ** -24 && state.close++ < MOST) {
      const exponent = nearTie(f, x, less, more);
      if (exponent > -Infinity && exponent < (state.nearest?.exponent ?? 0)) {
        state.nearest = { x, exponent };
      }
    }
    return bitsOf(settle(x));
  };
  return { right, state };
}

/** The breaks of a function, also where its record alone knows one, and their neighbours. */
function breaksOf(f: (x: number) => number): Float32Array {
  const { id, parameters } = originOf(f)!;
  const breaks = new Set([0, ...formulas[id](parameters).breaks, ...activations[id].kinks]);
  return Float32Array.from([...breaks].flatMap((at) => {
    const pattern = new Int32Array(Float32Array.of(at).buffer)[0];
    const near = pattern << 1
      ? [pattern - 1, pattern, pattern + 1]
      : [0, 1, -(2 ** 31), 1 - 2 ** 31];
    return [...new Float32Array(Int32Array.from(near).buffer)];
  }));
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { every: { type: "string", default: "1" } },
    allowPositionals: true,
  });
  for (const name of positionals.length ? positionals : catalogueNames()) {
    const code = await digestOf(name);
    const before = read()[name];
    // What was found at more numbers stays.
    if (before?.code === code && before.checked * Number(values.every) >= ALL) continue;
    const swept = sweep(name, Number(values.every));
    console.log(`${name}: ${JSON.stringify(swept)}`);
    const entries = Object.entries({ ...read(), [name]: { ...swept, code } });
    const sorted = Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1));
    const temporary = new URL(`${certificate}.${Deno.pid}`);
    Deno.writeTextFileSync(temporary, `${JSON.stringify(sorted, null, 2)}\n`);
    Deno.renameSync(temporary, certificate);
  }
}

function read(): Certificate {
  return JSON.parse(Deno.readTextFileSync(certificate));
}
