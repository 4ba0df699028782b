import type { Lanes } from "./_lanes.ts";

/** An exponential, which may be too small for the format that it is computed in. */
export interface Power {
  /** e^u, with fewer digits where that is subnormal. */
  readonly e: Lanes;
  /** e^u times a power of two, with all its digits: {@linkcode Arithmetic.restored} takes it away. */
  readonly scaled: Lanes;
}

/** What the formulas of the kernels are made of, at one precision. */
export interface Arithmetic {
  /** A number in every lane. */
  number(value: number): Lanes;
  /** e^u for LOWEST ≤ u ≤ 0. */
  exp(u: Lanes): Power;
  /** e^u for u = argument(x) ≤ 0, which is computed in doubles; as of LOWEST for anything below. */
  expOf(x: Lanes, argument: (x: Lanes, doubles: Doubles) => Lanes): Power;
  /** e^u − 1 for u ≤ 0. */
  expm1(u: Lanes): Lanes;
  /** ln(1 + e^u). */
  log1p(power: Power): Lanes;
  /** p and q with p/q = Φ(−t)/e^(−t²/2) for 0 ≤ t ≤ 14.75. */
  mills(t: Lanes): [p: Lanes, q: Lanes];
  /** A result without the power of two of a {@linkcode Power}. */
  restored(value: Lanes): Lanes;
  /** y with the sign of x where y is 0, if it may have underflowed to that. */
  withZeroSign(y: Lanes, x: Lanes): Lanes;
}

/** What an argument in doubles is made of. */
export type Doubles = Pick<Arithmetic, "number">;

/** Σ cₖ xᵏ. */
export function horner({ number }: Doubles, x: Lanes, c: readonly number[]): Lanes {
  return c.slice(0, -1).reduceRight(
    (sum, coefficient) => sum.times(x).plus(number(coefficient)),
    number(c[c.length - 1]),
  );
}

/** The least u whose e^u counts: the smallest float32 is e^−104. */
export const LOWEST = -115;
