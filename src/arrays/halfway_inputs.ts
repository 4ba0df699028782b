import { nearestOf } from "./_nearest.ts";

/**
 * The inputs at which the exact value of a function lies just in the middle between two float32, as
 * that of x² does at 4097. There {@linkcode evaluate} rounds to even; everywhere else it gives the
 * one float32 that is nearest.
 *
 * @param f a function of the catalogue, or one of its derivatives
 * @param xs where
 * @returns those of `xs`, in order; its length is their count. Nothing for other functions, whose
 *   exact values nobody knows
 *
 * @example
 * ```ts
 * import { gelu, squaredRelu } from "@actbook/actbook";
 * import { halfwayInputs } from "@actbook/actbook/arrays";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(halfwayInputs(squaredRelu, Float32Array.of(3, 4097)), Float32Array.of(4097));
 * // x/2 is such a middle for the smallest x, but x Φ(x) lies above.
 * assertEquals(halfwayInputs(gelu, Float32Array.of(2 ** -149)).length, 0);
 * ```
 */
export function halfwayInputs(f: (x: number) => number, xs: Float32Array): Float32Array {
  const { isTie } = nearestOf(f);
  return xs.filter((x) => isTie(x));
}
