/**
 * Minimax fits by exchange, for families that need not be linear in their parameters.
 *
 * @module
 */

import { alternating, reference } from "./_alternation.ts";
import type { Point } from "../calculus/point.ts";
import { solveLeastSquares } from "../calculus/linear.ts";

/** An error curve that depends on parameters. */
export interface ErrorCurve {
  /** The local extrema of the weighted error, in rising x; undefined if it is not finite. */
  readonly extrema: (p: readonly number[]) => Point[] | undefined;
  /** The derivatives of the weighted error at an extremum by the parameters. */
  readonly partials: (x: number, p: readonly number[]) => number[];
  /** The size of the target, against which rounding errors are judged. */
  readonly scale: number;
}

/** Where the exchange ended. */
export interface Minimax {
  readonly p: number[];
  /** Alternating extrema, one more than parameters if it converged. */
  readonly points: Point[];
  /** The largest error. */
  readonly error: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason?: string;
}

const largest = (points: readonly Point[]) =>
  points.reduce((max, { value }) => Math.max(max, Math.abs(value)), 0);
const smallest = (points: readonly Point[]) =>
  points.reduce((min, { value }) => Math.min(min, Math.abs(value)), Infinity);

/**
 * The parameters for which the n + 1 largest alternating errors are equal.
 *
 * Each step takes the present extrema as reference points and solves, to first order, for parameters
 * that level the errors there (Newton's method; the extrema move, but that matters to second order
 * only). The step is halved until the largest error falls.
 *
 * @param curve the error
 * @param start where to begin: an error with n + 1 alternating extrema, as least squares give
 * @param limit the number of exchanges at which to give up
 */
export function minimax(curve: ErrorCurve, start: readonly number[], limit = 100): Minimax {
  const wanted = start.length + 1;
  let p = [...start];
  let all = curve.extrema(p);
  if (!all) {
    const reason = "the error is not finite where the exchange begins";
    return { p, points: [], error: Infinity, iterations: 0, converged: false, reason };
  }
  for (let iterations = 0;; iterations++) {
    const error = largest(all);
    const candidates = alternating(all);
    const state = { p, error, iterations };
    if (error <= 16 * Number.EPSILON * curve.scale) {
      return { ...state, points: candidates, converged: true, reason: "the error is all rounding" };
    }
    if (candidates.length < wanted) {
      const reason = `the error alternates at ${candidates.length} points, ` +
        `where ${wanted} are needed for ${p.length} parameters`;
      return { ...state, points: candidates, converged: false, reason };
    }
    const points = reference(candidates, wanted);
    const spread = 1 - smallest(points) / error;
    const stop = (reason?: string): Minimax => ({
      ...state,
      points,
      converged: spread < 1e-7,
      ...(spread < 1e-7 ? {} : { reason }),
    });
    if (spread < 1e-13) return stop();
    if (iterations >= limit) return stop(`the errors are not levelled after ${limit} exchanges`);
    const step = newton(curve, p, points);
    if (!step) return stop("the parameters do not act independently on the error");
    const next = damped(curve, p, step, error);
    if (!next) return stop("no step along Newton's direction makes the largest error smaller");
    ({ p, all } = next);
  }
}

/** The change of the parameters that levels the errors at the points, to first order. */
function newton(
  curve: ErrorCurve,
  p: readonly number[],
  points: readonly Point[],
): number[] | undefined {
  const rows = points.map(({ x, value }) => [...curve.partials(x, p), -Math.sign(value)]);
  const { solution, conditioning } = solveLeastSquares(rows, points.map(({ value }) => -value));
  return conditioning > 1e-15 && solution.every(Number.isFinite)
    ? solution.slice(0, -1)
    : undefined;
}

/** The first of the step, its half, its quarter, … that makes the largest error smaller. */
function damped(curve: ErrorCurve, p: readonly number[], step: readonly number[], error: number) {
  for (let factor = 1; factor > 1e-6; factor /= 2) {
    const next = p.map((value, j) => value + factor * step[j]);
    const all = curve.extrema(next);
    if (all && largest(all) < error) return { p: next, all };
  }
  return undefined;
}
