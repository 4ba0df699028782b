/**
 * Irrational numbers in two parts.
 *
 * @module
 */

import { DoubleDouble } from "./double_double.ts";
import * as parts from "./_constants.ts";

/**
 * ln 2.
 *
 * @example The upper part is the double
 * ```ts
 * import { LN_2 } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(LN_2.hi, Math.LN2);
 * ```
 */
export const LN_2: DoubleDouble = new DoubleDouble(parts.LN_2_HIGH, parts.LN_2_LOW);

/**
 * √2.
 *
 * @example Its square
 * ```ts
 * import { SQRT_2 } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(SQRT_2.squared().toNumber(), 2);
 * ```
 */
export const SQRT_2: DoubleDouble = new DoubleDouble(parts.SQRT_2_HIGH, parts.SQRT_2_LOW);

/**
 * 1/√2.
 *
 * @example The upper part is the double
 * ```ts
 * import { HALF_SQRT_2 } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(HALF_SQRT_2.hi, Math.SQRT1_2);
 * ```
 */
export const HALF_SQRT_2: DoubleDouble = new DoubleDouble(
  parts.HALF_SQRT_2_HIGH,
  parts.HALF_SQRT_2_LOW,
);

/**
 * 1/√(2π), the standard normal density at 0.
 *
 * @example The upper part
 * ```ts
 * import { INVERSE_SQRT_2PI } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(INVERSE_SQRT_2PI.hi, 0.3989422804014327);
 * ```
 */
export const INVERSE_SQRT_2PI: DoubleDouble = new DoubleDouble(
  parts.INVERSE_SQRT_2PI_HIGH,
  parts.INVERSE_SQRT_2PI_LOW,
);

/**
 * 2/√π, the slope of erf at 0.
 *
 * @example The upper part
 * ```ts
 * import { TWO_OVER_SQRT_PI } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(TWO_OVER_SQRT_PI.hi, 1.1283791670955126);
 * ```
 */
export const TWO_OVER_SQRT_PI: DoubleDouble = new DoubleDouble(
  parts.TWO_OVER_SQRT_PI_HIGH,
  parts.TWO_OVER_SQRT_PI_LOW,
);

/**
 * √(8/π), four times the standard normal density at 0.
 *
 * @example Four times the density
 * ```ts
 * import { INVERSE_SQRT_2PI, SQRT_8_OVER_PI } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(SQRT_8_OVER_PI.hi, 4 * INVERSE_SQRT_2PI.hi);
 * ```
 */
export const SQRT_8_OVER_PI: DoubleDouble = new DoubleDouble(
  parts.SQRT_8_OVER_PI_HIGH,
  parts.SQRT_8_OVER_PI_LOW,
);
