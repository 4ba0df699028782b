/**
 * The plain formula of every function, in the notation that a reader may type on the front page, and
 * how far the sliders of its parameters go. The pictures that answer to sliders are drawn of these; a
 * test compares each with the function of the catalogue.
 *
 * @module
 */

/** A formula, and the ends of its sliders. */
export interface PlainFormula {
  /** In x and the names of the parameters. */
  readonly text: string;
  /** From where to where each parameter goes. */
  readonly sliders?: Readonly<Record<string, readonly [from: number, to: number]>>;
}

/** By id. */
export const formulas: Readonly<Record<string, PlainFormula>> = {
  celu: { text: "x <= 0 ? alpha * expm1(x / alpha) : x", sliders: { alpha: [0.1, 3] } },
  elu: { text: "x <= 0 ? alpha * expm1(x) : x", sliders: { alpha: [-1, 3] } },
  exponential: { text: "exp(x)" },
  gelu: { text: "x * Phi(x)" },
  gelu10: { text: "max(-10, min(10, x * Phi(x)))" },
  geluSigmoid: { text: "x * sigmoid(k * x)", sliders: { k: [0.5, 4] } },
  geluTanh: {
    text: "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + c * x^3)))",
    sliders: { c: [0, 0.3] },
  },
  hardShrink: { text: "abs(x) <= lambda ? 0 : x", sliders: { lambda: [0, 2] } },
  hardSigmoid: { text: "min(1, max(0, slope * x + 0.5))", sliders: { slope: [0.05, 1] } },
  hardSwish: { text: "x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6" },
  hardTanh: { text: "min(high, max(low, x))", sliders: { low: [-3, 0], high: [0, 3] } },
  identity: { text: "x" },
  laplace: {
    text: "(1 + erf((x - mu) / (sigma * sqrt(2)))) / 2",
    sliders: { mu: [-2, 2], sigma: [0.05, 2] },
  },
  leakyRelu: { text: "x <= 0 ? negativeSlope * x : x", sliders: { negativeSlope: [-0.5, 1] } },
  lisht: { text: "x * tanh(x)" },
  logCosh: { text: "abs(x) + log1p(exp(-2 * abs(x))) - log(2)" },
  logSigmoid: { text: "-softplus(-x)" },
  mish: { text: "x * tanh(softplus(x))" },
  prelu: { text: "x <= 0 ? slope * x : x", sliders: { slope: [-0.5, 1] } },
  relu: { text: "x <= 0 ? 0 : x" },
  relu6: { text: "min(6, max(0, x))" },
  rrelu: {
    text: "x <= 0 ? (lower + upper) / 2 * x : x",
    sliders: { lower: [0, 1 / 3], upper: [1 / 3, 1] },
  },
  selu: {
    text: "scale * (x <= 0 ? alpha * expm1(x) : x)",
    sliders: { alpha: [0.1, 3], scale: [0.5, 2] },
  },
  sigmoid: { text: "sigmoid(x)" },
  silu: { text: "x * sigmoid(x)" },
  snake: { text: "x + sin(a * x)^2 / a", sliders: { a: [0.2, 5] } },
  softShrink: {
    text: "x > lambda ? x - lambda : x < -lambda ? x + lambda : 0",
    sliders: { lambda: [0, 2] },
  },
  softplus: { text: "softplus(beta * x) / beta", sliders: { beta: [0.3, 5] } },
  softplusThreshold: {
    text: "beta * x > threshold ? x : softplus(beta * x) / beta",
    sliders: { beta: [0.3, 5], threshold: [0, 20] },
  },
  softsign: { text: "x / (1 + abs(x))" },
  sparsePlus: { text: "x <= -1 ? 0 : x >= 1 ? x : (x + 1)^2 / 4" },
  sparseSigmoid: { text: "min(1, max(0, (x + 1) / 2))" },
  sqrtSoftplus: { text: "sqrt(softplus(x))" },
  squaredRelu: { text: "x <= 0 ? 0 : x^2" },
  squareplus: { text: "(x + sqrt(x^2 + b)) / 2", sliders: { b: [0.05, 10] } },
  swish: { text: "x * sigmoid(beta * x)", sliders: { beta: [0.1, 5] } },
  tanh: { text: "tanh(x)" },
  tanhShrink: { text: "x - tanh(x)" },
  threshold: { text: "x <= theta ? value : x", sliders: { theta: [-2, 2], value: [-2, 2] } },
  xielu: {
    text: "beta * x + (x <= 0 ? negative * (expm1(x) - x) : positive * x^2)",
    sliders: { positive: [0.1, 2], negative: [0.1, 2], beta: [0.1, 1.5] },
  },
};
