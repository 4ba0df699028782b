import type { VectorActivation } from "../activations/vector/vector_activation.ts";
import { softmax } from "../activations/vector/softmax.ts";
import { logSoftmax } from "../activations/vector/log_softmax.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { isGone, nameOfType } from "./_numbers.ts";
import { shown } from "../options/shown.ts";
import { isRowName, row32, type RowName } from "./_rows32.ts";
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
 * @throws TypeError if `xs` is no array of floating-point numbers, or its buffer has gone, or if f gives
 *   anything but arrays of numbers
 * @throws RangeError if `width` is not a whole number >= 1 that divides the length of `xs`, or f does
 *   not take so many numbers, or gives more for one row than for another
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
  const singles = isSingle(xs);
  const empty = (length: number) =>
    (singles ? new Float32Array(length) : new Float64Array(length)) as Xs;
  if (rows === 0) return empty(0);
  const inputOf = (row: number) => xs.subarray(row * width, (row + 1) * width);
  if ((f === softmax || f === logSoftmax) && isRowName(f.id) && singles) {
    const out = new Float32Array(xs.length);
    singleRows(f, f.id, xs, out, width, accuracy);
    return out as Xs;
  }
  const first = rowFrom(f, inputOf(0), 0);
  const out = empty(rows * first.length);
  out.set(first);
  for (let row = 1; row < rows; row++) {
    out.set(rowFrom(f, inputOf(row), row, first.length), row * first.length);
  }
  return out;
}

function isSingle(xs: Float32Array | Float64Array): xs is Float32Array {
  return nameOfType(xs) === "Float32Array";
}

/** Rows of functions with kernels. */
function singleRows(
  f: VectorActivation,
  name: RowName,
  xs: Float32Array,
  out: Float32Array,
  width: number,
  accuracy: Accuracy,
): void {
  const inputOf = (row: number) => xs.subarray(row * width, (row + 1) * width);
  const exactOf = (row: number) => f(Float64Array.from(inputOf(row)));
  if (width <= SHORT) return shortRows32(name, xs, out, width, accuracy, exactOf);
  for (let row = 0; row < xs.length / width; row++) {
    const place = out.subarray(row * width, (row + 1) * width);
    if (!row32(name, inputOf(row), place, accuracy, () => exactOf(row))) place.set(exactOf(row));
  }
}

/** What a function gives for a row: as many numbers as for the rows before. */
function rowFrom(
  f: VectorActivation,
  xs: Float32Array | Float64Array,
  row: number,
  length?: number,
): ArrayLike<number> {
  const ys: unknown = f(Float64Array.from(xs));
  const given = ArrayBuffer.isView(ys) && "length" in ys ? ys : Array.isArray(ys) ? ys : undefined;
  const list = given as ArrayLike<unknown> | undefined;
  if (!list || Array.prototype.some.call(list, (y) => typeof y !== "number")) {
    throw new TypeError(
      `Cannot evaluate rows as f must give an array of numbers for each: current value is ` +
        `${shown(ys)} for row ${row}`,
    );
  }
  if (length === undefined || list.length === length) return list as ArrayLike<number>;
  throw new RangeError(
    `Cannot evaluate rows as f must give ${length} numbers for each, as for the first: current ` +
      `value is ${list.length} for row ${row}`,
  );
}

function check(xs: unknown, width: number): void {
  const name = nameOfType(xs as object);
  const floats = ArrayBuffer.isView(xs) && ["Float32Array", "Float64Array"].includes(name);
  if (!floats || isGone(xs as Float32Array)) {
    throw new TypeError(
      "Cannot evaluate rows as xs must be a Float32Array or Float64Array with its buffer: " +
        `current value is of type ${name}`,
    );
  }
  const { length } = xs as Float32Array;
  if (Number.isInteger(width) && width >= 1 && length % width === 0) return;
  throw new RangeError(
    `Cannot evaluate rows as width must be a whole number >= 1 that divides ${length}: ` +
      `current value is ${width}`,
  );
}
