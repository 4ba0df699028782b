/**
 * Formulas for doubles only: sums that cancel beside a zero, where float32 would lose its digits.
 *
 * @module
 */

import type { Arithmetic, Wide } from "./_arithmetic.ts";
import { cubic, type Formula, isRight, scaledBy, signed } from "./_formulas.ts";
import { CUBE, SIGMOID_GELU, SQRT_8_OVER_PI, tail, type Value } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";

export const INVERSE_SQRT_2PI = 0.3989422804014327;

/** Where functions of the catalogue stop to compute: what is so small is 0 from here on, not −0. */
const ends = {
  logistic: 1900,
  cubic: 29.6117608851136,
  normal: 40,
  mish: 800,
  bend: 800,
  softplus: 745.1332191019411,
};

/** Values as far as |x| is below an end, then 0. */
export function until(a: Arithmetic, x: Lanes, end: number, ...values: Lanes[]): Lanes[] {
  const inside = x.magnitude.is("lt", a.number(end));
  return values.map((value) => value.and(inside));
}

/** A value on the left, 1 less on the right, and what the error of both is relative to. */
function slope(a: Arithmetic, x: Lanes, [left, size]: Lanes[]): Value {
  const y = a.number(1).minus(left).where(isRight(a, x), left);
  return { y, size: y.magnitude.greatest(size) };
}

/** e(1 + e + w)/(1 + e)², w ≤ 0, on the left: the slope of x times a gate. */
function gateSlope(a: Arithmetic, x: Lanes, e: Lanes, w: Lanes, end: number): Value {
  const sum = e.plus(a.number(1));
  const weight = e.over(sum.times(sum));
  return slope(a, x, until(a, x, end, weight.times(sum.plus(w)), weight.times(sum.minus(w))));
}

/** e(1 − e)/(1 + e)³ with e = e^u, u ≤ 0. */
function bend(a: Arithmetic, u: Lanes): Lanes {
  const e = a.exp(u);
  const sum = e.plus(a.number(1));
  return e.times(a.expm1(u).magnitude).over(sum.times(sum).times(sum));
}

/** e(p(1 + e) − q(1 − e))/(1 + e)³, from two terms: how x times a gate bends. */
function gateBend(a: Arithmetic, x: Lanes, e: Lanes, [p, q]: readonly Lanes[], end: number): Value {
  const sum = e.plus(a.number(1));
  const weight = e.over(sum.times(sum).times(sum));
  const [steady, falling] = [p.times(sum), q.times(a.number(1).minus(e))];
  const values = [steady.minus(falling), steady.plus(falling)].map((sum) => weight.times(sum));
  const [y, size] = until(a, x, end, ...values);
  return { y, size };
}

/** By the name of the function and its order. */
export const slopes: Readonly<Record<string, Formula<Wide>>> = {
  silu1: (a, x) => {
    const u = tail(a, x);
    return gateSlope(a, x, a.exp(u), u, ends.logistic);
  },
  geluSigmoid1: (a, x) => {
    const w = tail(a, x).times(a.number(SIGMOID_GELU));
    const e = a.expOf(tail(a, x), scaledBy(SIGMOID_GELU));
    return gateSlope(a, x, e, w, ends.logistic / SIGMOID_GELU);
  },
  geluTanh1: (a, x) => {
    // From 12 on the exponential is the least there is, while the cubic grows.
    const u = tail(a, x, -12);
    const steep = u.times(u).times(a.number(3 * SQRT_8_OVER_PI * CUBE));
    const w = u.times(steep.plus(a.number(SQRT_8_OVER_PI)));
    return gateSlope(a, x, a.expOf(u, cubic), w, ends.cubic);
  },
  gelu1: (a, x) => {
    const t = x.magnitude.least(a.number(14.75));
    const e = a.bellOf(t);
    const [p, q] = a.mills(t);
    const [ratio, line] = [p.over(q), t.times(a.number(INVERSE_SQRT_2PI))];
    const values = [e.times(ratio.minus(line)), e.times(ratio.plus(line))];
    return slope(a, x, until(a, x, ends.normal, ...values));
  },
  mish1: (a, x) => {
    const right = isRight(a, x);
    const u = tail(a, x);
    const e = a.exp(u);
    const four = u.times(a.number(-4));
    const signedFour = signed(a, four, x);
    const [linear, middle] = [signedFour.plus(a.number(4)), signedFour.plus(a.number(6))];
    // Left e(s + me + 4e² + e³)/(2 + 2e + e²)², right (1 + 4e + me² + se³)/(1 + 2e + 2e²)².
    const leftTop = e.plus(a.number(4)).times(e).plus(middle).times(e).plus(linear);
    const rightTop = linear.times(e).plus(middle).times(e).plus(a.number(4)).times(e)
      .plus(a.number(1));
    const half = e.plus(a.number(1)).times(e);
    const leftBelow = e.plus(a.number(2)).times(e).plus(a.number(2));
    const below = half.plus(half).plus(a.number(1)).where(right, leftBelow);
    const weight = a.number(1).where(right, e).over(below.times(below));
    const raw = weight.times(rightTop.where(right, leftTop));
    const terms = weight.times(four.plus(a.number(16)));
    const [left, size] = until(a, x, ends.mish, raw, terms);
    return { y: raw.where(right, left), size: terms.where(right, size) };
  },
  sigmoid2: (a, x) => {
    const [y] = until(a, x, ends.bend, signed(a, bend(a, tail(a, x)), x));
    return { y: a.number(0).minus(y) };
  },
  tanh2: (a, x) => {
    const bent = bend(a, tail(a, x, -60).times(a.number(2))).times(a.number(8));
    const [y] = until(a, x, ends.bend / 2, signed(a, bent, x));
    return { y: a.number(0).minus(y) };
  },
  silu2: (a, x) => {
    const u = tail(a, x);
    return gateBend(a, x, a.exp(u), [a.number(2), u.negated], ends.logistic);
  },
  geluSigmoid2: (a, x) => {
    const k = a.number(SIGMOID_GELU);
    const w = tail(a, x).times(k);
    const e = a.expOf(tail(a, x), scaledBy(SIGMOID_GELU));
    const terms = [a.number(2 * SIGMOID_GELU), w.times(k).negated] as const;
    return gateBend(a, x, e, terms, ends.logistic / SIGMOID_GELU);
  },
  geluTanh2: (a, x) => {
    // As with the slope, what grows ends where the exponential does.
    const u = tail(a, x, -12);
    const square = u.times(u);
    const slope = square.times(a.number(3 * SQRT_8_OVER_PI * CUBE)).plus(a.number(SQRT_8_OVER_PI));
    const steady = square.times(a.number(12 * SQRT_8_OVER_PI * CUBE))
      .plus(a.number(2 * SQRT_8_OVER_PI));
    const terms = [steady, slope.times(slope).times(u).negated] as const;
    return gateBend(a, x, a.expOf(u, cubic), terms, ends.cubic);
  },
  mish2: (a, x) => {
    const right = isRight(a, x);
    const u = tail(a, x);
    const e = a.exp(u);
    const sums = ([c, k]: readonly number[]) => u.times(a.number(k)).plus(a.number(c));
    const polynomial = (...c: Lanes[]) => c.reduceRight((sum, term) => sum.times(e).plus(term));
    // Left e(4 − 2t + (8 − 2t)e + (6 + 3t)e² + (2 + 2t)e³)/(2 + 2e + e²)³, times 4; u is −t.
    const leftTop = polynomial(...[[4, 2], [8, 2], [6, -3], [2, -2]].map(sums));
    const leftBelow = e.plus(a.number(2)).times(e).plus(a.number(2));
    // Right e²(2 − 2t + (6 − 3t)e + (8 + 2t)e² + (4 + 2t)e³)/(1 + 2e + 2e²)³, times 4.
    const rightTop = polynomial(...[[2, 2], [6, 3], [8, -2], [4, -2]].map(sums));
    const half = e.plus(a.number(1)).times(e);
    const below = half.plus(half).plus(a.number(1)).where(right, leftBelow);
    const four = e.times(a.number(4));
    const weight = four.times(e).where(right, four).over(below.times(below).times(below));
    const terms = polynomial(sums([4, -2]), sums([16, -7]));
    const values = [rightTop.where(right, leftTop), terms].map((sum) => weight.times(sum));
    const [y, size] = until(a, x, ends.mish, ...values);
    return { y, size };
  },
  gelu2: (a, x) => {
    const t = tail(a, x);
    const density = a.bellOf(t).times(a.number(INVERSE_SQRT_2PI));
    const [y] = until(a, x, ends.normal, density.times(a.number(2).minus(t.times(t))));
    return { y };
  },
  logSigmoid2: (a, x) => {
    const [e] = until(a, x, ends.softplus, a.exp(tail(a, x)));
    const sum = e.plus(a.number(1));
    return { y: a.number(0).minus(e.over(sum.times(sum))) };
  },
};
