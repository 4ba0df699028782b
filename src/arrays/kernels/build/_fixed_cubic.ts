import { CUBE, SQRT_8_OVER_PI } from "./_formulas.ts";
import { Lanes } from "./_lanes.ts";

const wide = (value: number) => Lanes.constant("f64", value);

/** How many bits of the fixed-point number are behind the point. */
const BITS = 24;

/**
 * v = √(8/π)(u + cu³) as n ln 2 + r, which float32 has not digits enough for: in doubles, and then as a
 * whole number of 2⁻²⁴ ln 2.
 *
 * @param shift what is added to n, which then has 8 bits with its sign
 * @returns n in the place of an exponent, and r by its unit
 */
export function fixedCubic(u: Lanes, shift: number): { whole: Lanes; rest: Lanes; unit: number } {
  const slope = wide(SQRT_8_OVER_PI / Math.LN2), cube = wide(SQRT_8_OVER_PI * CUBE / Math.LN2);
  // Adding it rounds to such a multiple, whose 32 lower bits are then the last of the double.
  const rounder = wide(1.5 * 2 ** (52 - BITS) + shift);
  const [low, high] = u.halves.map((half) =>
    half.times(half.times(half).times(cube).plus(slope)).plus(rounder)
  );
  const fixed = Lanes.lowWords(low, high);
  const rounded = fixed.plus(Lanes.whole(2 ** (BITS - 1))).and(Lanes.whole(-(2 ** BITS)));
  return {
    whole: rounded.shiftedRight(1),
    rest: fixed.shifted(32 - BITS).converted,
    unit: Math.LN2 * 2 ** -32,
  };
}
