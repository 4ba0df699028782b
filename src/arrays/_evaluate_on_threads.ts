import { evaluate32 } from "./_evaluate32.ts";
import { nearestOf } from "./_nearest.ts";
import { isGone } from "./_numbers.ts";
import { gone } from "./_request.ts";
import { processors, type Thread, thread } from "./_thread.ts";
import { Patience, savedBy } from "./_threads_pay.ts";
import { type Accuracy, kernelOf, moduleFor } from "./kernels/_kernel.ts";
import { ROOM } from "./kernels/_layout.ts";

const threads: Thread[] = [];
const patience = new Patience();

/** How many numbers this thread does first, to see how long they take it; of fewer than twice as many all. */
export const TRIAL: number = 4 * ROOM;

/**
 * A function with a kernel at every number of an array, this thread and others each a stretch of it, if
 * that is sooner done; a function without one, and a short array, is left to this thread.
 *
 * @param most how many threads there may be
 */
export async function evaluateOnThreads(
  f: (x: number) => number,
  xs: Float32Array,
  out: Float32Array,
  accuracy: Accuracy,
  most: number,
): Promise<void> {
  const count = Math.min(most, processors());
  const here = (start: number, end: number) =>
    evaluate32(f, xs.subarray(start, end), out.subarray(start, end), accuracy);
  if (count < 2 || xs.length < 2 * TRIAL || !kernelOf(f, accuracy)) return here(0, xs.length);
  const start = performance.now();
  here(0, TRIAL);
  const ns = (performance.now() - start) * 1e6 / TRIAL;
  const saved = savedBy(ns, xs.length - TRIAL, count, isShared(xs) && isShared(out));
  const run = threads.slice(0, count - 1).filter((thread) => thread.runs).length === count - 1;
  if (saved <= 0 || !run && !patience.isOver(saved)) return here(TRIAL, xs.length);
  await share(f, xs.subarray(TRIAL), out.subarray(TRIAL), accuracy, count);
}

/** The same on so many threads in any case, where there are as many rooms of numbers. */
export async function share(
  f: (x: number) => number,
  xs: Float32Array,
  out: Float32Array,
  accuracy: Accuracy,
  count: number,
): Promise<void> {
  const kernel = moduleFor(f, accuracy);
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
