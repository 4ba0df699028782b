import { type Activation, activation } from "./activation.ts";

/**
 * `relu(x) = max(0, x)`, the rectified linear unit.
 *
 * - Kink at 0, where f′ = 0, as in every large library; the slope is 0 before and 1 after.
 * - Asymptotes: y = 0 on the left, y = x on the right; both are reached.
 * - Exact. `relu(-0)` is 0.
 *
 * @param x any number
 * @returns `x` if positive, else 0
 * @see Fukushima 1969, https://doi.org/10.1109/TSSC.1969.300225
 * @see Nair and Hinton 2010, "Rectified Linear Units Improve Restricted Boltzmann Machines"
 *
 * @example Half of the line
 * ```ts
 * import { relu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-2, 0, 3].map(relu), [0, 0, 3]);
 * assertEquals([-2, 0, 3].map(relu.derivative), [0, 0, 1]);
 * ```
 */
export const relu: Activation = activation({
  id: "relu",
  title: "ReLU",
  tex: {
    f: "\\max(0, x)",
    derivative: "\\begin{cases} 0 & x \\le 0 \\\\ 1 & x > 0 \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => x > 0 ? x : x <= 0 ? 0 : NaN,
    derivative: (x) => x > 0 ? 1 : x <= 0 ? 0 : NaN,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: [0],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  cost: { multiplyAdds: 0, exps: 0, divisions: 0 },
  sources: [
    {
      who: "Kunihiko Fukushima",
      year: 1969,
      title: "Visual Feature Extraction by a Multilayered Network of Analog Threshold Elements",
      url: "https://doi.org/10.1109/TSSC.1969.300225",
    },
    {
      who: "Vinod Nair, Geoffrey Hinton",
      year: 2010,
      title: "Rectified Linear Units Improve Restricted Boltzmann Machines",
    },
  ],
});
