import { type Activation, activation } from "./activation.ts";

/**
 * `softShrink(x) = sign(x) max(|x| − λ, 0)`: values nearer to 0 than λ vanish, others move by λ.
 *
 * - Default λ = 0.5.
 * - Kinks at −λ and λ, where f′ = 0, as in PyTorch. With λ = 0 there is none: f = x, and f′ = 1
 *   everywhere.
 * - Asymptotes: y = x + λ on the left, y = x − λ on the right; both are reached.
 * - Correctly rounded: it is one difference. Odd to the bit, so −0.1 gives −0.
 *
 * @param x any number
 * @returns `x` moved towards 0
 * @see Donoho 1995, https://doi.org/10.1109/18.382009
 *
 * @example Towards zero
 * ```ts
 * import { softShrink } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-2, 0.25, 2].map(softShrink), [-1.5, 0, 1.5]);
 * assertEquals([-2, 0.25, 2].map(softShrink.derivative), [1, 0, 1]);
 * ```
 */
export const softShrink: Activation = activation({
  id: "softShrink",
  title: "Soft shrink",
  tex: {
    f: "\\begin{cases} x + \\lambda & x < -\\lambda \\\\ 0 & |x| \\le \\lambda \\\\ " +
      "x - \\lambda & x > \\lambda \\end{cases}",
    derivative: "\\begin{cases} 0 & |x| \\le \\lambda \\\\ 1 & |x| > \\lambda \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {
    lambda: { value: 0.5, meaning: "distance λ", min: 0, max: Number.MAX_VALUE },
  },
  formulas: ({ lambda }) => ({
    f: (x) => x > lambda ? x - lambda : x < -lambda ? x + lambda : 0 * x,
    derivative: (x) =>
      x > lambda || x < -lambda || lambda === 0 && x === 0 ? 1 : Number.isNaN(x) ? NaN : 0,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: lambda === 0 ? [] : [-lambda, lambda],
    asymptotes: {
      left: { slope: 1, intercept: lambda },
      right: { slope: 1, intercept: -lambda },
    },
  }),
  sources: [
    {
      who: "David Donoho",
      year: 1995,
      title: "De-noising by soft-thresholding",
      url: "https://doi.org/10.1109/18.382009",
    },
  ],
});
