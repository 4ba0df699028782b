/**
 * ln y and ln(1 + x) in two parts: the one place where a logarithm is computed.
 *
 * y = 2ᵏ·m with m from 0.7 to 1.42, and a short number c ≈ 1/m from the table, so that r = m·c − 1
 * is exact and |r| < 2⁻⁷; ln y = k·ln 2 − ln c + ln(1 + r). Where m is next to 1, c is 1, so the
 * relative error is below 2⁻⁶⁷ everywhere.
 *
 * Source: P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE
 * floating-point arithmetic", ACM TOMS 16, 1990.
 *
 * @module
 */

import { sumError, upperHalf } from "./_error_free.ts";
import { leave } from "./_out.ts";
import { FIRST, LN2_HIGH, LN2_LOW, RECIPROCALS } from "./_log_table.ts";
import { exponentOf, powerOfTwo } from "./_scale.ts";

/**
 * ln(y + yLow) = out[0] + out[1].
 *
 * @param y a normal number above 0
 * @param yLow a correction, at most a unit in the last place of y
 */
export function logParts(y: number, yLow: number): void {
  let power = exponentOf(y);
  let unit = powerOfTwo(-power);
  if (y * unit > 1.4142) {
    power++;
    unit *= 0.5;
  }
  const m = y * unit;
  const row = 3 * (Math.round(m * 128) - FIRST);
  const c = RECIPROCALS[row];

  // Both products and the difference are exact: c has 12 bits.
  const mHigh = upperHalf(m);
  const coarse = mHigh * c - 1;
  const fine = (m - mHigh) * c;
  const r = coarse + fine;
  const rLow = sumError(coarse, fine, r) + yLow * unit * c;

  const shift = power * LN2_HIGH;
  const logC = RECIPROCALS[row + 1];
  const base = shift + logC;
  const baseLow = sumError(shift, logC, base) + (RECIPROCALS[row + 2] + power * LN2_LOW);
  addLog1p(base, baseLow, r, rLow);
}

/**
 * ln(1 + x + xLow) = out[0] + out[1], with a small relative error down to the smallest x.
 *
 * @param x above −1
 * @param xLow a correction, at most a unit in the last place of x
 */
export function log1pParts(x: number, xLow: number): void {
  if (Math.abs(x) < 2 ** -8) return addLog1p(0, 0, x, xLow);
  const y = 1 + x;
  logParts(y, sumError(1, x, y) + xLow);
}

/** base + baseLow + ln(1 + r + rLow), |r| < 2⁻⁷: r and the square of its upper half are exact. */
function addLog1p(base: number, baseLow: number, r: number, rLow: number): void {
  const rHigh = upperHalf(r);
  const square = -0.5 * rHigh * rHigh;
  const squareRest = -0.5 * (r - rHigh) * (r + rHigh);
  const cube = r * r * r *
    (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8 -
                          r * (1 / 9 - r * (1 / 10 - r / 11))))))));
  const first = base + r;
  const firstLow = sumError(base, r, first);
  const sum = first + square;
  const rest = sumError(first, square, sum) + firstLow +
    (cube + squareRest + (baseLow + (rLow - rLow * (r - r * r))));
  leave(sum, rest);
}
