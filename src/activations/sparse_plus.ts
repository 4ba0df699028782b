import { DoubleDouble } from "../special/double_double.ts";
import { nearest, product } from "./_exact.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `sparsePlus(x) = 0` up to −1, `(x + 1)² / 4` up to 1, `x` from there: softplus with a zero tail.
 *
 * - No kink: f′ is {@linkcode sparseSigmoid}. f″ jumps at ±1; f″(±1) = 0, the outer sides.
 * - Asymptotes: y = 0 on the left, y = x on the right; both are reached.
 * - Correctly rounded, and so is f′.
 *
 * @param x any number
 * @returns a number of [0, ∞)
 * @see Blondel, Martins and Niculae 2020, https://arxiv.org/abs/1901.02324, section 6.2
 *
 * @example Three pieces that meet smoothly
 * ```ts
 * import { sparsePlus, sparseSigmoid } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-1, 0, 1, 2].map(sparsePlus), [0, 0.25, 1, 2]);
 * assertEquals(sparsePlus.derivative(0.5), sparseSigmoid(0.5));
 * ```
 */
export const sparsePlus: Activation = activation({
  id: "sparsePlus",
  title: "Sparse plus",
  tex: {
    f: "\\begin{cases} 0 & x \\le -1 \\\\ \\tfrac14 (x + 1)^2 & -1 < x < 1 \\\\ " +
      "x & x \\ge 1 \\end{cases}",
    derivative: "\\min\\left(\\max\\left(\\tfrac12 (x + 1), 0\\right), 1\\right)",
    secondDerivative: "\\begin{cases} \\tfrac12 & |x| < 1 \\\\ 0 & \\text{else} \\end{cases}",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => x <= -1 ? 0 : x >= 1 ? x : quarterSquare(x),
    derivative: (x) => x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2,
    secondDerivative: (x) => x > -1 && x < 1 ? 0.5 : Number.isNaN(x) ? NaN : 0,
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
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

/** (x + 1)² / 4. */
function quarterSquare(x: number): number {
  if (Math.abs(x) < 2 ** -60) return 0.25;
  const sum = DoubleDouble.sum(x, 1);
  const { hi, lo } = sum;
  const terms = () => [...product(lo, lo), ...product(2 * hi, lo), ...product(hi, hi)];
  return nearest(sum.squared().scaled(0.25), terms, 4);
}
