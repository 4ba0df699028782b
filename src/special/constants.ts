/**
 * Irrational numbers in two parts.
 *
 * @module
 */

import { DoubleDouble } from "./double_double.ts";
import * as parts from "./_constants.ts";

/** ln 2. */
export const LN_2: DoubleDouble = new DoubleDouble(parts.LN_2_HIGH, parts.LN_2_LOW);

/** √2. */
export const SQRT_2: DoubleDouble = new DoubleDouble(parts.SQRT_2_HIGH, parts.SQRT_2_LOW);

/** 1/√2. */
export const HALF_SQRT_2: DoubleDouble = new DoubleDouble(
  parts.HALF_SQRT_2_HIGH,
  parts.HALF_SQRT_2_LOW,
);

/** 1/√(2π), the standard normal density at 0. */
export const INVERSE_SQRT_2PI: DoubleDouble = new DoubleDouble(
  parts.INVERSE_SQRT_2PI_HIGH,
  parts.INVERSE_SQRT_2PI_LOW,
);

/** 2/√π, the slope of erf at 0. */
export const TWO_OVER_SQRT_PI: DoubleDouble = new DoubleDouble(
  parts.TWO_OVER_SQRT_PI_HIGH,
  parts.TWO_OVER_SQRT_PI_LOW,
);

/** √(8/π), four times the standard normal density at 0. */
export const SQRT_8_OVER_PI: DoubleDouble = new DoubleDouble(
  parts.SQRT_8_OVER_PI_HIGH,
  parts.SQRT_8_OVER_PI_LOW,
);
