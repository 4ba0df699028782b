/**
 * Every function of the catalogue by its formula, at its default parameters. These are independent
 * both of `src/` and of the formulas in `tests/fixtures/definitions.py`.
 *
 * @module
 */

import { exp, expm1, Jet, log1p, normalCdf, sine, sqrt } from "./jet.ts";
import { pi } from "./elementary.ts";
import { Real } from "./real.ts";

/** Pieces from left to right, and the breaks between them. */
export interface Formula {
  readonly pieces: readonly ((x: Jet) => Jet)[];
  readonly breaks: readonly number[];
  /** Beyond this magnitude the formula is not evaluated. */
  readonly largest?: number;
}

const identity = (x: Jet) => x;
const constant = (value: number) => () => Jet.constant(value);
const times = (slope: number) => (x: Jet) => x.times(slope);
const negative = (x: Jet) => x.a.sign < 0;
const absolute = (x: Jet) => negative(x) ? x.negated : x;
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
  if (!negative(x)) return Jet.constant(1).over(exp(x.negated).plus(1));
  const e = exp(x);
  return e.over(e.plus(1));
}

/** ln(1 + eˣ). */
function softplus(x: Jet): Jet {
  const tail = log1p(exp(absolute(x).negated));
  return negative(x) ? tail : tail.plus(x);
}

/** (1 − e^(−2x))/(1 + e^(−2x)) for x > 0. */
function tanh(x: Jet): Jet {
  const less = expm1(absolute(x).times(-2));
  const t = less.negated.over(less.plus(2));
  return negative(x) ? t.negated : t;
}

/** x · n/(n + 2) with n = e(e + 2); for x > 0 over e². */
function mish(x: Jet): Jet {
  const e = exp(absolute(x).negated);
  if (negative(x)) {
    const n = e.times(e.plus(2));
    return x.times(n).over(n.plus(2));
  }
  const n = e.times(2).plus(1);
  return x.times(n).over(n.plus(e.times(e).times(2)));
}

function geluTanh(x: Jet): Jet {
  const slope = Real.of(2).over(pi()).root.scaled(1);
  return x.times(sigmoid(x.times(x).times(0.044715).plus(1).times(x).times(slope)));
}

/** ln cosh x = |x| + ln((1 + e^(−2|x|))/2). */
function logCosh(x: Jet): Jet {
  const size = absolute(x);
  const less = expm1(size.times(-2)).over(2);
  return size.plus(log1p(less));
}

/** √ln(1 + eˣ), which differs from e^(x/2) by less than one part in 2²⁰⁰⁰ for x < −2048. */
function sqrtSoftplus(x: Jet): Jet {
  return negative(x) && x.a.size > 11 ? exp(x.over(2)) : sqrt(softplus(x));
}

function snake(x: Jet): Jet {
  const s = sine(x);
  return x.plus(s.times(s));
}

const alpha = 1.6732632423543772, scale = 1.0507009873554805;

/** By id. */
export const formulas: Readonly<Record<string, Formula>> = {
  celu: kinked(expm1, identity),
  elu: kinked(expm1, identity),
  exponential: smooth(exp, 1e4),
  gelu: smooth((x) => x.times(normalCdf(x))),
  // The kink lies a little above the double 10.
  gelu10: smooth((x) => x.a.toNumber() > 10 ? Jet.constant(10) : x.times(normalCdf(x))),
  geluSigmoid: smooth((x) => x.times(sigmoid(x.times(1.702)))),
  geluTanh: smooth(geluTanh),
  hardShrink: between(-0.5, 0.5, identity, constant(0), identity),
  hardSigmoid: between(-3, 3, constant(0), (x) => x.over(6).plus(0.5), constant(1)),
  hardSwish: between(-3, 3, constant(0), (x) => x.times(x.plus(3)).over(6), identity),
  hardTanh: between(-1, 1, constant(-1), identity, constant(1)),
  identity: smooth(identity),
  laplace: smooth((x) => normalCdf(x.minus(0.707107).over(0.282095))),
  leakyRelu: kinked(times(0.01), identity),
  lisht: smooth((x) => x.times(tanh(x))),
  logCosh: smooth(logCosh),
  logSigmoid: smooth((x) => softplus(x.negated).negated),
  mish: smooth(mish),
  prelu: kinked(times(0.25), identity),
  relu: kinked(constant(0), identity),
  relu6: between(0, 6, constant(0), identity, constant(6)),
  rrelu: kinked(times((1 / 8 + 1 / 3) / 2), identity),
  selu: kinked((x) => expm1(x).times(alpha).times(scale), times(scale)),
  sigmoid: smooth(sigmoid),
  silu: smooth((x) => x.times(sigmoid(x))),
  snake: smooth(snake),
  softShrink: between(-0.5, 0.5, (x) => x.plus(0.5), constant(0), (x) => x.minus(0.5)),
  softplus: smooth(softplus),
  softsign: kinked((x) => x.over(x.negated.plus(1)), (x) => x.over(x.plus(1))),
  sparsePlus: between(
    -1,
    1,
    constant(0),
    (x) => x.times(x).plus(x.times(2)).plus(1).over(4),
    identity,
  ),
  sparseSigmoid: between(-1, 1, constant(0), (x) => x.plus(1).over(2), constant(1)),
  sqrtSoftplus: smooth(sqrtSoftplus),
  squaredRelu: kinked(constant(0), (x) => x.times(x)),
  squareplus: smooth((x) => x.plus(sqrt(x.times(x).plus(4))).over(2)),
  swish: smooth((x) => x.times(sigmoid(x))),
  tanh: smooth(tanh),
  tanhShrink: smooth((x) => x.minus(tanh(x))),
  threshold: kinked(constant(0), identity, 1),
  xielu: kinked(
    (x) => expm1(x).times(0.8).minus(x.times(0.8)).plus(x.times(0.5)),
    (x) => x.times(0.8).plus(0.5).times(x),
  ),
};
