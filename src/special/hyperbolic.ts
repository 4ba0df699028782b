/**
 * The hyperbolic functions.
 *
 * @module
 */

import { DoubleDouble } from "./double_double.ts";
import { exp, expm1Double, expScaled, scaleBy } from "./exp.ts";
import { expm1Parts } from "./_exp_parts.ts";
import { out } from "./_out.ts";
import { sumError } from "./_error_free.ts";
import { quotient } from "./_quotient.ts";
import { powerOfTwo } from "./_scale.ts";

/**
 * tanh x in two parts, −m/(m + 2) with m = e^(−2|x|) − 1: the relative error is below 2⁻⁶⁵.
 *
 * @param x from −300 to 300
 *
 * @example x − tanh x without cancellation
 * ```ts
 * import { tanhDouble } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tanhDouble(0.5).minus(0.5).toNumber(), -0.03788284273999024);
 * ```
 */
export function tanhDouble(x: DoubleDouble | number): DoubleDouble {
  const argument = DoubleDouble.of(x);
  const doubled = argument.scaled(argument.hi < 0 ? 2 : -2);
  const m = expm1Double(doubled);
  const magnitude = m.negated().dividedBy(m.plus(2));
  return argument.hi < 0 ? magnitude.negated() : magnitude;
}

/**
 * tanh x = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
 *
 * tanh(±0) = ±0, tanh(±∞) = ±1, tanh(NaN) = NaN; ±1 where |x| is above 19.0616.
 *
 * @param x any number
 * @returns tanh x, within 0.501 units in the last place
 */
export function tanh(x: number): number {
  const t = Math.abs(x);
  if (!(t < 20)) return x > 0 ? 1 : x < 0 ? -1 : NaN;
  if (t < 2 ** -28) return x;
  expm1Parts(-2 * t, 0);
  const sum = 2 + out[0];
  const magnitude = quotient(-out[0], -out[1], sum, sumError(2, out[0], sum) + out[1]);
  return x < 0 ? -magnitude : magnitude;
}

/**
 * sinh x = (eˣ − e⁻ˣ)/2.
 *
 * sinh(±0) = ±0, sinh(±∞) = ±∞, sinh(NaN) = NaN; ±∞ where |x| is above 710.4758.
 *
 * @param x any number
 * @returns sinh x, within 0.501 units in the last place
 *
 * @example Odd
 * ```ts
 * import { sinh } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sinh(1), 1.1752011936438014);
 * assertEquals(sinh(-0), -0);
 * ```
 */
export function sinh(x: number): number {
  const t = Math.abs(x);
  if (!(t < 800)) return x * Infinity;
  if (t < 2 ** -28) return x;
  if (t >= 40) return Math.sign(x) * halfExp(t);
  // With m = eᵗ − 1: (m + m/(m + 1))/2.
  const m = expm1Double(t);
  const magnitude = m.plus(m.dividedBy(m.plus(1))).toNumber() / 2;
  return x < 0 ? -magnitude : magnitude;
}

/**
 * cosh x = (eˣ + e⁻ˣ)/2.
 *
 * cosh(±0) = 1, cosh(±∞) = ∞, cosh(NaN) = NaN; ∞ where |x| is above 710.4758.
 *
 * @param x any number
 * @returns cosh x, within 0.501 units in the last place
 *
 * @example Finite a little further than exp
 * ```ts
 * import { cosh, exp } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(cosh(1), 1.5430806348152437);
 * assertEquals([exp(710), cosh(710)], [Infinity, 1.1169973830808555e308]);
 * ```
 */
export function cosh(x: number): number {
  const t = Math.abs(x);
  if (!(t < 800)) return t * Infinity;
  if (t >= 40) return halfExp(t);
  const { significand, power } = expScaled(t);
  const e = significand.scaled(powerOfTwo(power));
  return e.plus(new DoubleDouble(1).dividedBy(e)).toNumber() / 2;
}

/** eᵗ/2, which is finite a little further than eᵗ. */
function halfExp(t: number): number {
  if (t < 700) return exp(t) / 2;
  const { significand, power } = expScaled(t);
  return scaleBy(significand, power - 1);
}
