import { evaluate16 } from "./_evaluate16.ts";
import { brain, half } from "./_grid.ts";
import { evaluate32 } from "./_evaluate32.ts";
import { evaluate64 } from "./_evaluate64.ts";
import { evaluateOnThreads } from "./_evaluate_on_threads.ts";
import type { Accuracy } from "./kernels/_kernel.ts";
import type { NumberArray, Numbers } from "./_numbers.ts";
import { requestOf } from "./_request.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { shown } from "../options/shown.ts";

export type { Accuracy, NumberArray, Numbers };

/** Where {@linkcode evaluate} writes, how it reads, and what it promises. */
export interface EvaluateOptions<Out = NumberArray> {
  /**
   * The array to write to, as long as the input and of the type of the result. It may be the input
   * or overlap it.
   */
  readonly out?: Out;
  /**
   * `"nearest"`, if not given: float32 nearest to the exact value, doubles as f gives them. `"fast"`: off
   * by some units in the last place, where f has a kernel.
   */
  readonly accuracy?: Accuracy;
  /** What the bit patterns of a `Uint16Array` are; without it they are whole numbers. */
  readonly format?: "float16" | "bfloat16";
  /**
   * How many threads at most share a `Float32Array`, this one among them, where f is a function of the
   * catalogue with a kernel; never more than there are processors. This one sees how long some numbers take
   * it, and asks others only if that ends sooner. The results are the same, and come as a promise. Arrays in
   * shared memory are not copied.
   */
  readonly threads?: number;
}

const evaluateOptions: Known<EvaluateOptions> = {
  out: kinds.anything,
  accuracy: kinds.oneOf("nearest", "fast"),
  format: kinds.text,
  threads: kinds.number,
};

/**
 * A function at every number of an array.
 *
 * - A `Float32Array` gives a `Float32Array`, and 16-bit numbers give such: a `Float16Array`, or bit
 *   patterns in a `Uint16Array` with a `format`. Each entry is the one nearest to the exact value of a
 *   function of the catalogue, not just to the double that it returns; exact ties, which
 *   {@linkcode halfwayInputs} lists, go to even. Functions that are not of the catalogue promise no
 *   accuracy, so their doubles are rounded as they are.
 * - Float32 work is done by WebAssembly, four numbers at a time, for functions of the catalogue at
 *   their default parameters, and for `leakyRelu`, `prelu` and `rrelu` at any. With `accuracy: "fast"` such
 *   a function may be off by 8 ulp (8 values of float32) at most.
 * - Anything else gives doubles, each of them `f(x)`. With `accuracy: "fast"` some functions have
 *   kernels for them too, off by 12 ulp at most.
 *
 * @param f a function of one number
 * @param xs where: an array, a typed array or anything else that can be gone through
 * @param options where to write, how to read
 * @returns `out`, or a new array; a promise of it if `threads` are given
 * @throws TypeError if `xs` is no collection of numbers or its buffer has gone, if `out` is not of the
 *   type of the result, or if f gives anything but numbers
 * @throws RangeError if `out` is not as long as `xs`, or `format` does not fit
 *
 * @example
 * ```ts
 * import { evaluate, gelu, relu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(evaluate(relu, [-1, 0, 2]), Float64Array.of(0, 0, 2));
 * assertEquals(evaluate(gelu, Float32Array.of(1)), Float32Array.of(0.84134477));
 * // The bit patterns of 1 and −1 in bfloat16.
 * const patterns = evaluate(relu, Uint16Array.of(0x3f80, 0xbf80), { format: "bfloat16" });
 * assertEquals(patterns, Uint16Array.of(0x3f80, 0));
 * ```
 */
export function evaluate<Xs extends Float32Array | Float16Array>(
  f: (x: number) => number,
  xs: Xs,
  options?: EvaluateOptions<Xs> & { readonly format?: undefined; readonly threads?: undefined },
): Xs;
/** On several threads. */
export function evaluate(
  f: (x: number) => number,
  xs: Float32Array,
  options: EvaluateOptions<Float32Array> & { readonly threads: number },
): Promise<Float32Array>;
/** Bit patterns in, bit patterns out. */
export function evaluate(
  f: (x: number) => number,
  xs: Uint16Array,
  options: EvaluateOptions<Uint16Array> & {
    readonly format: "float16" | "bfloat16";
    readonly threads?: undefined;
  },
): Uint16Array;
/** Doubles in, doubles out. */
export function evaluate(
  f: (x: number) => number,
  xs: Exclude<Numbers, Float32Array | Float16Array>,
  options?: EvaluateOptions<Float64Array> & {
    readonly format?: undefined;
    readonly threads?: undefined;
  },
): Float64Array;
/** Any of these, where the type is not known. */
export function evaluate(
  f: (x: number) => number,
  xs: Numbers,
  options?: EvaluateOptions & { readonly threads?: undefined },
): NumberArray;
export function evaluate(
  f: (x: number) => number,
  given: Numbers,
  options: EvaluateOptions = {},
): NumberArray | Promise<NumberArray> {
  checkFunction(f);
  if (!isPlain(options)) checkOptions("evaluate", options, evaluateOptions);
  const { accuracy = "nearest", threads } = options;
  if (threads !== undefined) checkThreads(threads);
  const { format, xs, out } = requestOf(given, options);
  const { length } = out;
  if (format === "float32") {
    const [inputs, results] = [xs as Float32Array, out as Float32Array];
    if (threads !== undefined) {
      return evaluateOnThreads(f, inputs, results, accuracy, threads).then(() => out);
    }
    evaluate32(f, inputs, results, accuracy);
  } else if (format === "float64") {
    evaluate64(f, xs, out as Float64Array, accuracy);
  } else {
    evaluate16(f, format === "float16" ? half : brain, patternsOf(xs), patternsOf(out));
  }
  if (xs.length !== length || out.length !== length) throw changed(length, xs, out);
  return threads === undefined ? out : Promise.resolve(out);
}

/** What is said of a function that takes the buffer of an array away while it is evaluated. */
function changed(length: number, xs: NumberArray, out: NumberArray): TypeError {
  return new TypeError(
    `Cannot evaluate as f must leave the arrays at their length of ${length}: current values are ` +
      `${xs.length} of the input and ${out.length} of out`,
  );
}

function patternsOf({ buffer, byteOffset, length }: NumberArray): Uint16Array {
  return new Uint16Array(buffer, byteOffset, length);
}

/** A quick look at the options, as calls for short arrays take less than a full check. */
function isPlain(options: EvaluateOptions): boolean {
  for (const key in options) {
    if (key === "out") continue;
    if (key !== "accuracy" || !["nearest", "fast"].includes(options.accuracy as string)) {
      return false;
    }
  }
  return options?.constructor === Object;
}

function checkThreads(threads: number): void {
  if (Number.isInteger(threads) && threads >= 1) return;
  throw new RangeError(
    `Cannot evaluate as threads must be a whole number >= 1: current value is ${threads}`,
  );
}

function checkFunction(f: unknown): void {
  if (typeof f === "function") return;
  throw new TypeError(`Cannot evaluate as f must be a function: current value is ${shown(f)}`);
}
