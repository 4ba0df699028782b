import { DoubleDouble } from "../special/double_double.ts";
import { nearest, product } from "./_exact.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `hardSwish(x) = x · min(max(x + 3, 0), 6) / 6`: silu with the sigmoid in three straight pieces.
 *
 * - Kinks at −3, where f′ = 0 (−1/2 on the right), and at 3, where f′ = 1 (3/2 on the left): the
 *   values of the outer, straight pieces. Older releases of PyTorch take −1/2 and 3/2.
 * - Asymptotes: y = 0 on the left, y = x on the right; both are reached. Left of −3 it is −0.
 * - Correctly rounded, and so is f′.
 *
 * @param x any number
 * @returns a number of [−3/8, ∞)
 * @see Howard and others 2019, https://arxiv.org/abs/1905.02244
 *
 * @example Three pieces
 * ```ts
 * import { hardSwish } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-1.5, 1.5, 6].map(hardSwish), [-0.375, 1.125, 6]);
 * assertEquals([-3, 0, 3].map(hardSwish.derivative), [0, 0.5, 1]);
 * ```
 */
export const hardSwish: Activation = activation({
  id: "hardSwish",
  title: "Hard swish",
  tex: {
    f: "\\tfrac{x}{6} \\min(\\max(x + 3, 0), 6)",
    derivative: "\\begin{cases} 0 & x \\le -3 \\\\ \\tfrac{2x + 3}{6} & -3 < x < 3 \\\\ " +
      "1 & x \\ge 3 \\end{cases}",
    secondDerivative: "\\begin{cases} \\tfrac13 & |x| < 3 \\\\ 0 & \\text{else} \\end{cases}",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => x <= -3 ? -0 : x >= 3 ? x : middle(x),
    derivative: (x) => x <= -3 ? 0 : x >= 3 ? 1 : middleSlope(x),
    secondDerivative: (x) => x > -3 && x < 3 ? 1 / 3 : Number.isNaN(x) ? NaN : 0,
    kinks: [-3, 3],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  cost: { multiplyAdds: 2, exps: 0, divisions: 0 }, // x·clip(x/6 + ½)
  sources: [
    {
      who: "Andrew Howard and others",
      year: 2019,
      title: "Searching for MobileNetV3",
      url: "https://arxiv.org/abs/1905.02244",
    },
  ],
});

/** x (x + 3) / 6. */
function middle(x: number): number {
  if (Math.abs(x) < 2 ** -60) {
    // x/2 + x²/6 where x² is too small to count, except that it breaks ties of subnormals upwards.
    const half = x / 2;
    return half + half < x ? half + Number.MIN_VALUE : half;
  }
  const sum = DoubleDouble.sum(x, 3);
  const terms = () => [...product(x, sum.lo), ...product(x, sum.hi)];
  return nearest(sum.times(x).dividedBy(6), terms, 6);
}

/** (2x + 3) / 6. */
function middleSlope(x: number): number {
  const sum = DoubleDouble.sum(2 * x, 3);
  return nearest(sum.dividedBy(6), () => [sum.lo, sum.hi], 6);
}
