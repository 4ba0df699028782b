import { softplusAt, softplusBendAt, softplusSlopeAt } from "./_softplus.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `logSigmoid(x) = ln σ(x) = −ln(1 + e⁻ˣ)`.
 *
 * - It is −softplus(−x). Smooth, increasing, negative; logSigmoid(0) = −ln 2.
 * - logSigmoid(∞) = −0 and logSigmoid(−∞) = −∞; NaN gives NaN.
 * - Asymptotes: y = x on the left, y = 0 on the right.
 * - Accuracy: f, f′ and f″ are within 0.51 units in the last place; subnormal results are within
 *   one quantum.
 *
 * @param x any number
 * @returns the logarithm of σ(x), at most 0
 * @see PyTorch, https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html
 *
 * @example The right tail keeps its digits
 * ```ts
 * import { logSigmoid } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(logSigmoid(0), -Math.LN2);
 * assertEquals(logSigmoid(40), -4.248354255291589e-18);
 * assertEquals(logSigmoid.derivative(0), 0.5);
 * ```
 */
export const logSigmoid: Activation = activation({
  id: "logSigmoid",
  title: "Log sigmoid",
  tex: {
    f: "-\\ln(1 + e^{-x})",
    derivative: "\\sigma(-x)",
    secondDerivative: "-\\sigma(x)\\,\\sigma(-x)",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => -softplusAt(-x, 1),
    derivative: (x) => softplusSlopeAt(-x, 1),
    secondDerivative: (x) => 0 - softplusBendAt(x, 1),
    kinks: [],
    asymptotes: { left: { slope: 1, intercept: 0 }, right: { slope: 0, intercept: 0 } },
  }),
  sources: [
    {
      who: "PyTorch",
      year: 2016,
      title: "LogSigmoid",
      url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html",
    },
  ],
});
