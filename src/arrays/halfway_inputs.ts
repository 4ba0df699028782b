import { singleRounding } from "./_single.ts";

/**
 * The inputs at which {@linkcode evaluate} cannot tell which of two float32 is nearer to the exact
 * value: it is a tie, or so near to one that the promised error of f, 0.6 ulp for a function of the
 * catalogue, reaches across. Of random inputs it is about one in two thousand million for f; exact
 * ties, as of x² at 4097, are among them, and there rounding to even is right.
 *
 * @param f a function of the catalogue, or one of its derivatives
 * @param xs where
 * @returns those of `xs`, in order; its length is their count
 *
 * @example
 * ```ts
 * import { halfwayInputs, silu, squaredRelu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(halfwayInputs(squaredRelu, Float32Array.of(3, 4097)), Float32Array.of(4097));
 * assertEquals(halfwayInputs(silu, Float32Array.of(1, 2, 3)).length, 0);
 * ```
 */
export function halfwayInputs(f: (x: number) => number, xs: Float32Array): Float32Array {
  const { settled } = singleRounding(f);
  return xs.filter((x) => !settled(x));
}
