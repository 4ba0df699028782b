import { clipped } from "./_clipped.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `hardTanh(x) = min(max(x, low), high)`: tanh in three straight pieces.
 *
 * - Defaults low = −1 and high = 1; only PyTorch lets one change them.
 * - Kinks at low and high, where f′ = 0, as in PyTorch; JAX takes 1 at both.
 * - Asymptotes: y = low and y = high, both reached.
 * - Exact. `hardTanh(-0)` is −0.
 *
 * @param x any number
 * @returns a number of [low, high]
 * @see Collobert 2004, "Large Scale Machine Learning"
 *
 * @example Three pieces
 * ```ts
 * import { hardTanh } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-2, 0.5, 2].map(hardTanh), [-1, 0.5, 1]);
 * assertEquals([-2, 0.5, 1].map(hardTanh.derivative), [0, 1, 0]);
 * ```
 */
export const hardTanh: Activation = activation({
  id: "hardTanh",
  title: "Hard tanh",
  tex: {
    f: "\\min(\\max(x, l), h)",
    derivative: "\\begin{cases} 1 & l < x < h \\\\ 0 & \\text{else} \\end{cases}",
    secondDerivative: "0",
  },
  parameters: {
    low: { value: -1, meaning: "least value l", min: -Infinity, max: 0, exclusive: true },
    high: { value: 1, meaning: "greatest value h", min: 0, max: Infinity, exclusive: true },
  },
  formulas: ({ low, high }) => clipped(low, high),
  sources: [
    { who: "Ronan Collobert", year: 2004, title: "Large Scale Machine Learning" },
  ],
});
