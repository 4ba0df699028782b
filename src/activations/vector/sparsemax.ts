import { DoubleDouble } from "../../special/double_double.ts";
import { belowLargest } from "./_normalized.ts";
import { type Vector, type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * `sparsemax(x)ᵢ = max(xᵢ − τ, 0)`, with the τ that makes the sum 1: the nearest point to x among
 * those whose entries are not negative and sum to 1. Unlike softmax it gives exact zeros.
 *
 * - Stable for any finite input: the largest entry is subtracted first, in two parts.
 * - Where an entry just reaches 0 the vector-Jacobian product has a kink; there the entry counts as 0.
 * - Infinite inputs and NaN as for {@linkcode softmax}.
 *
 * @param x the numbers, at least one
 * @returns as many numbers, which sum to 1
 * @throws RangeError if x is empty
 * @see Martins and Astudillo 2016, https://arxiv.org/abs/1602.02068
 *
 * @example Exact zeros
 * ```ts
 * import { sparsemax } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...sparsemax([1, 0.5, -1])], [0.75, 0.25, 0]);
 * assertEquals([...sparsemax.vjp([1, 0.5, -1], [1, 0, 0])], [0.5, -0.5, 0]);
 * ```
 */
export const sparsemax: VectorActivation = vectorActivation({
  id: "sparsemax",
  title: "Sparsemax",
  tex: "\\max(x_i - \\tau, 0), \\; \\sum_j \\max(x_j - \\tau, 0) = 1",
  halves: false,
  f: projected,
  vjp: (x, cotangent) => {
    const p = projected(x);
    const inside = Array.from(cotangent).filter((_, i) => p[i] > 0);
    const mean = inside.reduce((sum, value) => sum + value, 0) / inside.length;
    return p.map((value, i) => value > 0 ? cotangent[i] - mean : value);
  },
  sources: [
    {
      who: "André Martins, Ramón Astudillo",
      year: 2016,
      title:
        "From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification",
      url: "https://arxiv.org/abs/1602.02068",
    },
  ],
});

function projected(x: Vector): Float64Array {
  const shifts = belowLargest(x);
  if (!shifts) return new Float64Array(x.length).fill(NaN);
  // Only entries less than 1 below the largest can be positive.
  const near = shifts.filter(({ hi }) => hi > -1).sort((a, b) => b.hi - a.hi || b.lo - a.lo);
  let sum = new DoubleDouble(0);
  let threshold = new DoubleDouble(-1);
  near.every((entry, index) => {
    if (index > 0 && entry.minus(threshold).hi <= 0) return false;
    sum = sum.plus(entry);
    threshold = sum.minus(1).dividedBy(index + 1);
    return true;
  });
  return Float64Array.from(
    shifts,
    (shift) => shift.hi > -1 ? Math.max(0, shift.minus(threshold).toNumber()) : 0,
  );
}
