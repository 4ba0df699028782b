import { type Arithmetic, horner, LOWEST } from "./_arithmetic.ts";
import { EXP_NARROW } from "./_coefficients.ts";
import { Lanes } from "./_lanes.ts";

/**
 * Exponentials of negative numbers are computed times 2 to this: none is subnormal, and their products
 * do not overflow.
 */
const SHIFT = 42;

/** Adding it rounds to a whole number, which is then in the last bits, more by the shift. */
const ROUNDER = 1.5 * 2 ** 23 + SHIFT;

/** ln 2 in two parts: whole numbers below 2¹⁵ times the first are exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.12194440054690583e-4;

const number = (value: number) => Lanes.constant("f32", Math.fround(value));

/** u = n ln 2 + r; the whole number n + SHIFT is in the last bits of `rounded`. */
function reduced(u: Lanes): { rounded: Lanes; r: Lanes } {
  const rounded = u.times(number(1 / Math.LN2)).plus(number(ROUNDER));
  const n = rounded.minus(number(ROUNDER));
  const r = u.minus(n.times(number(LN2_HIGH))).minus(n.times(number(LN2_LOW)));
  return { rounded, r };
}

/** e^r − 1. */
const less = (r: Lanes) => r.plus(r.times(r).times(horner(narrow, r, EXP_NARROW)));

/** A number times 2ⁿ. */
const raised = (value: Lanes, exponent: Lanes) => value.as("i32").plus(exponent).as("f32");

const exponentOf = (rounded: Lanes) => rounded.as("i32").shifted(23);

/** eʳ: other than in what it is less 1, no r² stands alone, which would be subnormal and so be slow. */
const whole = (r: Lanes) => horner(narrow, r, [1, 1, ...EXP_NARROW]);

/** eʳ times 2ⁿ. */
const power = (r: Lanes, exponent: Lanes) => raised(whole(r), exponent);

/** Quadruples of float32: four to a vector, with an error of some units in the last place. */
export const narrow: Arithmetic = {
  one: 2 ** SHIFT,
  lowest: LOWEST,
  number,
  exp: (u) => {
    const { rounded, r } = reduced(u);
    return power(r, exponentOf(rounded));
  },
  expm1: (u) => {
    const { rounded, r } = reduced(u.greatest(number(-30)));
    const unit = raised(number(2 ** -SHIFT), exponentOf(rounded));
    return unit.times(less(r)).plus(unit.minus(number(1)));
  },
};
