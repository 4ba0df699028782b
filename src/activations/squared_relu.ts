import { type Activation, activation } from "./activation.ts";

/**
 * `squaredRelu(x) = max(0, x)²`.
 *
 * - No kink: f′ = 2 max(0, x). f″ jumps from 0 to 2 at 0, and f″(0) = 0, the left side.
 * - Asymptotes: y = 0 on the left, none on the right.
 * - Correctly rounded: it is one product.
 *
 * @param x any number
 * @returns `x²` if positive, else 0
 * @see So and others 2021, https://arxiv.org/abs/2109.08668
 *
 * @example Half of the parabola
 * ```ts
 * import { relu2, squaredRelu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-2, 0, 3].map(squaredRelu), [0, 0, 9]);
 * assertEquals(squaredRelu.derivative(3), 6);
 * assertEquals(relu2, squaredRelu);
 * ```
 */
export const squaredRelu: Activation = activation({
  id: "squaredRelu",
  title: "Squared ReLU",
  tex: {
    f: "\\max(0, x)^2",
    derivative: "2 \\max(0, x)",
    secondDerivative: "\\begin{cases} 0 & x \\le 0 \\\\ 2 & x > 0 \\end{cases}",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => x > 0 ? x * x : x <= 0 ? 0 : NaN,
    derivative: (x) => x > 0 ? 2 * x : x <= 0 ? 0 : NaN,
    secondDerivative: (x) => x > 0 ? 2 : x <= 0 ? 0 : NaN,
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: null },
  }),
  sources: [
    {
      who: "David So, Wojciech Mańke, Hanxiao Liu, Zihang Dai, Noam Shazeer, Quoc Le",
      year: 2021,
      title: "Primer: Searching for Efficient Transformers for Language Modeling",
      url: "https://arxiv.org/abs/2109.08668",
    },
  ],
});

/** Hugging Face's name for {@linkcode squaredRelu}: the same object. */
export const relu2: Activation = squaredRelu;
