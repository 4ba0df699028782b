/**
 * eˣ and eˣ − 1, as doubles and in two parts.
 *
 * @module
 */

import { DoubleDouble } from "./double_double.ts";
import { expm1Parts, expParts } from "./_exp_parts.ts";
import { out } from "./_out.ts";
import { scale } from "./_scale.ts";

/**
 * A number `significand · 2ᵖ`: scaling comes last, so that a subnormal result is rounded once.
 *
 * @example The parts of e⁻⁷⁴⁰, a subnormal number
 * ```ts
 * import { expScaled, scaleBy } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * const { significand, power } = expScaled(-740);
 * assertEquals(power, -1068);
 * assertEquals(scaleBy(significand, power), 4.2e-322);
 * ```
 */
export interface Scaled {
  /** From 0.99 to 2. */
  readonly significand: DoubleDouble;
  /** The power of two, a whole number. */
  readonly power: number;
}

/**
 * eˣ in two parts and a power of two: the relative error is below 2⁻⁷⁵.
 *
 * @param x from −2000 to 2000
 * @returns the parts; {@linkcode scaleBy} makes a double of a result
 *
 * @example A quotient whose parts under- and overflow
 * ```ts
 * import { expScaled, scaleBy } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * const [top, bottom] = [expScaled(-800), expScaled(-790)];
 * const quotient = top.significand.dividedBy(bottom.significand);
 * assertEquals(scaleBy(quotient, top.power - bottom.power), 0.000045399929762484854);
 * ```
 */
export function expScaled(x: DoubleDouble | number): Scaled {
  const power = typeof x === "number" ? expParts(x, 0) : expParts(x.hi, x.lo);
  return { significand: new DoubleDouble(out[0], out[1]), power };
}

/**
 * eˣ in two parts: the relative error is below 2⁻⁷⁵.
 *
 * @param x from −600 to 600, so that the low part is no subnormal number
 *
 * @example e to 22 digits
 * ```ts
 * import { expDouble } from "@actbook/actbook/special";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(expDouble(1).hi, Math.E);
 * assertAlmostEquals(expDouble(1).lo, 1.445646892e-16, 1e-22);
 * ```
 */
export function expDouble(x: DoubleDouble | number): DoubleDouble {
  const { significand, power } = expScaled(x);
  return significand.scaled(scale(1, power));
}

/**
 * eˣ − 1 in two parts: the relative error is below 2⁻⁶⁷, also for the smallest x.
 *
 * @param x from −2000 to 600
 *
 * @example (eˣ − 1)/x near 0
 * ```ts
 * import { expm1Double } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(expm1Double(1e-9).dividedBy(1e-9).toNumber(), 1.0000000005);
 * ```
 */
export function expm1Double(x: DoubleDouble | number): DoubleDouble {
  if (typeof x === "number") expm1Parts(x, 0);
  else expm1Parts(x.hi, x.lo);
  return new DoubleDouble(out[0], out[1]);
}

/**
 * x · 2ᵖ, rounded once.
 *
 * @param x a number whose magnitude is from 2⁻⁴⁰⁰ to 2⁴⁰⁰, or 0
 * @param power a whole number
 *
 * @example One rounding, also below the normal numbers
 * ```ts
 * import { scaleBy } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(scaleBy(1.5, 10), 1536);
 * assertEquals(scaleBy(1.75, -1074), 1e-323);
 * ```
 */
export function scaleBy(x: DoubleDouble | number, power: number): number {
  return scale(typeof x === "number" ? x : x.hi + x.lo, power);
}

/**
 * eˣ.
 *
 * exp(−∞) = 0, exp(∞) = ∞, exp(NaN) = NaN; ∞ above 709.7827, 0 below −745.1332.
 *
 * @param x any number
 * @returns eˣ, within 0.501 units in the last place
 *
 * @example Tails
 * ```ts
 * import { exp } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(exp(1), Math.E);
 * assertEquals(exp(-745), 5e-324);
 * assertEquals(exp(-Infinity), 0);
 * ```
 */
export function exp(x: number): number {
  if (!(Math.abs(x) < 750)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  const power = expParts(x, 0);
  return scale(out[0], power);
}

/**
 * eˣ − 1, without cancellation near 0.
 *
 * expm1(±0) = ±0, expm1(−∞) = −1, expm1(∞) = ∞, expm1(NaN) = NaN.
 *
 * @param x any number
 * @returns eˣ − 1, within 0.501 units in the last place
 *
 * @example No digit is lost near 0
 * ```ts
 * import { expm1 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(expm1(1e-10), 1.00000000005e-10);
 * assertEquals(expm1(-Infinity), -1);
 * ```
 */
export function expm1(x: number): number {
  if (!(Math.abs(x) < 700)) return x < 0 ? -1 : x > 0 ? exp(x) : x;
  if (Math.abs(x) < 2 ** -54) return x;
  expm1Parts(x, 0);
  return out[0];
}
