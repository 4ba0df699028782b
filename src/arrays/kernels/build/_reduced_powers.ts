import { Lanes } from "./_lanes.ts";

/**
 * Powers of two, given in doubles, as float32: 2^(n + r), |r| ≤ ½.
 *
 * @param powers the exponents, two pairs
 * @param shift what is added to n
 * @param unit what the powers are multiplied by, a power of two
 * @returns n in the place of an exponent, and r times the unit
 */
export function reducedPowers(
  powers: readonly Lanes[],
  shift: number,
  unit = 1,
): { n: Lanes; r: Lanes } {
  // Adding it rounds to a whole number, which is then in the last bits.
  const rounder = Lanes.constant("f64", (1.5 * 2 ** 52 + shift) * unit);
  const [low, high] = powers.map((power) => {
    const rounded = power.plus(rounder);
    return { rounded, r: power.minus(rounded.minus(rounder)) };
  });
  return {
    n: Lanes.lowWords(low.rounded, high.rounded).shifted(23),
    r: Lanes.joined(low.r, high.r),
  };
}
