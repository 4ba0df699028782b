import { softmax } from "./softmax.ts";
import { type Vector, type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * `softmin(x) = softmax(−x)`: the smallest entry gets the most.
 *
 * Accuracy and infinite inputs as for {@linkcode softmax}, with signs exchanged.
 *
 * @param x the numbers, at least one
 * @param options `{ empty: 0 }` gives zeros where every number is ∞
 * @returns as many numbers, which sum to 1
 * @throws RangeError if x is empty
 * @see PyTorch, https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmin.html
 *
 * @example The smallest wins
 * ```ts
 * import { softmin } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...softmin([0, 1000])], [1, 0]);
 * ```
 */
export const softmin: VectorActivation = vectorActivation({
  id: "softmin",
  title: "Softmin",
  tex: "\\frac{e^{-x_i}}{\\sum_j e^{-x_j}}",
  halves: false,
  f: (x) => softmax(negated(x)),
  empty: Infinity,
  vjp: (x, cotangent) => negated(softmax.vjp(negated(x), cotangent)),
  sources: [
    {
      who: "Adam Paszke and others",
      year: 2019,
      title: "PyTorch: An Imperative Style, High-Performance Deep Learning Library",
      url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmin.html",
    },
  ],
});

function negated(x: Vector): Float64Array {
  return Float64Array.from(x, (value) => -value);
}
