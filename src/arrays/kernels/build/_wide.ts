import { horner, LOWEST, type Wide } from "./_arithmetic.ts";
import { EXP2_WIDE, MILLS_WIDE } from "./_coefficients.ts";
import { Lanes } from "./_lanes.ts";

/** Adding it rounds to a whole number, which is then in the last bits. */
const ROUNDER = 1.5 * 2 ** 52;

const number = (value: number) => Lanes.constant("f64", value);

/** u = (n + r) ln 2; the whole number n is in the last bits of `rounded`. */
function reduced(u: Lanes): { rounded: Lanes; r: Lanes } {
  const power = u.times(number(1 / Math.LN2));
  const rounded = power.plus(number(ROUNDER));
  return { rounded, r: power.minus(rounded.minus(number(ROUNDER))) };
}

/** 2^r − 1. */
const less = (r: Lanes, c = EXP2_WIDE) => r.times(horner(wide, r, c));

/** A number times 2ⁿ. */
const raised = (value: Lanes, rounded: Lanes) =>
  value.as("i64").plus(rounded.as("i64").shifted(52)).as("f64");

/** eᵘ for −700 ≤ u ≤ 700. */
export function wideExp(u: Lanes, c: readonly number[] = EXP2_WIDE): Lanes {
  const { rounded, r } = reduced(u);
  return raised(less(r, c).plus(number(1)), rounded);
}

/**
 * Pairs of doubles: two to a vector, with 39 right bits and more, so that the rounding to float32 is
 * right unless it is in doubt.
 */
export const wide: Wide = {
  one: 1,
  lowest: LOWEST,
  number,
  exp: wideExp,
  expOf: (x, argument) => wideExp(argument(x, wide).greatest(number(LOWEST))),
  bellOf: (t) => wideExp(t.times(t).times(number(-0.5)).greatest(number(LOWEST))),
  expm1: (u) => {
    const { rounded, r } = reduced(u.greatest(number(LOWEST)));
    const unit = raised(number(1), rounded);
    return unit.times(less(r)).plus(unit.minus(number(1)));
  },
  mills: (t) => {
    const [p, q] = MILLS_WIDE;
    return [horner(wide, t, p), horner(wide, t, q)];
  },
};
