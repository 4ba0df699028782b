import { nearestOf } from "./_nearest.ts";
import { type Accuracy, type Kernel, kernelOf } from "./kernels/_kernel.ts";

/** A function at every number of an array, in place or to another; the two do not overlap otherwise. */
export function evaluate32(
  f: (x: number) => number,
  xs: Float32Array,
  out: Float32Array,
  accuracy: Accuracy,
): void {
  settleAll(kernelOf(f, accuracy), nearestOf(f).nearest, xs, out);
}

/**
 * The doubles of a function at every number of an array, each rounded once. A kernel does what is in
 * no doubt.
 *
 * @param settle f itself, called where a kernel is in doubt, or everywhere
 */
export function roundedDoubles(
  f: (x: number) => number,
  settle: (x: number) => number,
  xs: Float32Array,
  out: Float32Array,
): void {
  const kernel = kernelOf(f, "nearest");
  settleAll(kernel?.doubts ? kernel : null, settle, xs, out);
}

function settleAll(
  kernel: Kernel | null,
  settle: (x: number) => number,
  xs: Float32Array,
  out: Float32Array,
): void {
  if (!kernel) {
    for (let i = 0; i < xs.length; i++) out[i] = settle(xs[i]);
    return;
  }
  const { numbers, list, run } = kernel;
  for (let start = 0; start < xs.length; start += numbers.length) {
    const count = Math.min(numbers.length, xs.length - start);
    numbers.set(count === xs.length ? xs : xs.subarray(start, start + count));
    const doubts = run(count);
    for (let k = 0; k < doubts; k++) {
      for (let lane = 0, i = list[k] >> 4 << 2; lane < 4 && i < count; lane++, i++) {
        if (list[k] >> lane & 1) numbers[i] = settle(xs[start + i]);
      }
    }
    out.set(count === numbers.length ? numbers : numbers.subarray(0, count), start);
  }
}
