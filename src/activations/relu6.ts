import { clipped } from "./_clipped.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `relu6(x) = min(max(x, 0), 6)`: relu that stops at 6, so that low precision keeps its digits.
 *
 * - Kinks at 0 and 6, where f′ = 0, as in PyTorch and JAX; TensorFlow.js takes 1 at 6.
 * - Asymptotes: y = 0 and y = 6, both reached.
 * - Exact. `relu6(-0)` is 0.
 *
 * @param x any number
 * @returns a number of [0, 6]
 * @see Krizhevsky 2010, "Convolutional Deep Belief Networks on CIFAR-10"
 *
 * @example Clipped at both ends
 * ```ts
 * import { relu6 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-1, 2, 7].map(relu6), [0, 2, 6]);
 * assertEquals([-1, 2, 6].map(relu6.derivative), [0, 1, 0]);
 * ```
 */
export const relu6: Activation = activation({
  id: "relu6",
  title: "ReLU6",
  tex: {
    f: "\\min(\\max(x, 0), 6)",
    derivative: "\\begin{cases} 1 & 0 < x < 6 \\\\ 0 & \\text{else} \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {},
  formulas: () => clipped(0, 6),
  sources: [
    {
      who: "Alex Krizhevsky",
      year: 2010,
      title: "Convolutional Deep Belief Networks on CIFAR-10",
    },
  ],
});
