import { nearestOf } from "./_nearest.ts";
import { type Accuracy, kernelOf } from "./kernels/_kernel.ts";

/** A function at every number of an array, in place or to another; the two do not overlap otherwise. */
export function evaluate32(
  f: (x: number) => number,
  xs: Float32Array,
  out: Float32Array,
  accuracy: Accuracy,
): void {
  const { nearest } = nearestOf(f);
  const kernel = kernelOf(f, accuracy);
  if (!kernel) {
    for (let i = 0; i < xs.length; i++) out[i] = nearest(xs[i]);
    return;
  }
  const { numbers, run } = kernel;
  for (let start = 0; start < xs.length; start += numbers.length) {
    const count = Math.min(numbers.length, xs.length - start);
    const whole = count === xs.length;
    numbers.set(whole ? xs : xs.subarray(start, start + count));
    for (const place of run(count)) {
      for (let lane = 0, i = place >> 4 << 2; lane < 4 && i < count; lane++, i++) {
        if (place >> lane & 1) numbers[i] = nearest(xs[start + i]);
      }
    }
    out.set(count === numbers.length ? numbers : numbers.subarray(0, count), start);
  }
}
