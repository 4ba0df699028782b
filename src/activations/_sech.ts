import { DoubleDouble } from "../special/double_double.ts";
import { powerOfTwo } from "../special/_scale.ts";
import { expScaled, type Scaled } from "../special/exp.ts";

/**
 * 1/cosh² x = 4e/(1 + e)² with e = e^(−2|x|), in two parts and a power of two; unlike 1 − tanh² x
 * it keeps its digits where tanh x is near 1.
 *
 * @param x any finite number or ±∞
 */
export function sechSquared(x: number): Scaled {
  const { significand, power } = expScaled(Math.max(-2 * Math.abs(x), -1900));
  const sum = power < -120 ? new DoubleDouble(1) : significand.scaled(powerOfTwo(power)).plus(1);
  return { significand: significand.dividedBy(sum.times(sum)), power: power + 2 };
}
