import { type Activation, activation } from "./activation.ts";

/**
 * `hardShrink(x) = x` for |x| > λ, 0 else.
 *
 * - Default λ = 0.5.
 * - Kinks at −λ and λ, where f jumps by λ; f′ = 0 there, as in PyTorch. With λ = 0 there is none:
 *   f = x, and f′ = 1 everywhere.
 * - Asymptote y = x on both sides; it is reached.
 * - Exact. Odd to the bit, so −0.1 gives −0.
 *
 * @param x any number
 * @returns `x` or 0
 * @see Donoho and Johnstone 1994, https://doi.org/10.1093/biomet/81.3.425
 *
 * @example All or nothing
 * ```ts
 * import { hardShrink } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-2, 0.5, 2].map(hardShrink), [-2, 0, 2]);
 * assertEquals(hardShrink.derivative(0.5), 0);
 * ```
 */
export const hardShrink: Activation = activation({
  id: "hardShrink",
  title: "Hard shrink",
  tex: {
    f: "\\begin{cases} 0 & |x| \\le \\lambda \\\\ x & |x| > \\lambda \\end{cases}",
    derivative: "\\begin{cases} 0 & |x| \\le \\lambda \\\\ 1 & |x| > \\lambda \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {
    lambda: { value: 0.5, meaning: "threshold λ", min: 0, max: Number.MAX_VALUE },
  },
  formulas: ({ lambda }) => ({
    f: (x) => x > lambda || x < -lambda ? x : 0 * x,
    derivative: (x) =>
      x > lambda || x < -lambda || lambda === 0 && x === 0 ? 1 : Number.isNaN(x) ? NaN : 0,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: lambda === 0 ? [] : [-lambda, lambda],
    asymptotes: { left: { slope: 1, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  sources: [
    {
      who: "David Donoho, Iain Johnstone",
      year: 1994,
      title: "Ideal spatial adaptation by wavelet shrinkage",
      url: "https://doi.org/10.1093/biomet/81.3.425",
    },
  ],
});
