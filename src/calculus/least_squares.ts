/**
 * Nonlinear least squares by Levenberg and Marquardt.
 *
 * @module
 */

import { solveLeastSquares } from "./linear.ts";

/**
 * Residuals and their derivatives: one row per sample, one column per parameter.
 *
 * @internal
 */
export interface Residuals {
  readonly values: (p: readonly number[]) => number[];
  readonly jacobian: (p: readonly number[]) => number[][];
}

/**
 * Where the search ended.
 *
 * @internal
 */
export interface LeastSquares {
  readonly p: number[];
  /** Half the gradient's way down is below rounding. */
  readonly converged: boolean;
  readonly iterations: number;
  readonly reason?: string;
}

const square = (values: readonly number[]) => values.reduce((sum, r) => sum + r * r, 0);

/**
 * The parameters that make the sum of squares smallest near the start.
 *
 * @param residuals what to make small
 * @param start where to begin; the residuals must be finite there
 * @param limit the number of steps at which to give up
 * @internal
 */
export function leastSquares(
  residuals: Residuals,
  start: readonly number[],
  limit = 200,
): LeastSquares {
  let p = [...start];
  let values = residuals.values(p);
  let sum = square(values);
  let damping = 1e-3;
  for (let iterations = 1; iterations <= limit; iterations++) {
    const rows = residuals.jacobian(p);
    if (!rows.every((row) => row.every(Number.isFinite))) {
      return { p, converged: false, iterations, reason: "a partial derivative is not finite" };
    }
    const { conditioning } = solveLeastSquares(rows, values);
    const scales = p.map((_, j) => Math.sqrt(square(rows.map((row) => row[j]))));
    for (;;) {
      const extra = scales.map((s, j) => p.map((_, i) => i === j ? Math.sqrt(damping) * s : 0));
      const { solution } = solveLeastSquares(
        damping > 1e-14 ? [...rows, ...extra] : rows,
        damping > 1e-14 ? [...values, ...extra.map(() => 0)] : values,
      );
      const next = p.map((value, j) => value - solution[j]);
      const nextValues = residuals.values(next);
      const nextSum = square(nextValues);
      const small = solution.every((step, j) => Math.abs(step) <= 1e-13 * Math.abs(p[j]) + 1e-300);
      if (nextSum < sum) {
        const gain = (sum - nextSum) / sum;
        [p, values, sum] = [next, nextValues, nextSum];
        damping = Math.max(damping / 10, 1e-15);
        if (gain > 1e-15 && !small) break;
      } else if (!small && damping < 1e8) {
        damping *= 10;
        continue;
      }
      return conditioning > 1e-13
        ? { p: polished(residuals, p), converged: true, iterations }
        : { p, converged: false, iterations, reason: "the parameters do not act independently" };
    }
  }
  return { p, converged: false, iterations: limit, reason: `no minimum within ${limit} steps` };
}

/** The sum of squares is flat at its minimum: a few undamped steps find the zero of its gradient. */
function polished(residuals: Residuals, p: number[]): number[] {
  let last = Infinity;
  for (let i = 0; i < 4; i++) {
    const rows = residuals.jacobian(p);
    const { solution } = solveLeastSquares(rows, residuals.values(p));
    // The size of a change is what it does to the values
    const size = (by: readonly number[]) =>
      Math.hypot(...by.map((value, j) => value * Math.hypot(...rows.map((row) => row[j]))));
    const change = size(solution) / size(p);
    if (!(change < Math.min(last / 2, 1e-5))) return p;
    p = p.map((value, j) => value - solution[j]);
    last = change;
  }
  return p;
}
