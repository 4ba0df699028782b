/**
 * ln y and ln(1 + x), as doubles and in two parts.
 *
 * @module
 */

import { DoubleDouble } from "./double_double.ts";
import { LN_2 } from "./constants.ts";
import { out } from "./_out.ts";
import { log1pParts, logParts } from "./_log_parts.ts";
import { powerOfTwo } from "./_scale.ts";

/**
 * ln y in two parts: the relative error is below 2⁻⁶⁶.
 *
 * @param y a normal number above 0
 *
 * @example ln 2 to 22 digits
 * ```ts
 * import { logDouble } from "@actbook/actbook/special";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(logDouble(2).hi, Math.LN2);
 * assertAlmostEquals(logDouble(2).lo, 2.319046814e-17, 1e-22);
 * ```
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
 *
 * @example It undoes expm1Double()
 * ```ts
 * import { expm1Double, log1pDouble } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(log1pDouble(expm1Double(1e-9)).toNumber(), 1e-9);
 * ```
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
 *
 * @example Of a power of two, and of the smallest number
 * ```ts
 * import { log } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(log(2), Math.LN2);
 * assertEquals(log(5e-324), -744.4400719213812);
 * ```
 */
export function log(y: number): number {
  if (!(y > 0 && y < Infinity)) return y === 0 ? -Infinity : y > 0 ? y : NaN;
  if (y < 2 ** -1022) return logDouble(y * powerOfTwo(200)).minus(LN_2.times(200)).toNumber();
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
 *
 * @example No digit is lost near 0
 * ```ts
 * import { log1p } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(log1p(1e-10), 9.999999999500001e-11);
 * assertEquals(log1p(-1), -Infinity);
 * ```
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x > 0 ? x : NaN;
  if (Math.abs(x) < 2 ** -54) return x;
  log1pParts(x, 0);
  return out[0];
}
