import { singleRounding } from "./_single.ts";

/**
 * A function at every number of an array.
 *
 * - Doubles in, doubles out: each is `f(x)`.
 * - A `Float32Array` gives a `Float32Array`, each entry the float32 nearest to the exact value, not
 *   just to the double f returns: where that lies so near the middle between two float32 that its
 *   own error decides, doubles beside x settle the side. What cannot be settled so is an exact tie
 *   or indistinguishable from one; there the double is rounded to even, and
 *   {@linkcode halfwayInputs} lists and counts such inputs. Functions that are not of the catalogue
 *   promise no accuracy, so their doubles are rounded as they are.
 *
 * @param f a function of one number
 * @param xs where
 * @param out the array to write to, as long as `xs` and of the type of the result; it may be `xs`
 * @returns `out`, or a new array
 * @throws TypeError if `out` is not of the type of the result
 * @throws RangeError if `out` is not as long as `xs`
 *
 * @example
 * ```ts
 * import { evaluate, gelu, relu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(evaluate(relu, [-1, 0, 2]), Float64Array.of(0, 0, 2));
 * assertEquals(evaluate(gelu, Float32Array.of(1)), Float32Array.of(0.84134477));
 * ```
 */
export function evaluate(
  f: (x: number) => number,
  xs: Float32Array,
  out?: Float32Array,
): Float32Array;
/** Doubles in, doubles out. */
export function evaluate(
  f: (x: number) => number,
  xs: Float64Array | readonly number[],
  out?: Float64Array,
): Float64Array;
/** Either, where the type is not known. */
export function evaluate(
  f: (x: number) => number,
  xs: Float64Array | Float32Array | readonly number[],
  out?: Float64Array | Float32Array,
): Float64Array | Float32Array;
export function evaluate(
  f: (x: number) => number,
  xs: Float64Array | Float32Array | readonly number[],
  out?: Float64Array | Float32Array,
): Float64Array | Float32Array {
  const single = xs instanceof Float32Array;
  const result = out ?? (single ? new Float32Array(xs.length) : new Float64Array(xs.length));
  checkOut(result, xs.length, single);
  if (single) {
    const { nearest } = singleRounding(f);
    for (let i = 0; i < xs.length; i++) result[i] = nearest(xs[i]);
  } else {
    for (let i = 0; i < xs.length; i++) result[i] = f(xs[i]);
  }
  return result;
}

function checkOut(out: Float64Array | Float32Array, length: number, single: boolean): void {
  if (!(out instanceof (single ? Float32Array : Float64Array))) {
    const name = single ? "Float32Array" : "Float64Array";
    throw new TypeError(
      `Cannot evaluate into out as it must be a ${name} for this input: current value is of ` +
        `type ${Object.prototype.toString.call(out).slice(8, -1)}`,
    );
  }
  if (out.length !== length) {
    throw new RangeError(
      `Cannot evaluate into out as its length must be ${length}: current value is ${out.length}`,
    );
  }
}
