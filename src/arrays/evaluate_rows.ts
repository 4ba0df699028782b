import type { VectorActivation } from "../activations/vector/vector_activation.ts";
import { softmax } from "../activations/vector/softmax.ts";
import { logSoftmax } from "../activations/vector/log_softmax.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { isGone } from "./_numbers.ts";
import { shown } from "../options/shown.ts";
import { isRowName, row32 } from "./_rows32.ts";
import { SHORT, shortRows32 } from "./_short_rows32.ts";
import type { Accuracy } from "./kernels/_kernel.ts";

/** How long rows are, and what is promised of the results. */
export interface EvaluateRowsOptions {
  /** How many numbers a row has. */
  readonly width: number;
  /** As for `evaluate`: `"nearest"`, if not given, or `"fast"`, for float32. */
  readonly accuracy?: Accuracy;
}

const evaluateRowsOptions: Known<EvaluateRowsOptions> = {
  width: kinds.needed(kinds.number),
  accuracy: kinds.oneOf("nearest", "fast"),
};

/**
 * A function of vectors at every row of an array that holds one after the other.
 *
 * `softmax` and `logSoftmax` of float32 are done by WebAssembly, many times as fast as one row after
 * the other: `"nearest"` gives the float32 nearest to the double that the function returns,
 * `"fast"` may be off by one where that lies next to the middle of two.
 *
 * @param f a function of vectors, `softmax` say
 * @param xs the rows, one after the other
 * @param options how long a row is, and what is promised
 * @returns a new array of the same type; its rows are as long as f makes them
 * @throws TypeError if `xs` is no array of floating-point numbers, or its buffer has gone
 * @throws RangeError if `width` is not a whole number >= 1 that divides the length of `xs`, or f does
 *   not take so many numbers
 *
 * @example
 * ```ts
 * import { softmax } from "@actbook/actbook";
 * import { evaluateRows } from "@actbook/actbook/arrays";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = Float32Array.of(0, 0, 1, 1);
 * assertEquals(evaluateRows(softmax, rows, { width: 2 }), Float32Array.of(0.5, 0.5, 0.5, 0.5));
 * ```
 */
export function evaluateRows<Xs extends Float32Array | Float64Array>(
  f: VectorActivation,
  xs: Xs,
  options: EvaluateRowsOptions,
): Xs {
  if (typeof f !== "function") {
    throw new TypeError(
      `Cannot evaluate rows as f must be a function of vectors: current value is ${shown(f)}`,
    );
  }
  checkOptions("evaluate rows", options, evaluateRowsOptions);
  const { width, accuracy = "nearest" } = options;
  check(xs, width);
  const rows = xs.length / width;
  const empty = (length: number) =>
    (xs instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)) as Xs;
  if (rows === 0) return empty(0);
  const ours = (f === softmax || f === logSoftmax) && isRowName(f.id) ? f.id : null;
  const length = ours ? width : f(Float64Array.from(xs.subarray(0, width))).length;
  const out = empty(rows * length);
  if (ours && width <= SHORT && xs instanceof Float32Array) {
    shortRows32(ours, xs, out as Float32Array, width, accuracy, (row) => {
      return f(Float64Array.from(xs.subarray(row * width, (row + 1) * width)));
    });
    return out;
  }
  for (let row = 0; row < rows; row++) {
    const input = xs.subarray(row * width, (row + 1) * width);
    const place = out.subarray(row * length, (row + 1) * length);
    const exact = () => f(Float64Array.from(input));
    if (ours && input instanceof Float32Array && place instanceof Float32Array) {
      if (row32(ours, input, place, accuracy, exact)) continue;
    }
    place.set(exact());
  }
  return out;
}

function check(xs: unknown, width: number): void {
  const floats = xs instanceof Float32Array || xs instanceof Float64Array;
  if (!floats || !ArrayBuffer.isView(xs) || isGone(xs)) {
    throw new TypeError(
      "Cannot evaluate rows as xs must be a Float32Array or Float64Array with its buffer: " +
        `current value is of type ${Object.prototype.toString.call(xs).slice(8, -1)}`,
    );
  }
  if (Number.isInteger(width) && width >= 1 && xs.length % width === 0) return;
  throw new RangeError(
    `Cannot evaluate rows as width must be a whole number >= 1 that divides ${xs.length}: ` +
      `current value is ${width}`,
  );
}
