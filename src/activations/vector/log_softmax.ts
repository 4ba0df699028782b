import { log1pDouble } from "../../special/log.ts";
import { exponentials, faintRest } from "./_normalized.ts";
import { logSoftmaxProduct } from "./_softmax_products.ts";
import { type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * `logSoftmax(x)ᵢ = xᵢ − ln Σ e^xⱼ`: the logarithm of {@linkcode softmax}, without underflow.
 *
 * - Stable for any finite input. Each entry is within 0.51 ulp for vectors of moderate length: the
 *   largest entry's is −ln(1 + the rest), which does not cancel. So is each entry of the
 *   vector-Jacobian product cᵢ − sᵢ Σ cⱼ, but for 2⁻⁷⁰ of the sum of |cᵢ| sⱼ and sᵢ |cⱼ| over j ≠ i.
 * - −∞ gives −∞. One +∞ gives −0 there and −∞ elsewhere; with several, or NaN, or nothing above
 *   −∞, there is no limit and all entries are NaN.
 *
 * @param x the numbers, at least one
 * @param options `{ empty: -Infinity }` gives that everywhere where every number is −∞
 * @returns as many numbers, all at most 0
 * @throws RangeError if x is empty
 * @see Goodfellow, Bengio and Courville 2016, "Deep Learning", section 6.2.2.3
 *
 * @example Where softmax itself would be 0
 * ```ts
 * import { logSoftmax } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...logSoftmax([1000, 0])], [-0, -1000]);
 * assertEquals(logSoftmax.vjp([0, -40], [1, 0])[0], 4.248354255291589e-18);
 * ```
 */
export const logSoftmax: VectorActivation = vectorActivation({
  id: "logSoftmax",
  title: "Log-softmax",
  tex: "x_i - \\ln \\sum_j e^{x_j}",
  halves: false,
  f: (x) => {
    const found = exponentials(x);
    if (!found) return new Float64Array(x.length).fill(NaN);
    const logSum = log1pDouble(found.rest);
    const largest = -(faintRest(found) ?? logSum.hi);
    return Float64Array.from(found.shifts, (shift) => {
      if (shift.hi === -Infinity) return -Infinity;
      return shift.hi === 0 ? largest : shift.minus(logSum).toNumber();
    });
  },
  vjp: logSoftmaxProduct,
  empty: -Infinity,
  sources: [
    {
      who: "Ian Goodfellow, Yoshua Bengio, Aaron Courville",
      year: 2016,
      title: "Deep Learning",
      url: "https://www.deeplearningbook.org/",
    },
  ],
});
