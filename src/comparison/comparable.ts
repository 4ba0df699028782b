import type { Cost } from "../activations/cost.ts";

/**
 * A function that can be compared: any function of one number. What it knows of itself is used: its
 * name, derivatives, kinks and cost. Every activation is one, and so is `(x) => x / 2`.
 */
export interface Comparable {
  (x: number): number;
  /** The name to print; `id`, then the function's own name stand in for it. */
  readonly title?: string;
  /** A short name, the catalogue's if it is one of its functions. */
  readonly id?: string;
  /** f′, with f″ behind it. */
  readonly derivative?: Comparable;
  /** True if the values are finite differences. */
  readonly numerical?: boolean;
  /** Where the derivative jumps. */
  readonly kinks?: readonly number[];
  /** What one evaluation costs. */
  readonly cost?: Cost;
}

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
export function nameOf(f: Comparable): string {
  return f.title || f.id || f.name || "anonymous";
}
