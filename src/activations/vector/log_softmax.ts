import { log1pDouble } from "../../special/log.ts";
import { exponentials, softmaxOf } from "./_normalized.ts";
import { type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * `logSoftmax(x)ᵢ = xᵢ − ln Σ e^xⱼ`: the logarithm of {@linkcode softmax}, without underflow.
 *
 * - Stable for any finite input. Each entry is within 0.51 ulp for vectors of moderate length: the
 *   largest entry's is −ln(1 + the rest), which does not cancel.
 * - −∞ gives −∞. One +∞ gives −0 there and −∞ elsewhere; with several, or NaN, or nothing above
 *   −∞, there is no limit and all entries are NaN.
 *
 * @param x the numbers, at least one
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
    return Float64Array.from(found.shifts, (shift) => {
      if (shift.hi === -Infinity) return -Infinity;
      return shift.hi === 0 ? -logSum.hi : shift.minus(logSum).toNumber();
    });
  },
  vjp: (x, cotangent) => {
    const s = softmaxOf(x);
    const total = Array.from(cotangent).reduce((sum, value) => sum + value, 0);
    return s.map((value, i) => cotangent[i] - value * total);
  },
  sources: [
    {
      who: "Ian Goodfellow, Yoshua Bengio, Aaron Courville",
      year: 2016,
      title: "Deep Learning",
      url: "https://www.deeplearningbook.org/",
    },
  ],
});
