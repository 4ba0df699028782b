import { evaluate32 } from "./_evaluate32.ts";
import { nearestOf } from "./_nearest.ts";
import { isGone } from "./_numbers.ts";
import { gone } from "./_request.ts";
import { type Thread, thread } from "./_thread.ts";
import { type Accuracy, moduleFor } from "./kernels/_kernel.ts";
import { ROOM } from "./kernels/_layout.ts";

const threads: Thread[] = [];

/**
 * The fewest numbers that another thread is asked for: they take it more than a millisecond, while to
 * ask and to copy takes up to one.
 */
export const LEAST: Readonly<Record<Accuracy, number>> = { nearest: 2 ** 18, fast: 2 ** 20 };

/**
 * A function with a kernel at every number of an array, this thread and others each a stretch of it;
 * a function without one, and an array that is too short, is left to this thread.
 *
 * @param most how many threads there may be
 * @param least how many numbers each does at least
 */
export async function evaluateOnThreads(
  f: (x: number) => number,
  xs: Float32Array,
  out: Float32Array,
  accuracy: Accuracy,
  most: number,
  least: number = LEAST[accuracy],
): Promise<void> {
  const count = Math.min(most, Math.floor(xs.length / least));
  const kernel = count > 1 ? moduleFor(f, accuracy) : undefined;
  // Whole rooms, so that no thread has a rest to itself.
  const rooms = Math.ceil(xs.length / (ROOM / 4));
  const stretch = Math.ceil(rooms / count) * (ROOM / 4);
  if (!kernel || stretch >= xs.length) return evaluate32(f, xs, out, accuracy);
  const { nearest } = nearestOf(f);
  const shared = isShared(xs) && isShared(out);
  const others: Promise<void>[] = [];
  for (let start = stretch; start < xs.length; start += stretch) {
    const input = shared ? xs.subarray(start, start + stretch) : xs.slice(start, start + stretch);
    const place = out.subarray(start, start + input.length);
    const other = threads[others.length] ??= thread();
    const piece = { ...kernel, room: ROOM, xs: input, out: shared ? place : input };
    others.push(
      other.run(piece).then((found) => {
        if (isGone(place)) throw new TypeError(gone("Float32Array that was whole before"));
        if (!shared) place.set(found.out);
        for (const [i, x] of found.doubts) place[i] = nearest(x);
      }),
    );
  }
  evaluate32(f, xs.subarray(0, stretch), out.subarray(0, stretch), accuracy);
  await Promise.all(others);
}

function isShared({ buffer }: Float32Array): boolean {
  return typeof SharedArrayBuffer === "function" && buffer instanceof SharedArrayBuffer;
}
