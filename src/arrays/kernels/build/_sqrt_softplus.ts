/**
 * The square root of softplus, and its slopes.
 *
 * @module
 */

import type { Wide } from "./_arithmetic.ts";
import { type Formula, isRight } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";
import { log1p, type Quotient, quotient, rectified } from "./_near.ts";
import { wide } from "./_wide.ts";

const { number } = wide;

/** The least x whose e^(x/2) counts, twice. */
const LOWEST = -230;

/** e^(−|x|), and ln(1 + eˣ). */
function softplus(x: Lanes): { e: Quotient; s: Lanes } {
  const e = quotient(x.or(number(-0)).greatest(number(LOWEST)));
  return { e, s: rectified(x).plus(log1p(e)) };
}

/** By the name of the function and its order. */
export const sqrtSoftplus: Readonly<Record<string, Formula<Wide>>> = {
  sqrtSoftplus0: (_, x) => ({ y: softplus(x).s.root }),
  sqrtSoftplus1: (a, x) => {
    const { e: { top, below }, s } = softplus(x);
    const sum = below.plus(top);
    const part = below.where(isRight(a, x), top);
    return { y: part.over(sum.plus(sum).times(s.root)) };
  },
  sqrtSoftplus2: (a, x) => {
    // Where e is eˣ = p/q: p(2qs − p)/((p + q)² 4s√s).
    const near = x.least(number(2 ** 128));
    const { e: { top, below }, s } = softplus(near);
    const right = isRight(a, x);
    const [p, q] = [below.where(right, top), top.where(right, below)];
    const [sum, twice] = [below.plus(top), s.plus(s)];
    const weight = p.over(sum.times(sum).times(twice.plus(twice)).times(s.root));
    // At ∞ it is 0, not −0.
    const inside = x.is("lt", number(Infinity));
    const y = weight.times(q.times(twice).minus(p)).and(inside);
    return { y, size: y.magnitude.greatest(weight.times(p)) };
  },
};
