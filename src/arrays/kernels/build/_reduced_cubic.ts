import { CUBE, SQRT_8_OVER_PI } from "./_formulas.ts";
import { Lanes } from "./_lanes.ts";

/**
 * v = √(8/π)(u + cu³) as (n + r) ln 2, in doubles, as float32 has not digits enough for it.
 *
 * @param shift what is added to n
 * @param unit what r is multiplied by, a power of two
 * @returns n in the place of an exponent, and r
 */
export function reducedCubic(u: Lanes, shift: number, unit: number): { n: Lanes; r: Lanes } {
  const wide = (value: number) => Lanes.constant("f64", value * unit);
  const slope = wide(SQRT_8_OVER_PI / Math.LN2), cube = wide(SQRT_8_OVER_PI * CUBE / Math.LN2);
  // Adding it rounds to a whole number, which is then in the last bits.
  const rounder = wide(1.5 * 2 ** 52 + shift);
  const [low, high] = u.halves.map((half) => {
    const power = half.times(half.times(half).times(cube).plus(slope));
    const rounded = power.plus(rounder);
    return { rounded, r: power.minus(rounded.minus(rounder)) };
  });
  return {
    n: Lanes.lowWords(low.rounded, high.rounded).shifted(23),
    r: Lanes.joined(low.r, high.r),
  };
}
