import { softmaxOf } from "./_normalized.ts";
import { softmaxProduct } from "./_softmax_products.ts";
import { type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * `softmax(x)ᵢ = e^xᵢ / Σ e^xⱼ`: positive numbers that sum to 1.
 *
 * - Stable for any finite input: the largest entry is subtracted first, in two parts.
 * - Each entry is within 0.51 ulp for vectors of moderate length, and so is each of the
 *   vector-Jacobian product sᵢ (cᵢ − Σ sⱼ cⱼ), but for 2⁻⁷⁰ of sᵢ Σ sⱼ |cᵢ − cⱼ|, which counts where
 *   these terms cancel.
 * - −∞ gives 0. One +∞ gives 1 there and 0 elsewhere; with several, or NaN, or nothing above −∞,
 *   there is no limit and all entries are NaN.
 *
 * @param x the numbers, at least one
 * @param options `{ empty: 0 }` gives zeros where every number is −∞, as masks need
 * @returns as many numbers
 * @throws RangeError if x is empty
 * @see Bridle 1990, "Training Stochastic Model Recognition Algorithms as Networks can Lead to
 *   Maximum Mutual Information Estimation of Parameters"
 *
 * @example Large inputs, and the gradient of one entry
 * ```ts
 * import { softmax } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...softmax([1000, 1000, -1000])], [0.5, 0.5, 0]);
 * assertEquals([...softmax.vjp([0, 0], [1, 0])], [0.25, -0.25]);
 * assertEquals([...softmax.vjp([0, 40], [0, 1])], [-4.248354255291589e-18, 4.248354255291589e-18]);
 * assertEquals([...softmax([-Infinity, -Infinity], { empty: 0 })], [0, 0]);
 * ```
 */
export const softmax: VectorActivation = vectorActivation({
  id: "softmax",
  title: "Softmax",
  tex: "\\frac{e^{x_i}}{\\sum_j e^{x_j}}",
  halves: false,
  f: softmaxOf,
  vjp: softmaxProduct,
  empty: -Infinity,
  sources: [
    {
      who: "John Bridle",
      year: 1990,
      title: "Training Stochastic Model Recognition Algorithms as Networks can Lead to Maximum " +
        "Mutual Information Estimation of Parameters",
    },
  ],
});
