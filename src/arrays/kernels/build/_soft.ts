/**
 * Soft versions of |x| and of max(x, 0) but the usual ones.
 *
 * @module
 */

import { type Formula, formulas } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";
import { less, near, parts, sides, twiceArtanh } from "./_near.ts";
import { wide } from "./_wide.ts";

const { number } = wide;

/** Where ln cosh t stops to be 2 artanh(tanh²(t/2)), whose argument is to be ⅓ at most. */
const HALF_WAY = 1.3;

/** A formula up to the threshold, and what is said beyond. */
const upTo = (formula: Formula, beyond: (x: Lanes) => Lanes): Formula => (a, x) => {
  const { y } = formula(a, x);
  return { y: beyond(x).where(x.is("gt", number(20)), y) };
};

/** By the name of the function and its order. */
export const soft: Readonly<Record<string, Formula>> = {
  /** t − ln 2 + ln(1 + e^(−2t)) farther out, where ln(1 + u) = 2 artanh(u/(2 + u)). */
  logCosh0: (_, x) => {
    const t = x.magnitude;
    const p = parts(t.least(number(30)));
    const { minus, plus } = less(p);
    const half = minus.over(plus);
    const { top, below } = sides(p);
    const [e, one] = [below.times(below), top.times(top)];
    const isNear = t.is("lt", number(HALF_WAY));
    const bend = twiceArtanh(half.times(half).where(isNear, e.over(one.plus(one).plus(e))));
    return { y: bend.where(isNear, t.minus(number(Math.LN2)).plus(bend)) };
  },
  softplusThreshold0: upTo(near.softplus0, (x) => x),
  softplusThreshold1: upTo(near.sigmoid0, () => number(1)),
  softplusThreshold2: upTo(formulas.sigmoid1, () => number(0)),
};
