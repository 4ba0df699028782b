import { type Arithmetic, horner, LOWEST } from "./_arithmetic.ts";
import { ATANH_NARROW, EXP_NARROW, MILLS_NARROW } from "./_coefficients.ts";
import { Lanes } from "./_lanes.ts";
import { wide } from "./_wide.ts";

/**
 * Exponentials of negative numbers are computed times 2 to this: none is subnormal, and their products
 * do not overflow.
 */
const SHIFT = 42;

/** Adding it rounds to a whole number, which is then in the last bits, more by the shift. */
const ROUNDER = 1.5 * 2 ** 23 + SHIFT;
const WIDE_ROUNDER = 1.5 * 2 ** 52 + SHIFT;

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

/** eᵘ for u of either sign, ∞ and 0 beyond what float32 can hold. */
export function narrowExp(u: Lanes): Lanes {
  const { rounded, r } = reduced(u.greatest(number(LOWEST)).least(number(88.8)));
  // The shift is undone before it overflows where u > 0, after all else where not.
  const right = u.is("gt", number(0));
  const shift = Lanes.whole(SHIFT << 23);
  const kept = exponentOf(rounded).minus(shift.and(right.as("i32")));
  const value = raised(whole(r), kept);
  const unit = number(1).where(right, number(2 ** -SHIFT));
  const limit = number(Infinity).where(u.is("gt", number(88.72283172607422)), value.times(unit));
  return limit;
}

/** Quadruples of float32: four to a vector, with an error of some units in the last place. */
export const narrow: Arithmetic = {
  one: 2 ** SHIFT,
  lowest: LOWEST,
  number,
  exp: (u) => {
    const { rounded, r } = reduced(u);
    return power(r, exponentOf(rounded));
  },
  expOf: (x, argument) => {
    const halves = x.halves.map((half) => {
      const u = argument(half, wide).greatest(wide.number(LOWEST));
      const rounded = u.times(wide.number(1 / Math.LN2)).plus(wide.number(WIDE_ROUNDER));
      const n = rounded.minus(wide.number(WIDE_ROUNDER));
      return { rounded, r: u.minus(n.times(wide.number(Math.LN2))) };
    });
    const [low, high] = halves;
    const words = Lanes.lowWords(low.rounded, high.rounded);
    return power(Lanes.joined(low.r, high.r), words.shifted(23));
  },
  bellOf: (t) => {
    // The upper half of t has a square without a rounding; what that lacks is (t − upper)(t + upper).
    const upper = t.and(Lanes.whole(-(2 ** 12)));
    const u = upper.times(upper).times(number(-0.5));
    const rest = t.minus(upper).times(t.plus(upper)).times(number(-0.5));
    const rounded = u.plus(rest).times(number(1 / Math.LN2)).plus(number(ROUNDER));
    const n = rounded.minus(number(ROUNDER));
    const r = u.minus(n.times(number(LN2_HIGH))).plus(rest.minus(n.times(number(LN2_LOW))));
    return power(r, exponentOf(rounded));
  },
  expm1: (u) => {
    const { rounded, r } = reduced(u.greatest(number(-30)));
    const unit = raised(number(2 ** -SHIFT), exponentOf(rounded));
    return unit.times(less(r)).plus(unit.minus(number(1)));
  },
  log1p: (e) => {
    const twice = e.plus(e).over(e.plus(number(2 * narrow.one)));
    const s = twice.times(number(0.5));
    const square = s.times(s);
    return twice.plus(twice.times(square.times(horner(narrow, square, ATANH_NARROW))));
  },
  mills: (t) => {
    const [p, q] = MILLS_NARROW;
    return [horner(narrow, t, p), horner(narrow, t, q.map((c) => c * narrow.one))];
  },
};
