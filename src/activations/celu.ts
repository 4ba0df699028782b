import { exponentialTail } from "./_exponential_tail.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `celu(x) = x` for x > 0, `α (e^(x/α) − 1)` else: elu without a kink for any α.
 *
 * - Default α = 1, everywhere; then it is elu.
 * - Below 0, where α (e^(x/α) − 1) is at most 0 too, the left side falls as an exponential and has
 *   no asymptote. At 0 it has no meaning; PyTorch refuses it as well.
 * - No kink. f″ jumps from 1/α to 0 at 0, and f″(0) = 1/α, the left side.
 * - Asymptotes: y = −α on the left, y = x on the right, reached.
 * - Within 0.51 ulp, f′ and f″ too.
 *
 * @param x any number
 * @returns a number above −α
 * @see Barron 2017, https://arxiv.org/abs/1704.07483
 *
 * @example Smooth at 0 for any α
 * ```ts
 * import { celu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const shallow = celu.with({ alpha: 0.5 });
 * assertEquals(shallow.derivative(0), 1);
 * assertEquals(shallow(-Infinity), -0.5);
 * ```
 */
export const celu: Activation = activation({
  id: "celu",
  title: "CELU",
  tex: {
    f: "\\begin{cases} \\alpha (e^{x/\\alpha} - 1) & x \\le 0 \\\\ x & x > 0 \\end{cases}",
    derivative: "\\begin{cases} e^{x/\\alpha} & x \\le 0 \\\\ 1 & x > 0 \\end{cases}",
    secondDerivative:
      "\\begin{cases} e^{x/\\alpha} / \\alpha & x \\le 0 \\\\ 0 & x > 0 \\end{cases}",
  },
  parameters: {
    alpha: {
      value: 1,
      meaning: "depth and width α of the left side",
      min: -1e50,
      max: 1e50,
      smallest: 1e-50,
      nonzero: true,
    },
  },
  formulas: ({ alpha }) => exponentialTail({ scale: 1, height: alpha, width: alpha }),
  sources: [
    {
      who: "Jonathan Barron",
      year: 2017,
      title: "Continuously Differentiable Exponential Linear Units",
      url: "https://arxiv.org/abs/1704.07483",
    },
  ],
});
