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
  const difference = ordinal(a, format) - ordinal(b, format);
  return Number(difference < 0n ? -difference : difference);
}

/** The place of a value in its format's order, with 0 for both zeros. */
function ordinal(x: number, format: Format): bigint {
  const magnitude = format.encode(Math.abs(x));
  return x < 0 ? -magnitude : magnitude;
}
