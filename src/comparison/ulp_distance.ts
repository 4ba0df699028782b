import { exponentOf, powerOfTwo } from "../special/_scale.ts";
import type { Format } from "./format.ts";

/**
 * How many steps of a format lie between two values, each rounded to the format first.
 *
 * Neighbours are one step apart, also across zero; −0 and +0 are the same place, ±∞ the place after
 * the largest number. Exact up to 2⁵³ steps, beyond that (float64 only) within one rounding.
 *
 * @param a the one value
 * @param b the other value
 * @param format the format whose steps are counted
 * @returns a whole number of steps, 0 if both are NaN, ∞ if one of them is
 *
 * @example
 * ```ts
 * import { float16, float64, ulpDistance } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(ulpDistance(1, 1 + Number.EPSILON, float64), 1);
 * assertEquals(ulpDistance(1, 1 + Number.EPSILON, float16), 0);
 * assertEquals(ulpDistance(-float16.minSubnormal, float16.minSubnormal, float16), 2);
 * assertEquals(ulpDistance(-0, 0, float16), 0);
 * ```
 */
export function ulpDistance(a: number, b: number, format: Format): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Infinity;
  if (format.bits > NARROW) {
    const difference = place(a, format) - place(b, format);
    return Number(difference < 0n ? -difference : difference);
  }
  return Math.abs(narrowPlace(a, format) - narrowPlace(b, format));
}

/** Up to so many bits a double holds every place. */
const NARROW = 53;

/** The place of a value in its format's order, with 0 for both zeros. */
function place(x: number, format: Format): bigint {
  const magnitude = format.encode(Math.abs(x));
  return x < 0 ? -magnitude : magnitude;
}

/** The same without big integers, which take many times longer. */
function narrowPlace(x: number, format: Format): number {
  const value = Math.abs(format.round(x));
  const magnitude = value <= format.max ? steps(value, format) : steps(format.max, format) + 1;
  return x < 0 ? -magnitude : magnitude;
}

/** How many numbers of the format lie from 0 up to one of them. */
function steps(value: number, { precision, minExponent, minNormal, minSubnormal }: Format): number {
  if (value < minNormal) return value / minSubnormal;
  const exponent = exponentOf(value);
  const stored = precision - 1;
  return (exponent - minExponent) * powerOfTwo(stored) + value / powerOfTwo(exponent - stored);
}
