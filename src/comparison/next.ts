import type { Format } from "./format.ts";

/**
 * The smallest value of a format that is greater than `x`.
 *
 * @param x any number, of the format or not
 * @param format the format to step in
 * @returns the next value up; −0 below zero, ∞ after the largest number; ∞ and NaN give themselves
 *
 * @example
 * ```ts
 * import { bfloat16, float64 } from "@actbook/actbook";
 * import { nextUp } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(nextUp(1, bfloat16), 1.0078125);
 * assertEquals(nextUp(0, float64), Number.MIN_VALUE);
 * ```
 */
export function nextUp(x: number, format: Format): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity) return -format.max;
  const rounded = format.round(x);
  if (rounded > x) return rounded;
  if (rounded === 0) return format.minSubnormal;
  const bits = format.encode(rounded);
  return format.decode(rounded > 0 ? bits + 1n : bits - 1n);
}

/**
 * The largest value of a format that is less than `x`.
 *
 * @param x any number, of the format or not
 * @param format the format to step in
 * @returns the next value down; +0 above zero, −∞ after the lowest number; −∞ and NaN give themselves
 *
 * @example
 * ```ts
 * import { bfloat16 } from "@actbook/actbook";
 * import { nextDown } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(nextDown(1, bfloat16), 0.99609375);
 * ```
 */
export function nextDown(x: number, format: Format): number {
  return -nextUp(-x, format);
}
