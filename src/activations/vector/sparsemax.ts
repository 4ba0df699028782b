import { DoubleDouble } from "../../special/double_double.ts";
import { divided, exactSum, product } from "../_exact.ts";
import { belowLargest } from "./_normalized.ts";
import { type Vector, type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * `sparsemax(x)ᵢ = max(xᵢ − τ, 0)`, with the τ that makes the sum 1: the nearest point to x among
 * those whose entries are not negative and sum to 1. Unlike softmax it gives exact zeros.
 *
 * - Correctly rounded, and so is the vector-Jacobian product: sums are taken without rounding.
 * - Where an entry just reaches 0 the vector-Jacobian product has a kink; there the entry counts as 0.
 * - Infinite inputs and NaN as for {@linkcode softmax}.
 *
 * @param x the numbers, at least one
 * @param options `{ empty: 0 }` gives zeros where every number is −∞
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
  empty: -Infinity,
  f: projected,
  vjp: projectedProduct,
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

/** The entries that are not 0, and the exact sum of all of them less 1. */
interface Support {
  readonly shifts: readonly DoubleDouble[];
  readonly indices: readonly number[];
  readonly excess: readonly number[];
}

function support(x: Vector): Support | undefined {
  const shifts = belowLargest(x);
  if (!shifts) return undefined;
  const order = shifts.map((_, i) => i)
    // Only entries less than 1 below the largest can be positive.
    .filter((i) => shifts[i].hi > -1)
    .sort((a, b) => shifts[b].hi - shifts[a].hi || shifts[b].lo - shifts[a].lo);
  const indices: number[] = [];
  let excess = [-1];
  for (const i of order) {
    const { hi, lo } = shifts[i];
    if (indices.length > 0 && above(shifts[i], indices.length, excess) <= 0) break;
    indices.push(i);
    excess = exactSum([...excess, lo, hi]);
  }
  return { shifts, indices, excess };
}

/** The entry less the threshold, which is the excess over their number; rounded once. */
function above({ hi, lo }: DoubleDouble, count: number, excess: readonly number[]): number {
  const terms = [...product(count, lo), ...product(count, hi), ...excess.map((part) => -part)];
  return divided(terms, count);
}

function projected(x: Vector): Float64Array {
  const found = support(x);
  if (!found) return new Float64Array(x.length).fill(NaN);
  const { shifts, indices, excess } = found;
  const result = new Float64Array(x.length);
  for (const i of indices) result[i] = above(shifts[i], indices.length, excess);
  return result;
}

/** cᵢ less the mean of c over the support, rounded once. */
function projectedProduct(x: Vector, cotangent: Vector): Float64Array {
  const found = support(x);
  if (!found) return new Float64Array(x.length).fill(NaN);
  const { indices } = found;
  const c = Array.from(cotangent);
  const largest = indices.reduce((size, i) => Math.max(size, Math.abs(c[i])), 0);
  // So that no product over- or underflows.
  const unit = largest > 2 ** 800 ? 2 ** -300 : largest < 2 ** -500 ? 2 ** 500 : 1;
  const scaled = indices.map((i) => c[i] * unit);
  const sum = exactSum(scaled);
  const result = new Float64Array(x.length);
  indices.forEach((i, k) => {
    result[i] = above(new DoubleDouble(scaled[k]), indices.length, sum) / unit;
  });
  return result;
}
