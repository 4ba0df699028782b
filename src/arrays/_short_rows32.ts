import { log1p } from "../special/log.ts";
import type { RowName } from "./_rows32.ts";
import { type Accuracy, compiled, room } from "./kernels/_kernel.ts";

/** Up to this width many rows share the memory of the kernels. */
export const SHORT = 64;

/** The least difference whose exponential is computed: farther down it is 0 in float32 in any case. */
const LOWEST = -690;

/** A bound of the error of an exponential; each addition may be off by half a unit in the last place. */
const ERROR = 2 ** -48;

/**
 * Softmax of each of many short rows, or its logarithm: the exponentials of many rows by one kernel.
 *
 * @param exactOf gives a row by its number in another way, where one of its numbers is in doubt
 */
export function shortRows32(
  name: RowName,
  xs: Float32Array,
  out: Float32Array,
  width: number,
  accuracy: Accuracy,
  exactOf: (row: number) => Float64Array,
): void {
  const { doubles } = room();
  const exponentials = compiled("double exponential0");
  const batch = Math.floor(doubles.length / width) * width;
  const error = accuracy === "nearest" ? ERROR + width * 2 ** -53 : 0;
  for (let start = 0; start < xs.length; start += batch) {
    const end = Math.min(start + batch, xs.length);
    for (let at = start; at < end; at += width) {
      const most = xs[largestIn(xs, at, width)];
      for (let i = at; i < at + width; i++) doubles[i - start] = Math.max(xs[i] - most, LOWEST);
    }
    exponentials(8 * (end - start));
    for (let at = start; at < end; at += width) {
      if (!rowFrom(doubles, start, name, xs, out, at, width, error)) {
        out.set(exactOf(at / width), at);
      }
    }
  }
}

/** The place of the largest number of a row, the first of equals; of a NaN, if there is one. */
function largestIn(xs: Float32Array, at: number, width: number): number {
  let place = at;
  for (let i = at; i < at + width; i++) {
    if (xs[i] > xs[place]) place = i;
    else if (xs[i] !== xs[i]) return i;
  }
  return place;
}

/** Writes a row, from the exponentials of what its numbers are below the largest; false if in doubt. */
function rowFrom(
  exponentials: Float64Array,
  start: number,
  name: RowName,
  xs: Float32Array,
  out: Float32Array,
  at: number,
  width: number,
  error: number,
): boolean {
  const first = largestIn(xs, at, width);
  const most = xs[first];
  if (!(Math.abs(most) < Infinity)) return false;
  // What is left out is 1.
  let rest = 0;
  for (let i = at; i < at + width; i++) if (i !== first) rest += exponentials[i - start];
  // Only of the logarithm is there something left beside 1.
  if (rest < 2 ** -200 && name === "logSoftmax") return false;
  const [by, shift] = [1 / (1 + rest), name === "softmax" ? 0 : log1p(rest)];
  for (let i = at; i < at + width; i++) {
    const y = name === "softmax" ? exponentials[i - start] * by : xs[i] - most - shift;
    const near = Math.fround(y * (1 - error));
    if (near !== Math.fround(y * (1 + error))) return false;
    out[i] = near;
  }
  return true;
}
