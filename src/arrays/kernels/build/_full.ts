import { type Arithmetic, horner, type Wide } from "./_arithmetic.ts";
import { ATANH_FULL, EXP_FULL, MILLS_FULL } from "./_coefficients.ts";
import { Lanes } from "./_lanes.ts";

/** Adding it rounds to a whole number, which is then in the last bits. */
const ROUNDER = 1.5 * 2 ** 52;

/** ln 2 in two parts: whole numbers below 2¹¹ times the first are exact. */
const LN2_HIGH = 6.93147180369123816490e-01;
const LN2_LOW = 1.90821492927058770002e-10;

/** The least u whose e^u is no subnormal double. */
const LOWEST = -708;

const number = (value: number) => Lanes.constant("f64", value);

/** u + low = n ln 2 + r; the whole number n is in the last bits of `rounded`. */
function reduced(u: Lanes, low?: Lanes): { rounded: Lanes; r: Lanes } {
  const near = u.greatest(number(LOWEST)).least(number(-LOWEST));
  const rounded = near.times(number(1 / Math.LN2)).plus(number(ROUNDER));
  const n = rounded.minus(number(ROUNDER));
  const first = near.minus(n.times(number(LN2_HIGH)));
  const rest = n.times(number(LN2_LOW));
  return { rounded, r: first.minus(low ? rest.minus(low) : rest) };
}

/** e^r − 1. */
const less = (r: Lanes) => r.plus(r.times(r).times(horner(full, r, EXP_FULL)));

const raised = (value: Lanes, rounded: Lanes) =>
  value.as("i64").plus(rounded.as("i64").shifted(52)).as("f64");

/** e^(u + low) for u from −708 to 708; beyond, as there. */
export function fullExp(u: Lanes, low?: Lanes): Lanes {
  const { rounded, r } = reduced(u, low);
  return raised(less(r).plus(number(1)), rounded);
}

/** Pairs of doubles for double results: an error of some units in the last place. */
export const full: Arithmetic & Pick<Wide, "bellOf" | "mills"> & {
  /** ln(1 + e) */
  log1p(e: Lanes): Lanes;
} = {
  one: 1,
  lowest: LOWEST,
  number,
  exp: (u) => fullExp(u),
  bellOf: (t) => {
    const square = t.times(t);
    const half = number(-0.5);
    return fullExp(square.times(half), squareError(t, square).times(half));
  },
  expm1: (u) => {
    const { rounded, r } = reduced(u);
    const unit = raised(number(1), rounded);
    return unit.times(less(r)).plus(unit.minus(number(1)));
  },
  log1p: (e) => {
    const s = e.over(e.plus(number(2)));
    const square = s.times(s);
    const twice = s.plus(s);
    return twice.plus(twice.times(square.times(horner(full, square, ATANH_FULL))));
  },
  mills: (t) => {
    const [p, q] = MILLS_FULL;
    return [horner(full, t, p), horner(full, t, q)];
  },
};

/** What rounding takes from a square, by halves of the factor whose products are exact. */
export function squareError(t: Lanes, square: Lanes): Lanes {
  const scaled = t.times(number(2 ** 27 + 1));
  const high = scaled.minus(scaled.minus(t));
  const low = t.minus(high);
  const middle = high.times(low);
  return high.times(high).minus(square).plus(middle.plus(middle)).plus(low.times(low));
}
