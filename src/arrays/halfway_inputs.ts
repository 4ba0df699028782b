import { shown } from "../options/shown.ts";
import { nearestOf } from "./_nearest.ts";
import { isGone, nameOfType } from "./_numbers.ts";

/**
 * The inputs at which the exact value of a function lies just in the middle between two float32, as
 * that of x² does at 4097. There {@linkcode evaluate} rounds to even; everywhere else it gives the
 * one float32 that is nearest.
 *
 * @param f a function of the catalogue, or one of its derivatives
 * @param xs where
 * @returns those of `xs`, in order; its length is their count. Nothing for other functions, whose
 *   exact values nobody knows
 * @throws TypeError if f is no function, or xs no `Float32Array`, or its buffer has gone
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
  if (typeof f !== "function") throw wrong("f must be a function", shown(f));
  if (!ArrayBuffer.isView(xs) || nameOfType(xs) !== "Float32Array" || isGone(xs)) {
    const kind = typeof xs === "object" && xs !== null ? `of type ${nameOfType(xs)}` : shown(xs);
    throw wrong("xs must be a Float32Array with its buffer", kind);
  }
  const { isTie } = nearestOf(f);
  return Float32Array.from(xs).filter((x) => isTie(x));
}

function wrong(required: string, given: string): TypeError {
  return new TypeError(
    `Cannot say which inputs lie halfway as ${required}: current value is ${given}`,
  );
}
