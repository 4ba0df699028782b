import { evaluate } from "../arrays/evaluate.ts";
import { bisect } from "../calculus/bisect.ts";
import { goldenSection } from "../calculus/golden_section.ts";
import { nextDown, nextUp } from "./next.ts";
import { float64 } from "./format.ts";
import { normalRms } from "./normal_rms.ts";
import type { RealFunction } from "../calculus/real_function.ts";

/** An error and where it occurs. */
export interface ErrorAt {
  /** The place. */
  readonly x: number;
  /** Candidate minus reference, with its sign. */
  readonly error: number;
}

/** How far a candidate is from a reference over a domain. */
export interface ErrorCurve {
  /** The error largest in size, with its sign; NaN, with the first place, if there is one. */
  readonly max: ErrorAt;
  /** Every local maximum and minimum of the error, in order of x. */
  readonly extrema: readonly ErrorAt[];
  /** Where the error crosses zero, touches it or jumps over it; not stretches of agreement. */
  readonly zeros: readonly number[];
  /** √E[error²] for x ~ N(0, 1), over the whole line. */
  readonly rmse: number;
  /** The error on the grid, for a chart. */
  readonly curve: readonly ErrorAt[];
}

/**
 * Measures candidate − reference on a grid and refines what it finds between the grid's points.
 *
 * Where both know their derivatives an extremum is the zero of the error's slope, found to the last
 * bits; otherwise a golden-section search gives half the digits of its place and all of its size.
 * Errors below eight roundings of the larger value count as zero.
 *
 * @param reference what is right
 * @param candidate what is measured
 * @param domain lowest and highest x, finite
 * @param points how many grid points, at least 3; kinks are added to them
 * @returns the largest error, extrema, zeros, RMSE under N(0, 1) and the sampled curve
 *
 * @example
 * ```ts
 * import { errorCurve } from "@actbook/actbook/comparison";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { max } = errorCurve(Math.sin, (x) => x, [0, 1], 101);
 * assertAlmostEquals(max.error, 1 - Math.sin(1));
 * ```
 */
export function errorCurve(
  reference: RealFunction,
  candidate: RealFunction,
  domain: readonly [low: number, high: number],
  points: number,
): ErrorCurve {
  const difference: Difference = {
    error: (x) => candidate(x) - reference(x),
    noise: noiseOf(reference, candidate),
    slope: slopeOf(reference, candidate),
  };
  const kinks = [...reference.kinks ?? [], ...candidate.kinks ?? []];
  const xs = grid(domain, points, kinks);
  const [right, found] = [evaluate(reference, xs), evaluate(candidate, xs)];
  const curve = xs.map((x, i) => ({ x, error: found[i] - right[i] }));
  const rmse = normalRms(difference.error, kinks);
  const undefinedAt = curve.find(({ error }) => Number.isNaN(error));
  if (undefinedAt) return { max: undefinedAt, extrema: [], zeros: [], rmse, curve };
  const turns = turningPoints(curve, difference);
  const extrema = turns.filter(({ x, error }) => Math.abs(error) > difference.noise(x));
  const max = [...curve, ...extrema].reduce((a, b) =>
    Math.abs(b.error) > Math.abs(a.error) ? b : a
  );
  return { max, extrema, zeros: zerosOf(curve, turns, difference), rmse, curve };
}

interface Difference {
  readonly error: (x: number) => number;
  /** The size up to which an error is rounding. */
  readonly noise: (x: number) => number;
  readonly slope: ((x: number) => number) | null;
}

function noiseOf(reference: RealFunction, candidate: RealFunction): (x: number) => number {
  const numerical = reference.numerical || candidate.numerical;
  const size = (x: number) => Math.max(Math.abs(reference(x)), Math.abs(candidate(x)));
  return numerical ? (x) => 1e-8 * Math.max(1, size(x)) : (x) => 8 * Number.EPSILON * size(x);
}

function slopeOf(reference: RealFunction, candidate: RealFunction): Difference["slope"] {
  const [r, c] = [reference.derivative, candidate.derivative];
  return r && c && !r.numerical && !c.numerical ? (x) => c(x) - r(x) : null;
}

/** Evenly spaced points, with both sides of every kink. */
function grid([low, high]: readonly [number, number], points: number, kinks: readonly number[]) {
  const xs = Array.from({ length: points }, (_, i) => {
    const t = i / (points - 1);
    return low * (1 - t) + high * t;
  });
  for (const kink of kinks) {
    if (kink > low && kink < high) {
      xs.push(nextDown(kink, float64), kink, nextUp(kink, float64));
    }
  }
  return [...new Set(xs)].sort((a, b) => a - b);
}

/** Where the error turns, refined between the neighbours on the grid. */
function turningPoints(curve: readonly ErrorAt[], { error, slope }: Difference): ErrorAt[] {
  const found: ErrorAt[] = [];
  for (let i = 1; i < curve.length - 1; i++) {
    const [before, here, after] = [curve[i - 1], curve[i], curve[i + 1]];
    const [rise, fall] = [here.error - before.error, here.error - after.error];
    // Of two equal values at the top only the first is taken.
    if (rise === 0 || rise * fall < 0) continue;
    if (fall === 0 && rise * (here.error - (curve[i + 2] ?? after).error) <= 0) continue;
    const sign = Math.sign(rise);
    const turns = slope !== null && slope(before.x) * slope(after.x) < 0;
    const x = turns
      ? bisect(slope, before.x, after.x)
      : goldenSection((x) => sign * error(x), before.x, after.x).x;
    const refined = { x, error: error(x) };
    found.push(sign * refined.error > sign * here.error ? refined : here);
  }
  return found;
}

function zerosOf(
  curve: readonly ErrorAt[],
  turns: readonly ErrorAt[],
  { error, noise }: Difference,
): number[] {
  const zeros: number[] = [];
  const stretch = Math.max(3, curve.length / 100);
  const certain = [...curve.keys()].filter((i) => Math.abs(curve[i].error) > noise(curve[i].x));
  for (let k = 1; k < certain.length; k++) {
    const [i, j] = [certain[k - 1], certain[k]];
    const crosses = Math.sign(curve[i].error) !== Math.sign(curve[j].error);
    const between = j - i - 1;
    if (between > stretch || (between === 0 && !crosses)) continue;
    const middle = (curve[i + 1].x + curve[j - 1].x) / 2;
    const exact = between > 1 || (between === 1 && error(middle) === 0);
    zeros.push(crosses && !exact ? bisect(error, curve[i].x, curve[j].x) : middle);
  }
  // A zero that touches between two grid points shows only as a turning point.
  const step = curve[1].x - curve[0].x;
  for (const turn of turns) {
    if (Math.abs(turn.error) > noise(turn.x)) continue;
    const inside = certain.some((i) => curve[i].x < turn.x && turn.x - curve[i].x <= step) &&
      certain.some((i) => curve[i].x > turn.x && curve[i].x - turn.x <= step);
    if (inside && !zeros.some((x) => Math.abs(x - turn.x) <= step)) zeros.push(turn.x);
  }
  return zeros.sort((a, b) => a - b);
}
