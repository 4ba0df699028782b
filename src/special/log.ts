/**
 * ln y and ln(1 + x), as doubles and in two parts.
 *
 * @module
 */

import { DoubleDouble } from "./double_double.ts";
import { LN_2 } from "./constants.ts";
import { out } from "./_exp_parts.ts";
import { log1pParts, logParts } from "./_log_parts.ts";

/**
 * ln y in two parts: the relative error is below 2⁻⁶⁶.
 *
 * @param y a normal number above 0
 */
export function logDouble(y: DoubleDouble | number): DoubleDouble {
  if (typeof y === "number") logParts(y, 0);
  else logParts(y.hi, y.lo);
  return new DoubleDouble(out[0], out[1]);
}

/**
 * ln(1 + x) in two parts: the relative error is below 2⁻⁶⁶, also for the smallest x.
 *
 * @param x above −1
 */
export function log1pDouble(x: DoubleDouble | number): DoubleDouble {
  if (typeof x === "number") log1pParts(x, 0);
  else log1pParts(x.hi, x.lo);
  return new DoubleDouble(out[0], out[1]);
}

/**
 * ln y.
 *
 * log(±0) = −∞, log(1) = 0, log(∞) = ∞, log(NaN) = NaN; NaN below 0.
 *
 * @param y any number
 * @returns ln y, within 0.501 units in the last place
 */
export function log(y: number): number {
  if (!(y > 0 && y < Infinity)) return y === 0 ? -Infinity : y > 0 ? y : NaN;
  if (y < 2 ** -1022) return logDouble(y * 2 ** 200).minus(LN_2.times(200)).toNumber();
  logParts(y, 0);
  return out[0];
}

/**
 * ln(1 + x), without cancellation near 0.
 *
 * log1p(±0) = ±0, log1p(−1) = −∞, log1p(∞) = ∞, log1p(NaN) = NaN; NaN below −1.
 *
 * @param x any number
 * @returns ln(1 + x), within 0.501 units in the last place
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x > 0 ? x : NaN;
  if (Math.abs(x) < 2 ** -54) return x;
  log1pParts(x, 0);
  return out[0];
}
