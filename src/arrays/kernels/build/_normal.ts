/**
 * The normal distribution function about a middle of its own, gelu clipped, and the slopes of both.
 *
 * @module
 */

import type { Wide } from "./_arithmetic.ts";
import { type Formula, isRight } from "./_formulas.ts";
import { near, quotient } from "./_near.ts";
import { INVERSE_SQRT_2PI, slopes, until } from "./_slopes.ts";
import { SIGMA, standard } from "./_standard.ts";
import { wide } from "./_wide.ts";

/** From so many widths on slopes of laplace are 0, not −0. */
const END = 60;

const { number } = wide;

/** A formula up to x = 10, then 0: there gelu is not above 10 yet, and it is at every float32 beyond. */
const clipped = (formula: Formula<Wide>): Formula<Wide> => (a, x) => {
  const inside = x.is("le", number(10));
  const { y, size } = formula(a, x);
  return { y: y.and(inside), size: size?.and(inside) };
};

/** By the name of the function and its order. */
export const normal: Readonly<Record<string, Formula<Wide>>> = {
  gelu100: (a, x) => near.gelu0(a, x.least(number(10))),
  gelu101: clipped(slopes.gelu1),
  gelu102: clipped(slopes.gelu2),
  laplace0: (a, x) => {
    const z = standard(x);
    const t = z.magnitude.least(number(14.75));
    const { top, below } = quotient(t.times(t), -0.5);
    const [p, q] = a.mills(t);
    const left = top.times(p).over(q.times(below));
    return { y: number(1).minus(left).where(isRight(a, z), left) };
  },
  laplace1: (a, x) => ({
    y: a.bellOf(standard(x)).times(number(INVERSE_SQRT_2PI / SIGMA)),
  }),
  laplace2: (a, x) => {
    const z = standard(x);
    const steep = z.times(a.bellOf(z)).times(number(-INVERSE_SQRT_2PI / SIGMA / SIGMA));
    const [y] = until(a, z, END, steep);
    return { y };
  },
};
