/**
 * From least squares towards minimax.
 *
 * @module
 */

import { leastSquares, type Residuals } from "../calculus/least_squares.ts";

/** Powers p of the norm Σ|e|ᵖ: the larger, the nearer to the largest error. */
const powers = [4, 8, 16, 32];

/**
 * Parameters near the minimax ones, with an error that is nearly levelled: Σ|e|ᵖ is made small for
 * rising p, each from the last. A fit that begins levelled has all its alternating extrema, and
 * Newton's method does not run away.
 *
 * @param residuals errors at sample points and their derivatives
 * @param start the least-squares fit
 */
export function nearMinimax(residuals: Residuals, start: readonly number[]): number[] {
  let p = [...start];
  for (const power of powers) {
    const scale = Math.max(...residuals.values(p).map(Math.abs));
    if (!(scale > 0)) return p;
    const weights = (values: readonly number[]) =>
      values.map((e) => Math.abs(e / scale) ** (power / 2 - 1));
    p = leastSquares(
      {
        values: (q) => {
          const values = residuals.values(q);
          const w = weights(values);
          return values.map((e, i) => w[i] * e / scale);
        },
        jacobian: (q) => {
          const w = weights(residuals.values(q));
          return residuals.jacobian(q).map((row, i) =>
            row.map((d) => power / 2 * w[i] * d / scale)
          );
        },
      },
      p,
      power === 2 ? 200 : 40,
    ).p;
  }
  return p;
}
