import { exponentialTail } from "./_exponential_tail.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `selu(x) = λ x` for x > 0, `λ α (eˣ − 1)` else: elu scaled so that a standard normal input keeps
 * mean 0 and variance 1.
 *
 * - λ = 1.0507009873554805 and α = 1.6732632423543772, the doubles nearest to the paper's constants,
 *   as in PyTorch, JAX and Keras; ONNX rounds them to float32.
 * - Kink at 0, where f′ = λα ≈ 1.758 and f″ = λα, the left side, as in PyTorch.
 * - Asymptotes: y = −λα on the left, y = λ x on the right, reached.
 * - α may be 0 or below it.
 * - Within 0.51 ulp, f′ and f″ too.
 *
 * @param x any number
 * @returns a number above −λα
 * @see Klambauer, Unterthiner, Mayr and Hochreiter 2017, https://arxiv.org/abs/1706.02515
 *
 * @example The deepest value
 * ```ts
 * import { selu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(selu(-Infinity), -1.7580993408473766);
 * assertEquals(selu(1), selu.parameters.scale);
 * ```
 */
export const selu: Activation = activation({
  id: "selu",
  title: "SELU",
  tex: {
    f: "\\lambda \\begin{cases} \\alpha (e^x - 1) & x \\le 0 \\\\ x & x > 0 \\end{cases}",
    derivative: "\\lambda \\begin{cases} \\alpha e^x & x \\le 0 \\\\ 1 & x > 0 \\end{cases}",
    secondDerivative: "\\lambda \\begin{cases} \\alpha e^x & x \\le 0 \\\\ 0 & x > 0 \\end{cases}",
  },
  parameters: {
    alpha: {
      value: 1.6732632423543772,
      meaning: "ratio α of the sides",
      min: -1e50,
      max: 1e50,
      smallest: 1e-50,
    },
    scale: { value: 1.0507009873554805, meaning: "slope λ for x > 0", min: 1e-50, max: 1e50 },
  },
  formulas: ({ alpha, scale }) => exponentialTail({ scale, height: alpha, width: 1 }),
  sources: [
    {
      who: "Günter Klambauer, Thomas Unterthiner, Andreas Mayr, Sepp Hochreiter",
      year: 2017,
      title: "Self-Normalizing Neural Networks",
      url: "https://arxiv.org/abs/1706.02515",
    },
  ],
});
