import type { Lanes } from "./_lanes.ts";

/** What the formulas of the kernels are made of, at one precision. */
export interface Arithmetic {
  /** What exponentials are multiplied by, so that none is too small: a power of two. */
  readonly one: number;
  /** The least u whose e^u counts. */
  readonly lowest: number;
  /** A number in every lane. */
  number(value: number): Lanes;
  /** e^u times one, for lowest ≤ u ≤ 0. */
  exp(u: Lanes): Lanes;
  /** e^u − 1 for u ≤ 0. */
  expm1(u: Lanes): Lanes;
}

/** What slopes take besides, in doubles. */
export interface Wide extends Arithmetic {
  /** e^u, for u = argument(x) ≤ 0; as of lowest for anything below. */
  expOf(x: Lanes, argument: (x: Lanes, doubles: Doubles) => Lanes): Lanes;
  /** e^(−t²/2), where |t| ≤ 14.75 counts. */
  bellOf(t: Lanes): Lanes;
  /** p and q with p/q = Φ(−t)/e^(−t²/2) for 0 ≤ t ≤ 14.75. */
  mills(t: Lanes): [p: Lanes, q: Lanes];
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

/** The least u whose e^u counts in float32, of which the smallest is e^−104. */
export const LOWEST = -115;
