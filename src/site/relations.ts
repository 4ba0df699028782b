/**
 * Which function is a limit, a special case or a part of which: a row each, with both sides as functions.
 *
 * @module
 */

import * as all from "../activations/all.ts";

type Real = (x: number) => number;

/**
 * How two functions are related: the first is the second for some value of its parameters (`case`), or
 * tends to it (`limit`), is made of it (`part`), or has it as its derivative (`slope`).
 */
export type Kind = "case" | "limit" | "part" | "slope";

/** One relation. */
export interface Relation {
  /** The wider function: the one with the parameter, or made of the other, or whose slope is taken. */
  readonly from: string;
  /** The narrower one. */
  readonly to: string;
  readonly kind: Kind;
  /** What stands at the arrow. */
  readonly short: string;
  /** The whole of it, in LaTeX. */
  readonly tex: string;
  /** The side of `from` and the side of `to`; for a limit at a number that grows. */
  readonly sides: (n: number) => readonly [Real, Real];
  /** For a limit: how far apart the sides are at most, at that number. */
  readonly within?: (n: number) => number;
}

const {
  celu,
  elu,
  gelu,
  geluSigmoid,
  hardShrink,
  hardSigmoid,
  hardSwish,
  hardTanh,
  identity,
  laplace,
  leakyRelu,
  lisht,
  logCosh,
  logSigmoid,
  mish,
  prelu,
  relu,
  relu6,
  rrelu,
  selu,
  sigmoid,
  silu,
  snake,
  softplus,
  softplusThreshold,
  softShrink,
  sparsePlus,
  sparseSigmoid,
  squaredRelu,
  squareplus,
  sqrtSoftplus,
  swish,
  tanh,
  tanhShrink,
  threshold,
  xielu,
} = all;

const exact = (from: Real, to: Real) => () => [from, to] as const;

/** Where limits are looked at, and how far out: a bound of a relation holds there. */
export const reach = 20;

/** The relations, the limits with the largest distance that the text books give or that is plain. */
export const relations: readonly Relation[] = [
  // Special cases.
  {
    from: "swish",
    to: "silu",
    kind: "case",
    short: "β = 1",
    tex: "\\mathrm{swish}_1(x) = \\mathrm{silu}(x)",
    sides: exact(swish.with({ beta: 1 }), silu),
  },
  {
    from: "swish",
    to: "geluSigmoid",
    kind: "case",
    short: "β = 1.702",
    tex: "\\mathrm{swish}_{1.702}(x) = x\\,\\sigma(1.702\\,x)",
    sides: exact(swish.with({ beta: 1.702 }), geluSigmoid),
  },
  {
    from: "leakyRelu",
    to: "relu",
    kind: "case",
    short: "a = 0",
    tex: "\\mathrm{leaky}_0(x) = \\mathrm{relu}(x)",
    sides: exact(leakyRelu.with({ negativeSlope: 0 }), relu),
  },
  {
    from: "leakyRelu",
    to: "identity",
    kind: "case",
    short: "a = 1",
    tex: "\\mathrm{leaky}_1(x) = x",
    sides: exact(leakyRelu.with({ negativeSlope: 1 }), identity),
  },
  {
    from: "prelu",
    to: "leakyRelu",
    kind: "case",
    short: "a = 0.01",
    tex: "\\mathrm{prelu}_{0.01}(x) = \\mathrm{leaky}(x)",
    sides: exact(prelu.with({ slope: 0.01 }), leakyRelu),
  },
  {
    from: "rrelu",
    to: "leakyRelu",
    kind: "case",
    short: "l = u = 0.01",
    tex: "\\mathrm{rrelu}_{0.01,\\,0.01}(x) = \\mathrm{leaky}(x)",
    sides: exact(rrelu.with({ lower: 0.01, upper: 0.01 }), leakyRelu),
  },
  {
    from: "celu",
    to: "elu",
    kind: "case",
    short: "α = 1",
    tex: "\\mathrm{celu}_1(x) = \\mathrm{elu}_1(x)",
    sides: exact(celu.with({ alpha: 1 }), elu.with({ alpha: 1 })),
  },
  {
    from: "selu",
    to: "elu",
    kind: "case",
    short: "λ = α = 1",
    tex: "\\mathrm{selu}_{1,\\,1}(x) = \\mathrm{elu}_1(x)",
    sides: exact(selu.with({ scale: 1, alpha: 1 }), elu.with({ alpha: 1 })),
  },
  {
    from: "elu",
    to: "relu",
    kind: "case",
    short: "α = 0",
    tex: "\\mathrm{elu}_0(x) = \\mathrm{relu}(x)",
    sides: exact(elu.with({ alpha: 0 }), relu),
  },
  {
    from: "threshold",
    to: "relu",
    kind: "case",
    short: "θ = v = 0",
    tex: "\\mathrm{threshold}_{0,\\,0}(x) = \\mathrm{relu}(x)",
    sides: exact(threshold.with({ theta: 0, value: 0 }), relu),
  },
  {
    from: "hardTanh",
    to: "relu6",
    kind: "limit",
    short: "l → 0, h = 6",
    tex: "|\\mathrm{hardtanh}_{l,\\,6}(x) - \\mathrm{relu6}(x)| \\le -l,\\quad l < 0",
    sides: (n) => [hardTanh.with({ low: -1 / n, high: 6 }), relu6],
    within: (n) => 1 / n,
  },
  {
    from: "hardSigmoid",
    to: "sparseSigmoid",
    kind: "case",
    short: "a = ½",
    tex: "\\mathrm{hardsigmoid}_{1/2}(x) = \\mathrm{sparsesigmoid}(x)",
    sides: exact(hardSigmoid.with({ slope: 0.5 }), sparseSigmoid),
  },
  {
    from: "hardShrink",
    to: "identity",
    kind: "case",
    short: "λ = 0",
    tex: "\\mathrm{hardshrink}_0(x) = x",
    sides: exact(hardShrink.with({ lambda: 0 }), identity),
  },
  {
    from: "softShrink",
    to: "identity",
    kind: "case",
    short: "λ = 0",
    tex: "\\mathrm{softshrink}_0(x) = x",
    sides: exact(softShrink.with({ lambda: 0 }), identity),
  },
  // Limits.
  {
    from: "swish",
    to: "relu",
    kind: "limit",
    short: "β → ∞",
    tex: "|\\mathrm{swish}_\\beta(x) - \\mathrm{relu}(x)| \\le W(1/e)/\\beta",
    sides: (n) => [swish.with({ beta: n }), relu],
    within: (n) => 0.27846454276107385 / n,
  },
  {
    from: "softplus",
    to: "relu",
    kind: "limit",
    short: "β → ∞",
    tex: "|\\mathrm{softplus}_\\beta(x) - \\mathrm{relu}(x)| \\le \\ln 2/\\beta",
    sides: (n) => [softplus.with({ beta: n }), relu],
    within: (n) => Math.LN2 / n,
  },
  {
    from: "squareplus",
    to: "relu",
    kind: "limit",
    short: "b → 0",
    tex: "|\\mathrm{squareplus}_b(x) - \\mathrm{relu}(x)| \\le \\sqrt b/2",
    sides: (n) => [squareplus.with({ b: 1 / n }), relu],
    within: (n) => Math.sqrt(1 / n) / 2,
  },
  {
    from: "celu",
    to: "relu",
    kind: "limit",
    short: "α → 0",
    tex: "|\\mathrm{celu}_\\alpha(x) - \\mathrm{relu}(x)| \\le \\alpha",
    sides: (n) => [celu.with({ alpha: 1 / n }), relu],
    within: (n) => 1 / n,
  },
  {
    from: "softplusThreshold",
    to: "softplus",
    kind: "limit",
    short: "θ → ∞",
    tex:
      "|\\mathrm{softplus}_{\\beta,\\,\\theta}(x) - \\mathrm{softplus}_\\beta(x)| \\le e^{-\\theta}",
    sides: (n) => [softplusThreshold.with({ threshold: Math.log(n) }), softplus],
    within: (n) => 1 / n,
  },
  {
    from: "snake",
    to: "identity",
    kind: "limit",
    short: "a → 0",
    tex: "|\\mathrm{snake}_a(x) - x| \\le a x^2",
    sides: (n) => [snake.with({ a: 1 / n }), identity],
    within: (n) => reach ** 2 / n,
  },
  {
    from: "snake",
    to: "identity",
    kind: "limit",
    short: "a → ∞",
    tex: "|\\mathrm{snake}_a(x) - x| \\le 1/a",
    sides: (n) => [snake.with({ a: n }), identity],
    within: (n) => 1 / n,
  },
  {
    from: "xielu",
    to: "elu",
    kind: "limit",
    short: "αₚ → 0",
    tex: "|\\mathrm{xielu}_{\\alpha_p,\\,1,\\,1}(x) - \\mathrm{elu}_1(x)| \\le \\alpha_p x^2",
    sides: (n) => [
      xielu.with({ positive: 1 / n, negative: 1, beta: 1 }),
      elu.with({ alpha: 1 }),
    ],
    within: (n) => reach ** 2 / n,
  },
  // What is made of what.
  {
    from: "silu",
    to: "sigmoid",
    kind: "part",
    short: "x times",
    tex: "\\mathrm{silu}(x) = x\\,\\sigma(x)",
    sides: exact(silu, (x) => x * sigmoid(x)),
  },
  {
    from: "gelu",
    to: "laplace",
    kind: "part",
    short: "x times",
    tex: "\\mathrm{gelu}(x) = x\\,\\mathrm{laplace}_{0,\\,1}(x)",
    sides: exact(gelu, (x) => x * laplace.with({ mu: 0, sigma: 1 })(x)),
  },
  {
    from: "gelu10",
    to: "gelu",
    kind: "part",
    short: "at most 10",
    tex: "\\mathrm{gelu10}(x) = \\min(\\mathrm{gelu}(x), 10)",
    sides: exact(all.gelu10, (x) => Math.min(gelu(x), 10)),
  },
  {
    from: "geluTanh",
    to: "tanh",
    kind: "part",
    short: "x times, shifted",
    tex:
      "\\mathrm{gelu}_{\\tanh}(x) = \\tfrac x2\\bigl(1 + \\tanh(\\sqrt{2/\\pi}\\,(x + 0.044715\\,x^3))\\bigr)",
    sides: exact(
      all.geluTanh,
      (x) => x / 2 * (1 + tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
    ),
  },
  {
    from: "lisht",
    to: "tanh",
    kind: "part",
    short: "x times",
    tex: "\\mathrm{lisht}(x) = x \\tanh x",
    sides: exact(lisht, (x) => x * tanh(x)),
  },
  {
    from: "mish",
    to: "softplus",
    kind: "part",
    short: "in x tanh",
    tex: "\\mathrm{mish}(x) = x \\tanh(\\mathrm{softplus}(x))",
    sides: exact(mish, (x) => x * tanh(softplus(x))),
  },
  {
    from: "hardSwish",
    to: "hardSigmoid",
    kind: "part",
    short: "x times",
    tex: "\\mathrm{hardswish}(x) = x\\,\\mathrm{hardsigmoid}(x)",
    sides: exact(hardSwish, (x) => x * hardSigmoid(x)),
  },
  {
    from: "tanh",
    to: "sigmoid",
    kind: "part",
    short: "stretched",
    tex: "\\tanh x = 2\\sigma(2x) - 1",
    sides: exact(tanh, (x) => 2 * sigmoid(2 * x) - 1),
  },
  {
    from: "hardTanh",
    to: "hardSigmoid",
    kind: "part",
    short: "stretched",
    tex: "\\mathrm{hardtanh}(x) = 2\\,\\mathrm{hardsigmoid}_{1/2}(x) - 1",
    sides: exact(hardTanh, (x) => 2 * hardSigmoid.with({ slope: 0.5 })(x) - 1),
  },
  {
    from: "logSigmoid",
    to: "softplus",
    kind: "part",
    short: "turned",
    tex: "\\ln \\sigma(x) = -\\mathrm{softplus}(-x)",
    sides: exact(logSigmoid, (x) => -softplus(-x)),
  },
  {
    from: "sqrtSoftplus",
    to: "softplus",
    kind: "part",
    short: "root",
    tex: "\\mathrm{sqrtsoftplus}(x) = \\sqrt{\\mathrm{softplus}(x)}",
    sides: exact(sqrtSoftplus, (x) => Math.sqrt(softplus(x))),
  },
  {
    from: "squaredRelu",
    to: "relu",
    kind: "part",
    short: "squared",
    tex: "\\mathrm{relu}^2(x) = \\mathrm{relu}(x)^2",
    sides: exact(squaredRelu, (x) => relu(x) ** 2),
  },
  {
    from: "tanhShrink",
    to: "tanh",
    kind: "part",
    short: "x less",
    tex: "\\mathrm{tanhshrink}(x) = x - \\tanh x",
    sides: exact(tanhShrink, (x) => x - tanh(x)),
  },
  {
    from: "softShrink",
    to: "hardTanh",
    kind: "part",
    short: "x less",
    tex: "\\mathrm{softshrink}_1(x) = x - \\mathrm{hardtanh}(x)",
    sides: exact(softShrink.with({ lambda: 1 }), (x) => x - hardTanh(x)),
  },
  {
    from: "sigmoid",
    to: "exponential",
    kind: "part",
    short: "eˣ/(1 + eˣ)",
    tex: "\\sigma(x) = e^x/(1 + e^x)",
    sides: exact(sigmoid, (x) => all.exponential(x) / (1 + all.exponential(x))),
  },
  // Slopes.
  {
    from: "softplus",
    to: "sigmoid",
    kind: "slope",
    short: "slope",
    tex: "\\mathrm{softplus}'(x) = \\sigma(x)",
    sides: exact(softplus.derivative, sigmoid),
  },
  {
    from: "logCosh",
    to: "tanh",
    kind: "slope",
    short: "slope",
    tex: "(\\ln \\cosh x)' = \\tanh x",
    sides: exact(logCosh.derivative, tanh),
  },
  {
    from: "sparsePlus",
    to: "sparseSigmoid",
    kind: "slope",
    short: "slope",
    tex: "\\mathrm{sparseplus}'(x) = \\mathrm{sparsesigmoid}(x)",
    sides: exact(sparsePlus.derivative, sparseSigmoid),
  },
];

/** The largest distance between the two sides of a relation where limits are looked at. */
export function distanceOf({ sides }: Relation, n = 1): number {
  const [left, right] = sides(n);
  let most = 0;
  for (let k = -64 * reach; k <= 64 * reach; k++) {
    most = Math.max(most, Math.abs(left(k / 64) - right(k / 64)));
  }
  return most;
}
