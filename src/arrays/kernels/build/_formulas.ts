/**
 * The formulas of the kernels with an exponential in them, in whichever arithmetic.
 *
 * With t = |x| no term cancels; what is odd about a function is put on at the end. Exponentials come
 * multiplied by `one`, and quotients of them need not know.
 *
 * @module
 */

import type { Arithmetic, Doubles } from "./_arithmetic.ts";
import type { Lanes } from "./_lanes.ts";

/** What a formula gives. */
export interface Value {
  readonly y: Lanes;
  /** What its error is relative to, where not to |y|: the terms of a sum that cancels. */
  readonly size?: Lanes;
}

/** A formula, over any arithmetic unless it says which. */
export type Formula<A = Arithmetic> = (a: A, x: Lanes) => Value;

/** The default parameters. */
export const SIGMOID_GELU = 1.702, CUBE = 0.044715;
export const ALPHA = 1.6732632423543772, SCALE = 1.0507009873554805;
export const SQRT_8_OVER_PI = 1.5957691216057308;

/** t with the sign of x. */
export const signed = (a: Arithmetic, t: Lanes, x: Lanes): Lanes => t.or(x.and(a.number(-0)));
export const isRight = (a: Arithmetic, x: Lanes): Lanes => x.is("gt", a.number(0));

/** −|x|, but no less than counts. */
export const tail = (a: Arithmetic, x: Lanes, lowest: number = a.lowest): Lanes =>
  x.or(a.number(-0)).greatest(a.number(lowest));

/** √(8/π)(u + cu³). */
export const cubic = (u: Lanes, { number }: Doubles): Lanes =>
  u.times(u.times(u).times(number(SQRT_8_OVER_PI * CUBE)).plus(number(SQRT_8_OVER_PI)));
export const scaledBy = (k: number) => (u: Lanes, { number }: Doubles): Lanes => u.times(number(k));

/** 1/(1 + e) where a mask is set, e/(1 + e) elsewhere, e = e^(−|x|). */
export function sigmoidOf(a: Arithmetic, x: Lanes, mask: Lanes): Value {
  const e = a.exp(tail(a, x));
  const one = a.number(a.one);
  return { y: one.where(mask, e).over(e.plus(one)) };
}

/** 4ⁿ e/(1 + e)². */
function bell(a: Arithmetic, u: Lanes, factor: number): Value {
  const e = a.exp(u);
  const sum = e.plus(a.number(a.one));
  const top = a.one * factor === 1 ? e : e.times(a.number(a.one * factor));
  return { y: top.over(sum.times(sum)) };
}

const exponentialSlope = (right: number, height: number): Formula => (a, x) => {
  const e = a.exp(x.least(a.number(0)).greatest(a.number(a.lowest)));
  const left = height === a.one ? e : e.times(a.number(height / a.one));
  return { y: a.number(right).where(isRight(a, x), left) };
};

/** t·tanh t over t. */
export function tanhOver(a: Arithmetic, x: Lanes): Lanes {
  const m = a.expm1(x.magnitude.times(a.number(-2)));
  return m.magnitude.over(m.plus(a.number(2)));
}

/** By the name of the function and its order. */
export const formulas: Readonly<Record<string, Formula>> = {
  softsign0: (a, x) => {
    const t = x.magnitude.least(a.number(2 ** 127));
    return { y: signed(a, t.over(t.plus(a.number(1))), x) };
  },

  sigmoid1: (a, x) => bell(a, tail(a, x), 1),
  tanh1: (a, x) => bell(a, tail(a, x, a.lowest / 2).times(a.number(2)), 4),
  softplus1: (a, x) => sigmoidOf(a, x, isRight(a, x)),
  logSigmoid1: (a, x) => sigmoidOf(a, x, x.is("lt", a.number(0))),
  elu1: exponentialSlope(1, 1),
  selu1: exponentialSlope(SCALE, SCALE * ALPHA),
  softsign1: (a, x) => {
    const inverse = a.number(1).over(x.magnitude.plus(a.number(1)));
    return { y: inverse.times(inverse) };
  },

  elu2: exponentialSlope(0, 1),
  selu2: exponentialSlope(0, SCALE * ALPHA),
  softsign2: (a, x) => {
    const inverse = a.number(1).over(x.magnitude.plus(a.number(1)));
    const size = inverse.times(inverse).times(inverse.plus(inverse));
    // −2/(1 + |x|)³ with the sign of x, but at 0 and at ±∞, where the sign is that of the limit.
    const y = signed(a, size, x.negated);
    const limit = x.and(a.number(-0));
    const inner = y.where(x.magnitude.is("lt", a.number(Infinity)), limit);
    return { y: a.number(0).where(x.is("eq", a.number(0)), inner) };
  },
};
