import { exponentialTail } from "./_exponential_tail.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `elu(x) = x` for x > 0, `α (eˣ − 1)` else, the exponential linear unit.
 *
 * - Default α = 1, everywhere. Then there is no kink, but f″ jumps from 1 to 0 at 0.
 * - α may be 0, where it is relu, or below it.
 * - With another α there is a kink at 0. There f′ = α and f″ = α, the left side, as in PyTorch.
 * - Asymptotes: y = −α on the left, y = x on the right, reached.
 * - Within 0.51 ulp, f′ and f″ too: eˣ − 1 is not a difference, and f′ is αeˣ, not f + α.
 *
 * @param x any number
 * @returns a number above −α
 * @see Clevert, Unterthiner and Hochreiter 2015, https://arxiv.org/abs/1511.07289
 *
 * @example No cancellation near 0
 * ```ts
 * import { elu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(elu(-1e-8), -9.999999950000001e-9);
 * assertEquals(elu(2), 2);
 * assertEquals(elu.with({ alpha: 2 })(-Infinity), -2);
 * ```
 */
export const elu: Activation = activation({
  id: "elu",
  title: "ELU",
  tex: {
    f: "\\begin{cases} \\alpha (e^x - 1) & x \\le 0 \\\\ x & x > 0 \\end{cases}",
    derivative: "\\begin{cases} \\alpha e^x & x \\le 0 \\\\ 1 & x > 0 \\end{cases}",
    secondDerivative: "\\begin{cases} \\alpha e^x & x \\le 0 \\\\ 0 & x > 0 \\end{cases}",
  },
  parameters: {
    alpha: {
      value: 1,
      meaning: "depth α of the left side",
      min: -1e50,
      max: 1e50,
      smallest: 1e-50,
    },
  },
  formulas: ({ alpha }) => exponentialTail({ scale: 1, height: alpha, width: 1 }),
  sources: [
    {
      who: "Djork-Arné Clevert, Thomas Unterthiner, Sepp Hochreiter",
      year: 2015,
      title: "Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)",
      url: "https://arxiv.org/abs/1511.07289",
    },
  ],
});
