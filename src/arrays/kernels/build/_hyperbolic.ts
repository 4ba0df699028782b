/**
 * Formulas in doubles of functions made of tanh, which is minus/plus of e^(2x) − 1 and e^(2x) + 1.
 *
 * @module
 */

import { horner } from "./_arithmetic.ts";
import { TANH_REST } from "./_coefficients.ts";
import { type Formula, signed } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";
import { less, parts } from "./_near.ts";
import { wide } from "./_wide.ts";

const { number } = wide;

/** From where on tanh x is ±1, and where sech² x is too small for float32. */
const FLAT = 25, END = 57.5;

/** Both with a common factor, and e^(2x) times its square. */
interface Ratio {
  readonly minus: Lanes;
  readonly plus: Lanes;
  readonly e: Lanes;
}

/** For |x| up to an end, beyond as there. */
function tanhOf(x: Lanes, end: number): Ratio {
  const { unit, c, r } = parts(x.greatest(number(-end)).least(number(end)), 2);
  return { ...less({ unit, c, r }), e: c.plus(r).times(c.minus(r)).times(unit) };
}

/** By the name of the function and its order. */
export const hyperbolic: Readonly<Record<string, Formula>> = {
  /** tanh x + x sech² x, as sech² x = 4e/(e + 1)². */
  lisht1: (_, x) => {
    const near = x.greatest(number(-FLAT)).least(number(FLAT));
    const { minus, plus, e } = tanhOf(near, FLAT);
    const bend = near.times(number(4)).times(e);
    return { y: minus.times(plus).plus(bend).over(plus.times(plus)) };
  },
  /** 2 sech² x (1 − x tanh x) */
  lisht2: (_, x) => {
    const t = x.magnitude.least(number(END));
    const { minus, plus, e } = tanhOf(t, END);
    const weight = e.times(number(8)).over(plus.times(plus).times(plus));
    const [steady, falling] = [plus, t.times(minus)];
    return {
      y: weight.times(steady.minus(falling)),
      size: weight.times(steady.plus(falling)),
    };
  },

  /** x − tanh x; below 1, where the difference would lose digits, t³ times a quotient of polynomials. */
  tanhShrink0: (_, x) => {
    const t = x.magnitude;
    const { minus, plus } = tanhOf(t, FLAT);
    // From 2²⁴ on t − 1 is in the middle of two float32 or near to one; as tanh t < 1, t is nearest.
    const tanh = minus.and(t.is("le", number(2 ** 24)));
    const square = t.times(t);
    const [p, q] = TANH_REST.map((c) => horner(wide, square, c));
    const near = t.is("lt", number(1));
    const top = t.times(square).times(p).where(near, t.times(plus).minus(tanh));
    return { y: signed(wide, top.over(q.where(near, plus)), x) };
  },
  tanhShrink1: (_, x) => {
    const { minus, plus } = tanhOf(x, FLAT);
    const tanh = minus.over(plus);
    return { y: tanh.times(tanh) };
  },
  /** 2 tanh x sech² x */
  tanhShrink2: (_, x) => {
    const { minus, plus, e } = tanhOf(x, END);
    return { y: e.times(minus).times(number(8)).over(plus.times(plus).times(plus)) };
  },
};
