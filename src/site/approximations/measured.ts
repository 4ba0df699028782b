/**
 * What a candidate comes to: its largest error, and how far off it is in three
 * arithmetics.
 *
 * @module
 */

import type { Activation } from "../../activations/activation.ts";
import { gelu } from "../../activations/gelu.ts";
import { compileExpression } from "../../approximation/evaluate_expression.ts";
import type { Expression } from "../../approximation/expression.ts";
import { proveError } from "../../approximation/proof/prove_error.ts";
import { withLimits } from "../../approximation/_with_limits.ts";
import { errorCurve } from "../../comparison/error_curve.ts";
import { finiteValues } from "../../comparison/finite_values.ts";
import { formatNamed } from "../../comparison/float_format.ts";
import { ulpDistance } from "../../comparison/ulp_distance.ts";
import { inArithmetic } from "../../workbench/in_arithmetic.ts";
import type { Candidate } from "./candidate.ts";
import { formulaOf } from "./replacements.ts";

/** The arithmetics that are tried. */
export const formats = ["float32", "float16", "bfloat16"] as const;

/** How far off a candidate is where every operation is rounded. */
export interface InFormat {
  /** The largest distance from the correctly rounded value, in numbers of the format. */
  readonly ulps: number;
  readonly at: number;
  /** The largest error, over max(1, |x|). */
  readonly error: number;
  /** How many inputs were tried: of a format of 16 bits every one. */
  readonly inputs: number;
}

/** A bound of the error that was proved. */
export interface Proved {
  readonly upper: number;
  readonly domain: readonly [number, number];
}

/** What a candidate comes to. */
export interface Measured {
  /** The largest error with real numbers, over its domain. */
  readonly error: number;
  readonly at: number;
  readonly proved?: Proved;
  readonly formats: Readonly<Record<typeof formats[number], InFormat>>;
}

/** A formula as a fit with numbers in it, as the workbench takes it. */
export const asFit = (title: string, expression: Expression) => ({
  family: { title, expression },
  parameters: {},
});

/** Everything about a candidate. */
export function measured(f: Activation, candidate: Candidate): Measured {
  const proved = provedFor(f, candidate);
  return {
    ...largestError(f, candidate),
    ...proved ? { proved } : {},
    formats: Object.fromEntries(
      formats.map((format) => [format, inFormat(f, candidate, format)]),
    ) as Measured["formats"],
  };
}

/** Beyond this a function has its limits, or follows its line. */
const FAR = 24;
const POINTS = 4801;

/** The largest error with real numbers, and where. */
export function largestError(
  f: Activation,
  { expression, kinks, domain = [-Infinity, Infinity] }: Candidate,
): { error: number; at: number } {
  const compiled = compileExpression(expression);
  const candidate = Object.assign(withLimits((x) => compiled(x, {})), { kinks });
  const inside = [Math.max(domain[0], -FAR), Math.min(domain[1], FAR)] as const;
  const { max } = errorCurve(f, candidate, inside, POINTS);
  const far = Array.from({ length: 40 }, (_, k) => FAR * 1.5 ** k)
    .flatMap((x) => [-x, x])
    .filter((x) => x >= domain[0] && x <= domain[1])
    .map((x) => ({ x, error: candidate(x) - f(x) }))
    // What is rounded away of a large value is no error.
    .filter(({ x, error }) => Math.abs(error) > 1e-12 * Math.abs(x));
  const worst = [max, ...far].reduce((a, b) => Math.abs(b.error) > Math.abs(a.error) ? b : a);
  return { error: Math.abs(worst.error), at: worst.x };
}

/** Up to here errors are proved. */
const PROVED = 16;

/** Bounds of the error that hold between the points too, where the target has a formula for them. */
export function provedFor(
  f: Activation,
  { title, expression, kinks, domain = [-Infinity, Infinity], kind }: Candidate,
): Proved | undefined {
  if (kind === "itself") return undefined;
  const target = f.id === "gelu" ? gelu : formulaOf(f);
  if (!target) return undefined;
  const inside = [Math.max(domain[0], -PROVED), Math.min(domain[1], PROVED)] as const;
  try {
    const { upper, converged } = proveError(asFit(title, expression), target, {
      domain: inside,
      kinks: [...kinks, ...f.kinks],
      tolerance: 0.01,
      stretches: 40_000,
    });
    return converged ? { upper, domain: inside } : undefined;
  } catch (error) {
    // Roots and logarithms are not proved.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** How many inputs of float32 are tried. */
const SAMPLES = 100_000;

/** How far off a candidate is in an arithmetic. */
export function inFormat(
  f: Activation,
  { title, expression, domain = [-Infinity, Infinity] }: Candidate,
  name: typeof formats[number],
): InFormat {
  const format = formatNamed(name);
  const kernel = inArithmetic({ ...asFit(title, expression), target: f }, { format: name });
  const { xs, values } = exactly(f, name, domain);
  let [ulps, at, error] = [0, 0, 0];
  for (let k = 0; k < xs.length; k++) {
    const [x, exact] = [xs[k], values[k]];
    const [found, right] = [kernel(x), format.round(exact)];
    if (Object.is(found, right) || found === right) continue;
    const off = Math.abs(found - exact) / Math.max(1, Math.abs(x));
    // NaN is as wrong as can be; a result that overflows as the right one does was equal.
    error = Math.max(error, Number.isNaN(off) ? Infinity : off);
    const steps = ulpDistance(found, right, format);
    if (steps > ulps) [ulps, at] = [steps, x];
  }
  return { ulps, at, error, inputs: xs.length };
}

/** What was worked out last in each format: the candidates of a function share it. */
const known = new Map<string, { f: Activation; domain: string; xs: number[]; values: number[] }>();

/** The inputs of a format, and what is right there. */
function exactly(f: Activation, name: typeof formats[number], domain: readonly [number, number]) {
  const before = known.get(name);
  if (before?.f === f && before.domain === `${domain}`) return before;
  const xs = [...inputsOf(name, domain)];
  const found = { f, domain: `${domain}`, xs, values: xs.map((x) => f(x)) };
  known.set(name, found);
  return found;
}

function* inputsOf(
  name: typeof formats[number],
  [from, to]: readonly [number, number],
): Generator<number> {
  const format = formatNamed(name);
  const [low, high] = [Math.max(from, -format.max), Math.min(to, format.max)];
  if (format.bits <= 16) return yield* finiteValues(format, [low, high]);
  const largest = format.encode(format.max);
  const step = largest / BigInt(SAMPLES / 2) + 1n;
  for (let bits = 0n; bits <= largest; bits += step) {
    const x = format.decode(bits);
    if (x <= high) yield x;
    if (-x >= low) yield -x;
  }
  const [left, right] = [Math.max(low, -12), Math.min(high, 12)];
  for (let k = 0; k < SAMPLES; k++) {
    yield format.round(left + (right - left) * k / (SAMPLES - 1));
  }
}
