import { CUBE, SQRT_8_OVER_PI } from "./_formulas.ts";
import { Lanes } from "./_lanes.ts";
import { reducedPowers } from "./_reduced_powers.ts";

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
  const powers = u.halves.map((half) => half.times(half.times(half).times(cube).plus(slope)));
  return reducedPowers(powers, shift, unit);
}
