import { numberFrom } from "./_number_from.ts";
import type { NumberArray } from "./_numbers.ts";
import { type Accuracy, doubleKernelOf, room } from "./kernels/_kernel.ts";
import { LIST } from "./kernels/_layout.ts";

/** A function at every number of an array, in doubles; the two do not overlap but wholly. */
export function evaluate64(
  f: (x: number) => number,
  xs: NumberArray,
  out: Float64Array,
  accuracy: Accuracy,
): void {
  const run = accuracy === "fast" ? doubleKernelOf(f) : undefined;
  if (!run) {
    for (let i = 0; i < xs.length; i++) out[i] = numberFrom(f, xs[i]);
    return;
  }
  const { doubles, list } = room();
  for (let start = 0; start < xs.length; start += doubles.length) {
    const count = Math.min(doubles.length, xs.length - start);
    doubles.set(xs.subarray(start, start + count));
    const doubts = (run(8 * count) - LIST) / 4;
    for (let k = 0; k < doubts; k++) {
      // Two bits for each of the two lanes.
      for (let lane = 0, i = list[k] >> 4 << 1; lane < 2 && i < count; lane++, i++) {
        if (list[k] >> 2 * lane & 1) doubles[i] = f(xs[start + i]);
      }
    }
    out.set(doubles.subarray(0, count), start);
  }
}
