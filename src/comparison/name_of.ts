import type { RealFunction } from "../calculus/real_function.ts";

/**
 * The name of a function for a table.
 *
 * @param f any function
 * @returns its title, id or name, `"anonymous"` if it has none
 *
 * @example
 * ```ts
 * import { nameOf } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * const half = (x: number) => x / 2;
 * assertEquals(nameOf(half), "half");
 * ```
 */
export function nameOf(f: RealFunction): string {
  return f.title || f.id || f.name || "anonymous";
}
