import { type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * `hardmax(x)`: 1 at the first of the largest entries, 0 elsewhere.
 *
 * - It is constant between jumps, so its vector-Jacobian product is 0.
 * - If an entry is NaN, all of the result is.
 *
 * @param x the numbers, at least one
 * @param options `{ empty: 0 }` gives zeros where every number is −∞
 * @returns as many numbers
 * @throws RangeError if x is empty
 * @see ONNX, https://onnx.ai/onnx/operators/onnx__Hardmax.html
 *
 * @example The first of the largest
 * ```ts
 * import { hardmax } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...hardmax([1, 3, 3])], [0, 1, 0]);
 * ```
 */
export const hardmax: VectorActivation = vectorActivation({
  id: "hardmax",
  title: "Hardmax",
  tex: "[\\, i = \\min \\operatorname{argmax}_j x_j \\,]",
  halves: false,
  empty: -Infinity,
  f: (x) => {
    const values = Array.from(x);
    if (values.some(Number.isNaN)) return new Float64Array(x.length).fill(NaN);
    const first = values.indexOf(values.reduce((a, b) => Math.max(a, b)));
    return Float64Array.from(values, (_, i) => i === first ? 1 : 0);
  },
  vjp: (x) => new Float64Array(x.length).fill(Array.from(x).some(Number.isNaN) ? NaN : 0),
  sources: [
    {
      who: "ONNX contributors",
      year: 2017,
      title: "Open Neural Network Exchange: Hardmax",
      url: "https://onnx.ai/onnx/operators/onnx__Hardmax.html",
    },
  ],
});
