import { log1p } from "../special/log.ts";
import { type Accuracy, compiled, room } from "./kernels/_kernel.ts";
import { LIST } from "./kernels/_layout.ts";

/** The functions of rows that have kernels. */
export type RowName = "softmax" | "logSoftmax";

/** Whether a function of vectors has a kernel by its id. */
export function isRowName(id: string): id is RowName {
  return id === "softmax" || id === "logSoftmax";
}

/**
 * Softmax of a row, or its logarithm.
 *
 * @param settled gives the whole row in another way, and is asked at most once, if a number is in doubt
 * @returns whether it could: not if the row has no finite maximum, or that is all there is
 */
export function row32(
  name: RowName,
  xs: Float32Array,
  out: Float32Array,
  accuracy: Accuracy,
  settled: () => Float64Array,
): boolean {
  const most = largest(xs);
  if (!(Math.abs(most) < Infinity)) return false;
  const { numbers, list } = room();
  const first = xs.indexOf(most);
  // A part of the sum as the numbers of a row are many: what is left out is 1.
  let rest = 0;
  forParts(xs, numbers, (count, start) => {
    if (first >= start && first < start + count) numbers[first - start] = -Infinity;
    numbers.fill(-Infinity, count, Math.min(count + 3, numbers.length));
    rest += compiled("rows sum")(4 * count, most);
  });
  // Exponentials of −∞ are taken for e^(−115): too much beside so little.
  if (rest < 2 ** -60) return false;
  const by = name === "softmax" ? 1 / (1 + rest) : log1p(rest);
  // Each addition may be off by half a unit in the last place.
  const error = 2 ** -48 + xs.length * 2 ** -53;
  const run = compiled(`${name} ${accuracy}`);
  let exact: Float64Array | undefined;
  forParts(xs, numbers, (count, start) => {
    const end = accuracy === "nearest"
      ? run(4 * count, most, by, 1 - error, 1 + error)
      : run(4 * count, most, by);
    for (let k = 0; k < (end - LIST) / 4; k++) {
      for (let lane = 0, i = list[k] >> 4 << 2; lane < 4 && i < count; lane++, i++) {
        if (list[k] >> lane & 1) numbers[i] = (exact ??= settled())[start + i];
      }
    }
    out.set(numbers.subarray(0, count), start);
  });
  return true;
}

/** The largest number, NaN if there is one. */
function largest(xs: Float32Array): number {
  let most = -Infinity;
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    if (x > most) most = x;
    else if (x !== x) return NaN;
  }
  return most;
}

/** Copies numbers to the memory of the kernels, part by part. */
function forParts(
  xs: Float32Array,
  numbers: Float32Array,
  work: (count: number, start: number) => void,
): void {
  for (let start = 0; start < xs.length; start += numbers.length) {
    const part = xs.subarray(start, start + numbers.length);
    numbers.set(part);
    work(part.length, start);
  }
}
