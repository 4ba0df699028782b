/**
 * The logistic function and its second derivative.
 *
 * @module
 */

import { out } from "./_out.ts";
import { powerOfTwo } from "./_scale.ts";
import { sigmoidParts } from "./_sigmoid_parts.ts";
import { DoubleDouble } from "./double_double.ts";
import { expm1Double, expScaled, scaleBy, type Scaled } from "./exp.ts";

/**
 * σ(u) = 1/(1 + e⁻ᵘ) in two parts and a power of two: the relative error is below 2⁻⁷³.
 *
 * @param u from −2000 to 2000
 *
 * @example σ(−800), which underflows
 * ```ts
 * import { sigmoidScaled } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sigmoidScaled(-800).power, -1155);
 * assertEquals(sigmoidScaled(0).significand.toNumber(), 0.5);
 * ```
 */
export function sigmoidScaled(u: DoubleDouble | number): Scaled {
  const power = typeof u === "number" ? sigmoidParts(u, 0) : sigmoidParts(u.hi, u.lo);
  return { significand: new DoubleDouble(out[0], out[1]), power };
}

/**
 * σ″(u) · 2ˢ, where σ″(u) = −sign(u)·e(1 − e)/(1 + e)³ with e = e^(−|u|).
 *
 * @param u any number
 * @param shift a whole number s
 * @returns σ″(u)·2ˢ, within 0.51 units in the last place, also next to its zero at 0
 *
 * @example Next to the zero at 0
 * ```ts
 * import { sigmoidSecondDerivative } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sigmoidSecondDerivative(1e-9), -1.25e-10);
 * assertEquals(sigmoidSecondDerivative(1), -0.09085774767294841);
 * ```
 */
export function sigmoidSecondDerivative(u: number, shift: number = 0): number {
  if (!(Math.abs(u) < 800)) return u !== u ? NaN : 0;
  if (Math.abs(u) < 2 ** -60) return 0 - u * powerOfTwo(shift - 3);
  const { significand, power } = expScaled(-Math.abs(u));
  const difference = expm1Double(-Math.abs(u));
  const sum = significand.scaled(powerOfTwo(power)).plus(1);
  const value = significand.times(difference).dividedBy(sum.squared().times(sum));
  const magnitude = scaleBy(value, power + shift);
  return u > 0 ? magnitude : -magnitude;
}
