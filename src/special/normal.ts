/**
 * The standard normal distribution: density, cumulative probability and its logarithm.
 *
 * @module
 */

import { INVERSE_SQRT_2PI_HIGH, INVERSE_SQRT_2PI_LOW } from "./_constants.ts";
import { productError } from "./_error_free.ts";
import { DoubleDouble } from "./double_double.ts";
import type { Scaled } from "./exp.ts";
import { out } from "./_out.ts";
import { log1pParts } from "./_log_parts.ts";
import { logDouble } from "./log.ts";
import { bellParts, cdfParts, tailParts, tailRatioParts } from "./_normal_parts.ts";
import { powerOfTwo, scale } from "./_scale.ts";

/**
 * Φ(x) in two parts and a power of two: the relative error is below 2⁻⁵⁸.
 *
 * @param x from −60 to 60
 *
 * @example The parts of Φ(−40)
 * ```ts
 * import { normalCdfScaled } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * const { significand, power } = normalCdfScaled(-40);
 * assertEquals(Math.round(Math.log2(significand.hi) + power), -1161);
 * ```
 */
export function normalCdfScaled(x: DoubleDouble | number): Scaled {
  const power = typeof x === "number" ? cdfParts(x, 0) : cdfParts(x.hi, x.lo);
  return { significand: new DoubleDouble(out[0], out[1]), power };
}

/**
 * φ(x) in two parts and a power of two: the relative error is below 2⁻⁷³.
 *
 * @param x from −60 to 60
 *
 * @example φ(0) to 22 digits
 * ```ts
 * import { normalPdfScaled } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * const { significand, power } = normalPdfScaled(0);
 * assertEquals(power, 0);
 * assertEquals(significand.hi, 0.3989422804014327);
 * ```
 */
export function normalPdfScaled(x: DoubleDouble | number): Scaled {
  const power = typeof x === "number" ? bellParts(x, 0) : bellParts(x.hi, x.lo);
  const bell = new DoubleDouble(out[0], out[1]);
  const factor = new DoubleDouble(INVERSE_SQRT_2PI_HIGH, INVERSE_SQRT_2PI_LOW);
  return { significand: bell.times(factor), power };
}

/**
 * Φ(x) = ∫ φ from −∞ to x, the probability that a standard normal variable is at most x.
 *
 * Φ(−∞) = 0, Φ(0) = ½, Φ(∞) = 1, Φ(NaN) = NaN; 0 below −38.4855, 1 above 8.2924.
 *
 * @param x any number
 * @returns Φ(x), within 0.51 units in the last place
 *
 * @example Both tails
 * ```ts
 * import { normalCdf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(normalCdf(0), 0.5);
 * assertEquals(normalCdf(1.96), 0.9750021048517795);
 * assertEquals(normalCdf(-38), 2.88542835e-316);
 * ```
 */
export function normalCdf(x: number): number {
  if (!(Math.abs(x) < 40)) return x > 0 ? 1 : x < 0 ? 0 : NaN;
  const power = cdfParts(x, 0);
  return scale(out[0], power);
}

/**
 * φ(x) = e^(−x²/2)/√(2π), the density of the standard normal distribution.
 *
 * φ(±∞) = 0, φ(NaN) = NaN; 0 where |x| is above 38.5802.
 *
 * @param x any number
 * @returns φ(x), within 0.501 units in the last place
 *
 * @example Even
 * ```ts
 * import { normalPdf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(normalPdf(1), 0.24197072451914334);
 * assertEquals(normalPdf(-1), normalPdf(1));
 * ```
 */
export function normalPdf(x: number): number {
  if (!(Math.abs(x) < 40)) return x !== x ? NaN : 0;
  const power = bellParts(x, 0);
  const product = out[0] * INVERSE_SQRT_2PI_HIGH;
  const rest = productError(out[0], INVERSE_SQRT_2PI_HIGH, product) +
    (out[0] * INVERSE_SQRT_2PI_LOW + out[1] * INVERSE_SQRT_2PI_HIGH);
  return scale(product + rest, power);
}

/**
 * ln Φ(x), without underflow: −x²/2 − ln(−x√(2π)) on the far left, −Φ(−x) on the far right.
 *
 * logNormalCdf(−∞) = −∞, logNormalCdf(∞) = −0, logNormalCdf(NaN) = NaN; −∞ below −1.9e154.
 *
 * @param x any number
 * @returns ln Φ(x), within 0.51 units in the last place
 *
 * @example Where Φ itself underflows
 * ```ts
 * import { logNormalCdf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(logNormalCdf(-100), -5005.524208694205);
 * assertEquals(logNormalCdf(0), -Math.LN2);
 * ```
 */
export function logNormalCdf(x: number): number {
  if (x !== x) return NaN;
  if (x > 40) return -0;
  if (x < -1e100) return -0.5 * x * x;
  if (x <= -0.25) {
    tailRatioParts(-x, 0);
    const logarithm = logDouble(new DoubleDouble(out[0], out[1]));
    return logarithm.minus(DoubleDouble.product(x, x).scaled(0.5)).toNumber();
  }
  if (x < 0.25) {
    cdfParts(x, 0);
    return logDouble(new DoubleDouble(out[0], out[1])).toNumber();
  }
  const power = tailParts(x, 0);
  if (power < -100) return scale(-out[0], power);
  const unit = powerOfTwo(power);
  log1pParts(-out[0] * unit, -out[1] * unit);
  return out[0];
}
