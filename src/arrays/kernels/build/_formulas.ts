/**
 * The formulas of the kernels with an exponential in them, in whichever arithmetic.
 *
 * With t = |x| no term cancels: what is odd about a function is put on at the end.
 *
 * @module
 */

import { type Arithmetic, type Doubles, LOWEST, type Power } from "./_arithmetic.ts";
import type { Lanes } from "./_lanes.ts";

/** What a formula gives. */
export interface Value {
  readonly y: Lanes;
  /** What its error is relative to, where not to |y|: the terms of a sum that cancels. */
  readonly size?: Lanes;
}

/** A formula over any arithmetic. */
export type Formula = (a: Arithmetic, x: Lanes) => Value;

/** The default parameters. */
const SIGMOID_GELU = 1.702, CUBE = 0.044715, ALPHA = 1.6732632423543772, SCALE = 1.0507009873554805;
const SQRT_8_OVER_PI = 1.5957691216057308, INVERSE_SQRT_2PI = 0.3989422804014327;

/** t with the sign of x. */
const signed = (a: Arithmetic, t: Lanes, x: Lanes) => t.or(x.and(a.number(-0)));
const isRight = (a: Arithmetic, x: Lanes) => x.is("gt", a.number(0));
/** max(x, 0), of −0 itself. */
const rectified = (a: Arithmetic, x: Lanes) => a.number(0).where(x.is("lt", a.number(0)), x);
/** −|x|, but no less than counts. */
const tail = (a: Arithmetic, x: Lanes, lowest = LOWEST) =>
  x.or(a.number(-0)).greatest(a.number(lowest));

/** max(0, x) less a term that is positive, and all there is on the left. */
function gated(a: Arithmetic, x: Lanes, term: Lanes): Value {
  return { y: a.withZeroSign(rectified(a, x).minus(a.restored(term)), x) };
}

/** √(8/π)(u + cu³). */
const cubic = (x: Lanes, { number }: Doubles) => {
  const inner = x.times(x).times(number(SQRT_8_OVER_PI * CUBE)).plus(number(SQRT_8_OVER_PI));
  return x.magnitude.times(inner).negated;
};
const scaledBy = (k: number) => (x: Lanes, { number }: Doubles) => x.magnitude.times(number(-k));
const halfSquare = (x: Lanes, { number }: Doubles) => x.times(x).times(number(-0.5));

/** e/(1 + e) */
const logistic = (a: Arithmetic, { e, scaled }: Power) => scaled.over(e.plus(a.number(1)));

/** x·σ(v(x)) as max(0, x) − t·σ(−v(t)). */
const swish = (power: (a: Arithmetic, u: Lanes) => Power): Formula => (a, x) => {
  const u = tail(a, x);
  const { e, scaled } = power(a, u);
  const y = rectified(a, x).plus(a.restored(u.times(scaled).over(e.plus(a.number(1)))));
  return { y: a.withZeroSign(y, x) };
};

const sigmoidOf = (a: Arithmetic, x: Lanes, toRight: Lanes): Value => {
  const left = a.restored(logistic(a, a.exp(tail(a, x))));
  return { y: a.number(1).minus(left).where(toRight, left) };
};

/** Where functions of the catalogue stop to compute: what is so small is 0 from here on, not −0. */
const ends = {
  logistic: 1900,
  cubic: 29.6117608851136,
  normal: 40,
  mish: 800,
  bend: 800,
  softplus: 745.1332191019411,
};

/** A tail as far as |x| is below an end, then 0. */
const until = (a: Arithmetic, x: Lanes, end: number, tail: Lanes) =>
  tail.and(x.magnitude.is("lt", a.number(end)));

/** e(1 + e + w)/(1 + e)², w ≤ 0, on the left, 1 less on the right: the slope of x times a gate. */
function slope(a: Arithmetic, x: Lanes, { e, scaled }: Power, w: Lanes, end: number): Value {
  const sum = e.plus(a.number(1));
  const weight = scaled.over(sum.times(sum));
  const left = until(a, x, end, a.restored(weight.times(sum.plus(w))));
  const size = until(a, x, end, a.restored(weight.times(sum.minus(w))));
  const y = a.number(1).minus(left).where(isRight(a, x), left);
  return { y, size: y.magnitude.greatest(size) };
}

/** e(1 − e)/(1 + e)³ with e = e^u, u ≤ 0. */
function bend(a: Arithmetic, u: Lanes): Lanes {
  const { e, scaled } = a.exp(u);
  const sum = e.plus(a.number(1));
  return a.restored(scaled.times(a.expm1(u).magnitude).over(sum.times(sum).times(sum)));
}

const exponentialTail = (scale: number, height: number): Formula => (a, x) => {
  const left = a.expm1(x.least(a.number(0)));
  const scaled = height === 1 ? left : left.times(a.number(scale * height));
  const right = scale === 1 ? x : x.times(a.number(scale));
  return { y: signed(a, right.where(isRight(a, x), scaled), x) };
};

const exponentialSlope = (right: number, height: number): Formula => (a, x) => {
  const left = a.restored(a.exp(x.least(a.number(0)).greatest(a.number(LOWEST))).scaled);
  const scaled = height === 1 ? left : left.times(a.number(height));
  return { y: a.number(right).where(isRight(a, x), scaled) };
};

const softplus = (a: Arithmetic, x: Lanes) => rectified(a, x).plus(a.log1p(a.exp(tail(a, x))));

/** By the name of the function and its order. */
export const formulas: Readonly<Record<string, Formula>> = {
  sigmoid0: (a, x) => sigmoidOf(a, x, isRight(a, x)),
  silu0: swish((a, u) => a.exp(u)),
  geluSigmoid0: swish((a, u) => a.expOf(u, scaledBy(SIGMOID_GELU))),
  geluTanh0: swish((a, u) => a.expOf(u, cubic)),
  gelu0: (a, x) => {
    const t = x.magnitude.least(a.number(14.75));
    const { scaled } = a.expOf(t, halfSquare);
    const [p, q] = a.mills(t);
    return gated(a, x, t.times(scaled).times(p).over(q));
  },
  mish0: (a, x) => {
    // Left e(e + 2)/(e(e + 2) + 2), right what (1 + 2e)/(1 + 2e + 2e²) lacks of 1.
    const right = isRight(a, x);
    const u = tail(a, x);
    const { e, scaled } = a.exp(u);
    const [square, twice] = [e.times(e), e.plus(e)];
    const leftTop = scaled.times(e.plus(a.number(2)));
    const rightTop = scaled.times(twice);
    const sum = square.plus(twice);
    const below = sum.plus(square).plus(a.number(1)).where(right, sum.plus(a.number(2)));
    const lack = u.negated.times(rightTop.where(right, leftTop)).over(below);
    return gated(a, x, lack);
  },
  tanh0: (a, x) => {
    const m = a.expm1(x.magnitude.times(a.number(-2)));
    return { y: signed(a, m.magnitude.over(m.plus(a.number(2))), x) };
  },
  softplus0: (a, x) => ({ y: softplus(a, x) }),
  logSigmoid0: (a, x) => ({ y: softplus(a, x.negated).negated }),
  elu0: exponentialTail(1, 1),
  selu0: exponentialTail(SCALE, ALPHA),
  softsign0: (a, x) => {
    const t = x.magnitude.least(a.number(2 ** 127));
    return { y: signed(a, t.over(t.plus(a.number(1))), x) };
  },
  lisht0: (a, x) => {
    const t = x.magnitude;
    const m = a.expm1(t.times(a.number(-2)));
    return { y: t.times(m.magnitude.over(m.plus(a.number(2)))) };
  },

  sigmoid1: (a, x) => {
    const { e, scaled } = a.exp(tail(a, x));
    const sum = e.plus(a.number(1));
    return { y: a.restored(scaled.over(sum.times(sum))) };
  },
  logSigmoid1: (a, x) => sigmoidOf(a, x, x.is("lt", a.number(0))),
  tanh1: (a, x) => {
    const { e, scaled } = a.exp(tail(a, x, LOWEST / 2).times(a.number(2)));
    const sum = e.plus(a.number(1));
    return { y: a.restored(scaled.times(a.number(4)).over(sum.times(sum))) };
  },
  silu1: (a, x) => {
    const u = tail(a, x);
    return slope(a, x, a.exp(u), u, ends.logistic);
  },
  geluSigmoid1: (a, x) => {
    const u = tail(a, x);
    const w = u.times(a.number(SIGMOID_GELU));
    const end = ends.logistic / SIGMOID_GELU;
    return slope(a, x, a.expOf(u, scaledBy(SIGMOID_GELU)), w, end);
  },
  geluTanh1: (a, x) => {
    // From 12 on the exponential is the least there is, while the cubic grows.
    const u = tail(a, x, -12);
    const steep = u.times(u).times(a.number(3 * SQRT_8_OVER_PI * CUBE));
    const w = u.times(steep.plus(a.number(SQRT_8_OVER_PI)));
    return slope(a, x, a.expOf(u, cubic), w, ends.cubic);
  },
  gelu1: (a, x) => {
    const t = x.magnitude.least(a.number(14.75));
    const { scaled } = a.expOf(t, halfSquare);
    const [p, q] = a.mills(t);
    const [ratio, line] = [p.over(q), t.times(a.number(INVERSE_SQRT_2PI))];
    const left = until(a, x, ends.normal, a.restored(scaled.times(ratio.minus(line))));
    const y = a.number(1).minus(left).where(isRight(a, x), left);
    const size = until(a, x, ends.normal, a.restored(scaled.times(ratio.plus(line))));
    return { y, size: y.magnitude.greatest(size) };
  },
  mish1: (a, x) => {
    const right = isRight(a, x);
    const u = tail(a, x);
    const { e, scaled } = a.exp(u);
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
    const unit = a.number(1).where(right, scaled);
    const weight = unit.over(below.times(below));
    const raw = weight.times(rightTop.where(right, leftTop));
    const size = weight.times(four.plus(a.number(16)));
    const settled = (v: Lanes) => v.where(right, a.restored(v));
    const ended = (v: Lanes) => v.where(right, until(a, x, ends.mish, v));
    const y = settled(ended(raw));
    return { y, size: y.magnitude.greatest(settled(ended(size))) };
  },
  softplus1: (a, x) => sigmoidOf(a, x, isRight(a, x)),
  elu1: exponentialSlope(1, 1),
  selu1: exponentialSlope(SCALE, SCALE * ALPHA),
  softsign1: (a, x) => {
    const inverse = a.number(1).over(x.magnitude.plus(a.number(1)));
    return { y: inverse.times(inverse) };
  },

  sigmoid2: (a, x) => {
    const y = until(a, x, ends.bend, signed(a, bend(a, tail(a, x)), x));
    return { y: a.number(0).minus(y) };
  },
  tanh2: (a, x) => {
    const y = bend(a, tail(a, x, LOWEST / 2).times(a.number(2))).times(a.number(8));
    return { y: a.number(0).minus(until(a, x, ends.bend / 2, signed(a, y, x))) };
  },
  silu2: (a, x) => {
    // e(2(1 + e) − t(1 − e))/(1 + e)³
    const u = tail(a, x);
    const { e, scaled } = a.exp(u);
    const sum = e.plus(a.number(1));
    const weight = scaled.over(sum.times(sum).times(sum));
    const [steady, falling] = [sum.plus(sum), u.times(e.minus(a.number(1)))];
    const y = until(a, x, ends.logistic, a.restored(weight.times(steady.minus(falling))));
    const size = until(a, x, ends.logistic, a.restored(weight.times(steady.plus(falling))));
    return { y, size };
  },
  gelu2: (a, x) => {
    const t = tail(a, x);
    const { scaled } = a.expOf(t, halfSquare);
    const factor = a.number(2).minus(t.times(t));
    const y = a.restored(scaled.times(a.number(INVERSE_SQRT_2PI)).times(factor));
    return { y: until(a, x, ends.normal, y) };
  },
  logSigmoid2: (a, x) => {
    const { y } = formulas.sigmoid1(a, x);
    return { y: a.number(0).minus(until(a, x, ends.softplus, y)) };
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
