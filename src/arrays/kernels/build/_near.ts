/**
 * Formulas in doubles for the promise `"nearest"`, with a relative error far below 2⁻⁴¹.
 *
 * As in float32 eʳ is a quotient, (c + r)/(c − r) with c = r coth(r/2), and needs no division of its own.
 *
 * @module
 */

import { horner } from "./_arithmetic.ts";
import { ATANH_WIDE, COTH_WIDE } from "./_coefficients.ts";
import { ALPHA, cubic, type Formula, isRight, SCALE, SIGMOID_GELU, signed } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";
import { wide } from "./_wide.ts";

const { number } = wide;
const one = number(1);

/** The least x whose x e^x counts. */
const LOWEST = -115;

/** eˣ = 2ⁿ (c + r)/(c − r) = top/below, unit = 2ⁿ. */
export interface Parts {
  readonly unit: Lanes;
  readonly c: Lanes;
  readonly r: Lanes;
}

/** top/below, of which the first is what may be very small or large. */
export interface Quotient {
  readonly top: Lanes;
  readonly below: Lanes;
}

/** Of e^(kx). */
export function parts(x: Lanes, k = 1): Parts {
  const power = x.times(number(k / Math.LN2));
  const rounder = number(1.5 * 2 ** 52 + 1023);
  const rounded = power.plus(rounder);
  const r = power.minus(rounded.minus(rounder));
  const square = r.times(r);
  // In powers of two, so that r is a multiple of ln 2.
  const c = [2, ...COTH_WIDE].map((c, i) => c * Math.LN2 ** (2 * i - 1));
  return { unit: rounded.as("i64").shifted(52).as("f64"), c: horner(wide, square, c), r };
}

/** The two sides of the fraction. */
export const sides = ({ unit, c, r }: Parts): Quotient => ({
  top: c.plus(r).times(unit),
  below: c.minus(r),
});

/** eᵘ as top/below, −700 ≤ u ≤ 700. */
export const quotient = (u: Lanes, k = 1): Quotient => sides(parts(u, k));

/** eˣ − 1 and eˣ + 1, both times below, without digits lost beside 0. */
export function less({ unit, c, r }: Parts): { minus: Lanes; plus: Lanes } {
  const [step, sum] = [one.minus(unit), one.plus(unit)];
  return {
    minus: r.times(sum).minus(c.times(step)),
    plus: c.times(sum).minus(r.times(step)),
  };
}

/** Of e^(2x), as far as tanh x counts. */
const twice = (x: Lanes) => parts(x.greatest(number(-25)).least(number(25)), 2);

const left = (x: Lanes) => x.greatest(number(LOWEST));

/** x e/(1 + e) */
const gated = (x: Lanes, { top, below }: Quotient) => x.times(top).over(below.plus(top));

const swish = (k: number): Formula => (_, x) => {
  const near = x.greatest(number(LOWEST / k));
  return { y: gated(near, quotient(near.least(number(50)), k)) };
};

/** 2 artanh s, 0 ≤ s ≤ ⅓ */
export function twiceArtanh(s: Lanes): Lanes {
  const square = s.times(s);
  return s.times(horner(wide, square, [2, ...ATANH_WIDE.map((c) => 2 * c)]));
}

/** ln(1 + e) = 2 artanh(e/(2 + e)), e = top/below. */
export const log1p = ({ top, below }: Quotient): Lanes =>
  twiceArtanh(top.over(below.plus(below).plus(top)));

/** ln(1 + e^(−|x|)) */
const bend = (x: Lanes) => log1p(quotient(left(x.or(number(-0)))));

/** max(x, 0) */
export const rectified = (x: Lanes): Lanes => number(-0).greatest(x);

const exponentialTail = (scale: number, height: number): Formula => (a, x) => {
  const { unit, c, r } = parts(x.least(number(0)).greatest(number(LOWEST)));
  const { minus } = less({ unit, c, r });
  const value = minus.over(c.minus(r));
  const times = (y: Lanes, k: number) => k === 1 ? y : y.times(number(k));
  const y = times(x, scale).where(isRight(a, x), times(value, scale * height));
  return { y: signed(a, y, x) };
};

/** By the name of the function and its order. */
export const near: Readonly<Record<string, Formula>> = {
  exponential0: (_, x) => {
    const { top, below } = quotient(x.greatest(number(-120)).least(number(90)));
    return { y: top.over(below) };
  },
  sigmoid0: (_, x) => {
    const { top, below } = quotient(left(x).least(number(50)));
    return { y: top.over(below.plus(top)) };
  },
  silu0: swish(1),
  geluSigmoid0: swish(SIGMOID_GELU),
  geluTanh0: (a, x) => {
    const near = x.greatest(number(-12));
    return { y: gated(near, quotient(cubic(near.least(number(10)), a))) };
  },
  gelu0: (_, x) => {
    const t = x.magnitude.least(number(14.75));
    const { top, below } = quotient(t.times(t), -0.5);
    const [p, q] = wide.mills(t);
    return { y: rectified(x).minus(t.times(top).times(p).over(q.times(below))) };
  },
  mish0: (_, x) => {
    const near = left(x);
    const { top, below } = quotient(near.least(number(30)));
    const twice = below.plus(below);
    const part = top.times(top.plus(twice));
    return { y: near.times(part).over(part.plus(below.times(twice))) };
  },
  tanh0: (_, x) => {
    const { minus, plus } = less(twice(x));
    return { y: minus.over(plus) };
  },
  lisht0: (_, x) => {
    const { minus, plus } = less(twice(x));
    return { y: x.times(minus).over(plus) };
  },
  softplus0: (_, x) => ({ y: rectified(x).plus(bend(x)) }),
  logSigmoid0: (_, x) => ({ y: x.least(number(-0)).minus(bend(x)) }),
  elu0: exponentialTail(1, 1),
  selu0: exponentialTail(SCALE, ALPHA),
};
