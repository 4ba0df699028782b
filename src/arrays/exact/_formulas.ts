/**
 * Every function of the catalogue by its formula, at any parameters. These are independent
 * both of `src/activations` and of the formulas in `tests/fixtures/definitions.py`.
 *
 * @module
 */

import { exp, expm1, Jet, log1p, normalCdf, sine, sqrt } from "./_jet.ts";
import { pi } from "./_elementary.ts";
import { Real } from "./_real.ts";

type Values = Readonly<Record<string, number>>;

/** Pieces from left to right, and the breaks between them. */
export interface Formula {
  readonly pieces: readonly ((x: Jet) => Jet)[];
  readonly breaks: readonly number[];
  /** Beyond this magnitude the formula is not evaluated. */
  readonly largest?: number;
  /** What it nears for x < 0 and for x > 0, sooner than any number of digits could tell. */
  readonly lines?: { readonly left?: Line; readonly right?: Line };
}

/** A line that a function nears as an exponential falls, and never meets. */
export interface Line {
  readonly at: (x: Jet) => Jet;
  /** Whether the function lies above it, 1, or below, −1. */
  readonly side: number;
}

const identity = (x: Jet) => x;
const constant = (value: number) => () => Jet.constant(value);
const times = (slope: number) => (x: Jet) => x.times(slope);
const isNegative = (x: Jet) => x.a.sign < 0;
const absolute = (x: Jet) => isNegative(x) ? x.negated : x;
const smooth = (f: (x: Jet) => Jet, largest?: number): Formula => ({
  pieces: [f],
  breaks: [],
  largest,
});
const kinked = (left: (x: Jet) => Jet, right: (x: Jet) => Jet, at = 0): Formula => ({
  pieces: [left, right],
  breaks: [at],
});
const between = (
  low: number,
  high: number,
  ...pieces: [(x: Jet) => Jet, (x: Jet) => Jet, (x: Jet) => Jet]
): Formula => ({ pieces, breaks: [low, high] });

/** 1/(1 + e⁻ˣ); for x < 0 the exponential that does not overflow. */
function sigmoid(x: Jet): Jet {
  if (!isNegative(x)) return Jet.constant(1).over(exp(x.negated).plus(1));
  const e = exp(x);
  return e.over(e.plus(1));
}

/** ln(1 + eˣ). */
function softplus(x: Jet): Jet {
  const tail = log1p(exp(absolute(x).negated));
  return isNegative(x) ? tail : tail.plus(x);
}

/** (1 − e^(−2x))/(1 + e^(−2x)) for x > 0. */
function tanh(x: Jet): Jet {
  const less = expm1(absolute(x).times(-2));
  const t = less.negated.over(less.plus(2));
  return isNegative(x) ? t.negated : t;
}

/** x · n/(n + 2) with n = e(e + 2); for x > 0 over e². */
function mish(x: Jet): Jet {
  const e = exp(absolute(x).negated);
  if (isNegative(x)) {
    const n = e.times(e.plus(2));
    return x.times(n).over(n.plus(2));
  }
  const n = e.times(2).plus(1);
  return x.times(n).over(n.plus(e.times(e).times(2)));
}

function geluTanh(x: Jet, c: number): Jet {
  const slope = Real.of(2).over(pi()).root.scaled(1);
  return x.times(sigmoid(x.times(x).times(c).plus(1).times(x).times(slope)));
}

/** ln cosh x = |x| + ln((1 + e^(−2|x|))/2). */
function logCosh(x: Jet): Jet {
  const size = absolute(x);
  const less = expm1(size.times(-2)).over(2);
  return size.plus(log1p(less));
}

/** √ln(1 + eˣ), which differs from e^(x/2) by less than one part in 2²⁰⁰⁰ for x < −2048. */
function sqrtSoftplus(x: Jet): Jet {
  return isNegative(x) && x.a.size > 11 ? exp(x.over(2)) : sqrt(softplus(x));
}

function snake(x: Jet, a: number): Jet {
  const s = sine(x.times(a));
  return x.plus(s.times(s).over(a));
}

const sloped = (slope: number) => kinked(times(slope), identity);
const gated = (k: number) => smooth((x) => k === 0 ? x.times(0.5) : x.times(sigmoid(x.times(k))));
const exponentialTail = (height: number, width: number, scale = 1): Formula => ({
  ...kinked(
    (x) => expm1(width === 1 ? x : x.over(width)).times(height).times(scale),
    times(scale),
  ),
  ...(width < 0 ? { largest: 1e4 * -width } : {
    lines: {
      left: { at: () => Jet.constant(-height).times(scale), side: Math.sign(height * scale) },
    },
  }),
});

function hardSigmoid(slope: number): Formula {
  // The width is rounded, so that a slope of 1/6 makes it 3.
  const width = 0.5 / slope;
  return between(
    -width,
    width,
    constant(0),
    (x) => x.plus(width).over(2 * width),
    constant(1),
  );
}

/** By id, at given parameters. */
export const formulas: Readonly<Record<string, (p: Values) => Formula>> = {
  celu: ({ alpha }) => exponentialTail(alpha, alpha),
  elu: ({ alpha }) => exponentialTail(alpha, 1),
  exponential: () => smooth(exp, 1e4),
  gelu: () => smooth((x) => x.times(normalCdf(x))),
  // The kink lies a little above the double 10.
  gelu10: () => smooth((x) => x.a.toNumber() > 10 ? Jet.constant(10) : x.times(normalCdf(x))),
  geluSigmoid: ({ k }) => gated(k),
  geluTanh: ({ c }) => smooth((x) => geluTanh(x, c)),
  hardShrink: ({ lambda }) => between(-lambda, lambda, identity, constant(0), identity),
  hardSigmoid: ({ slope }) => hardSigmoid(slope),
  hardSwish: () => between(-3, 3, constant(0), (x) => x.times(x.plus(3)).over(6), identity),
  hardTanh: ({ low, high }) => between(low, high, constant(low), identity, constant(high)),
  identity: () => smooth(identity),
  laplace: ({ mu, sigma }) => smooth((x) => normalCdf(x.minus(mu).over(sigma))),
  leakyRelu: ({ negativeSlope }) => sloped(negativeSlope),
  lisht: () => smooth((x) => x.times(tanh(x))),
  logCosh: () => smooth(logCosh),
  logSigmoid: () => smooth((x) => softplus(x.negated).negated),
  mish: () => smooth(mish),
  prelu: ({ slope }) => sloped(slope),
  relu: () => kinked(constant(0), identity),
  relu6: () => between(0, 6, constant(0), identity, constant(6)),
  rrelu: ({ lower, upper }) => sloped((lower + upper) / 2),
  selu: ({ alpha, scale }) => exponentialTail(alpha, 1, scale),
  sigmoid: () => smooth(sigmoid),
  silu: () => gated(1),
  snake: ({ a }) => smooth((x) => snake(x, a)),
  softShrink: ({ lambda }) =>
    between(-lambda, lambda, (x) => x.plus(lambda), constant(0), (x) => x.minus(lambda)),
  softplus: ({ beta }) => smooth((x) => softplus(x.times(beta)).over(beta)),
  softplusThreshold: ({ beta, threshold }) =>
    kinked((x) => softplus(x.times(beta)).over(beta), identity, threshold / beta),
  softsign: () => kinked((x) => x.over(x.negated.plus(1)), (x) => x.over(x.plus(1))),
  sparsePlus: () =>
    between(
      -1,
      1,
      constant(0),
      (x) => x.times(x).plus(x.times(2)).plus(1).over(4),
      identity,
    ),
  sparseSigmoid: () => between(-1, 1, constant(0), (x) => x.plus(1).over(2), constant(1)),
  sqrtSoftplus: () => smooth(sqrtSoftplus),
  squaredRelu: () => kinked(constant(0), (x) => x.times(x)),
  squareplus: ({ b }) => smooth((x) => x.plus(sqrt(x.times(x).plus(b))).over(2)),
  swish: ({ beta }) => gated(beta),
  tanh: () => smooth(tanh),
  tanhShrink: () => ({
    ...smooth((x) => x.minus(tanh(x))),
    lines: {
      left: { at: (x) => x.plus(1), side: -1 },
      right: { at: (x) => x.minus(1), side: 1 },
    },
  }),
  threshold: ({ theta, value }) => kinked(constant(value), identity, theta),
  xielu: ({ positive, negative: weight, beta }) => ({
    ...kinked(
      (x) => expm1(x).times(weight).minus(x.times(weight)).plus(x.times(beta)),
      (x) => x.times(positive).plus(beta).times(x),
    ),
    lines: {
      left: {
        at: (x) => x.times(beta).minus(x.times(weight)).minus(weight),
        side: Math.sign(weight),
      },
    },
  }),
};
