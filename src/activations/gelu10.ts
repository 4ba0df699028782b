import { type Activation, activation } from "./activation.ts";
import { gelu } from "./gelu.ts";

/**
 * `gelu10(x) = min(max(gelu(x), −10), 10)`: gelu clipped for quantization; −10 is never reached.
 *
 * - Kink where gelu(x) = 10, which is 10 + 8e-23, so the double 10; f′(10) = gelu′(10), which rounds
 *   to 1, as in PyTorch, whose clip passes slopes at its ends.
 * - Asymptotes: y = 0 on the left, y = 10 on the right, reached.
 * - As accurate as {@linkcode gelu}.
 *
 * @param x any number
 * @returns a number of [−0.17, 10]
 * @see Wu and others 2020, https://arxiv.org/abs/2004.09602
 *
 * @example Clipped
 * ```ts
 * import { gelu, gelu10 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(gelu10(1), gelu(1));
 * assertEquals(gelu10(11), 10);
 * assertEquals([10, 11].map(gelu10.derivative), [1, 0]);
 * ```
 */
export const gelu10: Activation = activation({
  id: "gelu10",
  title: "GELU 10",
  tex: {
    f: "\\min(\\max(x \\, \\Phi(x), -10), 10)",
    derivative:
      "\\begin{cases} \\Phi(x) + x \\, \\varphi(x) & x \\le 10 \\\\ 0 & x > 10 \\end{cases}",
    secondDerivative: "\\begin{cases} (2 - x^2) \\, \\varphi(x) & x \\le 10 \\\\ " +
      "0 & x > 10 \\end{cases}",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => x > 10 ? 10 : gelu(x),
    derivative: (x) => x > 10 ? 0 : gelu.derivative(x),
    secondDerivative: (x) => x > 10 ? 0 : gelu.derivative.derivative(x),
    kinks: [10],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 10 } },
  }),
  sources: [
    {
      who: "Hao Wu, Patrick Judd, Xiaojie Zhang, Mikhail Isaev, Paulius Micikevicius",
      year: 2020,
      title:
        "Integer Quantization for Deep Learning Inference: Principles and Empirical Evaluation",
      url: "https://arxiv.org/abs/2004.09602",
    },
  ],
});
