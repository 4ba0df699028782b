import { type Activation, activation } from "./activation.ts";

/**
 * `sparseSigmoid(x) = min(max((x + 1) / 2, 0), 1)`: the derivative of {@linkcode sparsePlus}.
 *
 * - Kinks at −1 and 1, where f′ = 0, the outer sides.
 * - Asymptotes: y = 0 and y = 1, both reached.
 * - Correctly rounded: one sum, halved exactly.
 *
 * @param x any number
 * @returns a number of [0, 1]
 * @see Blondel, Martins and Niculae 2020, https://arxiv.org/abs/1901.02324, section 6.2
 *
 * @example Three pieces
 * ```ts
 * import { sparseSigmoid } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-2, 0, 0.5, 1].map(sparseSigmoid), [0, 0.5, 0.75, 1]);
 * assertEquals([-1, 0, 1].map(sparseSigmoid.derivative), [0, 0.5, 0]);
 * ```
 */
export const sparseSigmoid: Activation = activation({
  id: "sparseSigmoid",
  title: "Sparse sigmoid",
  tex: {
    f: "\\min\\left(\\max\\left(\\tfrac12 (x + 1), 0\\right), 1\\right)",
    derivative: "\\begin{cases} \\tfrac12 & |x| < 1 \\\\ 0 & \\text{else} \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2,
    derivative: (x) => x > -1 && x < 1 ? 0.5 : Number.isNaN(x) ? NaN : 0,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: [-1, 1],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
  }),
  sources: [
    {
      who: "Mathieu Blondel, André Martins, Vlad Niculae",
      year: 2020,
      title: "Learning with Fenchel-Young Losses",
      url: "https://arxiv.org/abs/1901.02324",
    },
  ],
});
