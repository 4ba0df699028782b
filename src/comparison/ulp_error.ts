import { exponentOf } from "../special/_scale.ts";
import { DoubleDouble } from "../special/double_double.ts";
import type { Scaled } from "../special/exp.ts";

/**
 * How far a double is off, in units in the last place of the exact value, which is known in two
 * parts. A correctly rounded value is off by at most a half.
 *
 * @param value the double to judge
 * @param exact what it should be: in two parts, with a power of two if it may be below 1e-290
 * @returns the error with its sign; where the exact value is below the normal numbers, in steps of the
 * subnormal ones. 2⁵² or more if every digit is wrong
 *
 * @example
 * ```ts
 * import { ulpError } from "@actbook/actbook";
 * import { DoubleDouble } from "@actbook/actbook/special";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const third = DoubleDouble.quotient(1, 3);
 * assert(Math.abs(ulpError(1 / 3, third)) < 0.5);
 * assertEquals(Math.round(ulpError(0.3, third)), Math.round((0.3 - 1 / 3) / 2 ** -54));
 * ```
 */
export function ulpError(value: number, exact: Scaled | DoubleDouble): number {
  const { significand, power } = exact instanceof DoubleDouble
    ? { significand: exact, power: 0 }
    : exact;
  // In two steps, as one power of two may be out of range.
  const half = Math.trunc(power / 2);
  const scaled = value * 2 ** -half * 2 ** (half - power);
  const lowest = -1022 - power;
  const exponent = Math.max(exponentOf(significand.hi), lowest);
  return ((scaled - significand.hi) - significand.lo) / 2 ** (exponent - 52);
}
