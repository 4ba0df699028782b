import { type Activation, activation } from "./activation.ts";

/**
 * `threshold(x) = x` for x > θ, `value` else.
 *
 * - Defaults θ = 1 and value = 0, as in ONNX's ThresholdedRelu, TensorFlow.js and NNlib's `trelu`;
 *   PyTorch has no defaults.
 * - Kink at θ, where f jumps unless value = θ; f′(θ) = 0, as in PyTorch.
 * - Asymptotes: y = value on the left, y = x on the right; both are reached.
 * - Exact.
 *
 * @param x any number
 * @returns `x` or `value`
 * @see Konda, Memisevic and Krueger 2014, https://arxiv.org/abs/1402.3337
 *
 * @example A jump
 * ```ts
 * import { threshold } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([0.5, 1, 1.5].map(threshold), [0, 0, 1.5]);
 * assertEquals(threshold.with({ theta: 2, value: -1 })(1.5), -1);
 * ```
 */
export const threshold: Activation = activation({
  id: "threshold",
  title: "Threshold",
  tex: {
    f: "\\begin{cases} v & x \\le \\theta \\\\ x & x > \\theta \\end{cases}",
    derivative: "\\begin{cases} 0 & x \\le \\theta \\\\ 1 & x > \\theta \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {
    theta: {
      value: 1,
      meaning: "where the line starts, θ",
      min: -Infinity,
      max: Infinity,
      exclusive: true,
    },
    value: {
      value: 0,
      meaning: "value v for x ≤ θ",
      min: -Infinity,
      max: Infinity,
      exclusive: true,
    },
  },
  formulas: ({ theta, value }) => ({
    f: (x) => x > theta ? x : x <= theta ? value : NaN,
    derivative: (x) => x > theta ? 1 : x <= theta ? 0 : NaN,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: [theta],
    asymptotes: { left: { slope: 0, intercept: value }, right: { slope: 1, intercept: 0 } },
  }),
  sources: [
    {
      who: "Kishore Konda, Roland Memisevic, David Krueger",
      year: 2014,
      title: "Zero-bias autoencoders and the benefits of co-adapting features",
      url: "https://arxiv.org/abs/1402.3337",
    },
  ],
});
