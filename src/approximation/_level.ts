/**
 * Polynomials and rational functions with equal errors at given points.
 *
 * @module
 */

import { chebyshevSum, chebyshevValues } from "../calculus/chebyshev.ts";
import type { Point } from "../calculus/point.ts";
import { solveLeastSquares } from "../calculus/linear.ts";

/** P and Q as Chebyshev coefficients, and the levelled error. */
export interface Levelled {
  readonly p: number[];
  readonly q: number[];
  readonly error: number;
}

/**
 * P and Q with weighted errors ±E at the points, alternating. For a rational function E multiplies Q:
 * the equations P − (f ± E/w)·Q = 0 are solved with the E of the round before, then refined.
 */
export function level(
  target: (x: number) => number,
  weight: (x: number) => number,
  points: readonly Point[],
  [n, m]: readonly [number, number],
  toUnit: (x: number) => number,
): Levelled {
  let levelled: Levelled = { p: [], q: [1], error: 0 };
  for (let round = 0; round < (m === 0 ? 1 : 20); round++) {
    const rows = points.map(({ x, value }) => {
      const sign = Math.sign(value) / weight(x);
      const t = chebyshevValues(toUnit(x), Math.max(n, m));
      const aim = target(x) + sign * levelled.error;
      return [...t.slice(0, n + 1), ...t.slice(1, m + 1).map((v) => -aim * v), -sign];
    });
    const { solution } = solveLeastSquares(rows, points.map(({ x }) => target(x)));
    levelled = split(solution, n);
  }
  for (let round = 0; round < 4; round++) {
    levelled = refined(target, weight, points, levelled, toUnit);
  }
  return levelled;
}

/** One step of Newton's method on the errors themselves, which do not cancel as the equations do. */
function refined(
  target: (x: number) => number,
  weight: (x: number) => number,
  points: readonly Point[],
  { p, q, error }: Levelled,
  toUnit: (x: number) => number,
): Levelled {
  const right: number[] = [];
  const rows = points.map(({ x, value }) => {
    const t = toUnit(x);
    const below = chebyshevSum(q, t);
    const ratio = chebyshevSum(p, t) / below;
    const sign = Math.sign(value) / weight(x);
    right.push(target(x) + sign * error - ratio);
    const basis = chebyshevValues(t, Math.max(p.length, q.length) - 1).map((v) => v / below);
    return [...basis.slice(0, p.length), ...basis.slice(1, q.length).map((v) => -ratio * v), -sign];
  });
  const { solution } = solveLeastSquares(rows, right);
  if (!solution.every(Number.isFinite)) return { p, q, error };
  const change = split(solution, p.length - 1);
  return {
    p: p.map((c, k) => c + change.p[k]),
    q: q.map((c, k) => k === 0 ? 1 : c + change.q[k]),
    error: error + change.error,
  };
}

/** Unknowns in the order of the columns: P, Q without its first coefficient, the levelled error. */
function split(solution: readonly number[], n: number): Levelled {
  return {
    p: solution.slice(0, n + 1),
    q: [1, ...solution.slice(n + 1, -1)],
    error: solution.at(-1)!,
  };
}
