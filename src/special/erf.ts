/**
 * The error function, its complement, and the complement scaled.
 *
 * @module
 */

import {
  SQRT_2_HIGH,
  SQRT_2_LOW,
  TWO_OVER_SQRT_PI_HIGH,
  TWO_OVER_SQRT_PI_LOW,
} from "./_constants.ts";
import { productError } from "./_error_free.ts";
import { DoubleDouble } from "./double_double.ts";
import { expParts } from "./_exp_parts.ts";
import { leave, out } from "./_out.ts";
import { tailRatioParts } from "./_normal_parts.ts";
import { ERF_SERIES as S } from "./_normal_table.ts";
import { powerOfTwo, scale } from "./_scale.ts";

/** Below it the series around 0 is used. */
const SERIES_END = 0.25;

/**
 * erf(x) = 2/√π ∫ e^(−s²) ds from 0 to x: the series around 0, elsewhere 1 − erfc(x).
 *
 * erf(±0) = ±0, erf(±∞) = ±1, erf(NaN) = NaN; ±1 where |x| is above 5.9216.
 *
 * @param x any number
 * @returns erf(x), within 0.55 units in the last place
 *
 * @example Odd
 * ```ts
 * import { erf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(erf(1), 0.8427007929497149);
 * assertEquals(erf(-1), -0.8427007929497149);
 * ```
 */
export function erf(x: number): number {
  if (!(Math.abs(x) < 6)) return x > 0 ? 1 : x < 0 ? -1 : NaN;
  if (Math.abs(x) < SERIES_END) {
    if (Math.abs(x) < 2 ** -400) return x === 0 ? x : erfOfTiny(x);
    erfSeriesParts(x);
    return out[0];
  }
  const unit = powerOfTwo(erfcParts(Math.abs(x)));
  const complement = out[0] * unit;
  const value = 1 - complement;
  const rest = ((1 - value) - complement) - out[1] * unit;
  return x > 0 ? value + rest : -(value + rest);
}

/**
 * erfc(x) = 1 − erf(x), without cancellation: 2e^(−x²)·R(x√2) for x > 0, with x² and x√2 in two
 * parts.
 *
 * erfc(−∞) = 2, erfc(0) = 1, erfc(∞) = 0, erfc(NaN) = NaN; 0 above 27.2263, 2 below −5.8636.
 *
 * @param x any number
 * @returns erfc(x), within 0.51 units in the last place
 *
 * @example The tail keeps its digits
 * ```ts
 * import { erfc } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(erfc(1), 0.15729920705028513);
 * assertEquals(erfc(20), 5.395865611607901e-176);
 * ```
 */
export function erfc(x: number): number {
  if (!(x > -6 && x < 28)) return x > 0 ? 0 : x < 0 ? 2 : NaN;
  if (Math.abs(x) < SERIES_END) {
    erfSeriesParts(x);
    const value = 1 - out[0];
    return value + (((1 - value) - out[0]) - out[1]);
  }
  const power = erfcParts(Math.abs(x));
  if (x > 0) return scale(out[0], power);
  const unit = powerOfTwo(power);
  const complement = out[0] * unit;
  const value = 2 - complement;
  return value + (((2 - value) - complement) - out[1] * unit);
}

/**
 * erfcx(x) = e^(x²)·erfc(x), which neither over- nor underflows for x > 0: about 1/(x√π) there.
 *
 * erfcx(−∞) = ∞, erfcx(0) = 1, erfcx(∞) = 0, erfcx(NaN) = NaN; ∞ below −26.6288.
 *
 * @param x any number
 * @returns erfcx(x), within 0.52 units in the last place
 *
 * @example Where erfc is 0 in doubles
 * ```ts
 * import { erfcx } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(erfcx(30), 0.01879588886141675);
 * ```
 */
export function erfcx(x: number): number {
  if (!(x > -27 && x < 1e100)) {
    return x > 0 ? TWO_OVER_SQRT_PI_HIGH / 2 / x : x < 0 ? Infinity : NaN;
  }
  if (x >= SERIES_END) {
    ratioParts(x);
    return 2 * out[0];
  }
  const square = DoubleDouble.product(x, x);
  const power = expParts(square.hi, square.lo);
  const growth = new DoubleDouble(out[0], out[1]);
  if (x > -SERIES_END) {
    erfSeriesParts(x);
    const complement = new DoubleDouble(1).minus(new DoubleDouble(out[0], out[1]));
    return scale(growth.times(complement).toNumber(), power);
  }
  // 2e^(x²) − erfcx(−x), where the latter is scaled as the first: both stay representable.
  ratioParts(-x);
  const mirrored = new DoubleDouble(out[0], out[1]).scaled(powerOfTwo(-power));
  return scale(2 * growth.minus(mirrored).toNumber(), power);
}

/** erf(x) where 2x/√π is a tiny number: scaled, so that nothing underflows on the way. */
function erfOfTiny(x: number): number {
  const large = x * powerOfTwo(500);
  const product = DoubleDouble.product(large, TWO_OVER_SQRT_PI_HIGH);
  return product.plus(large * TWO_OVER_SQRT_PI_LOW).toNumber() * powerOfTwo(-500);
}

/** erf(x) = out[0] + out[1], where |x| < 1/4. */
function erfSeriesParts(x: number): void {
  const y = x * x;
  const series = y *
    (S[0] + y * (S[1] + y * (S[2] + y * (S[3] + y * (S[4] + y * (S[5] + y * (S[6] +
                              y * (S[7] + y * (S[8] + y * S[9])))))))));
  const linear = x * TWO_OVER_SQRT_PI_HIGH;
  const rest = productError(x, TWO_OVER_SQRT_PI_HIGH, linear) +
    (x * TWO_OVER_SQRT_PI_LOW + linear * series);
  leave(linear, rest);
}

/** erfc(x) = (out[0] + out[1]) · 2ᵏ, where x is from 1/4 to 28; returns k. */
function erfcParts(x: number): number {
  ratioParts(x);
  const ratio = 2 * out[0];
  const ratioLow = 2 * out[1];
  const square = x * x;
  const power = expParts(-square, -productError(x, x, square));
  const product = out[0] * ratio;
  const rest = productError(out[0], ratio, product) + (out[0] * ratioLow + out[1] * ratio);
  leave(product, rest);
  return power;
}

/** erfcx(x)/2 = out[0] + out[1], where x ≥ 1/4: R at x√2. */
function ratioParts(x: number): void {
  const t = x * SQRT_2_HIGH;
  tailRatioParts(t, productError(x, SQRT_2_HIGH, t) + x * SQRT_2_LOW);
}
