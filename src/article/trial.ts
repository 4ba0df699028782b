import type { Trial } from "./statement.ts";

/**
 * Compares two numbers.
 *
 * @param what what is compared, in words
 * @param found what was computed
 * @param relation how it should stand to the expected number
 * @param expected the number to compare with
 * @param tolerance how far beyond it may be, absolute; 0 if left out
 * @returns the comparison with its outcome; NaN never holds
 *
 * @example
 * ```ts
 * import { trial } from "@actbook/actbook/article";
 * import { assert } from "@std/assert";
 *
 * assert(trial("a third", 0.3333, "=", 1 / 3, 1e-4).holds);
 * assert(!trial("a third", NaN, "≤", 1).holds);
 * ```
 */
export function trial(
  what: string,
  found: number,
  relation: Trial["relation"],
  expected: number,
  tolerance = 0,
): Trial {
  const holds = {
    "=": found === expected || Math.abs(found - expected) <= tolerance,
    "≤": found <= expected + tolerance,
    "≥": found >= expected - tolerance,
  }[relation];
  return { what, found, relation, expected, tolerance, holds };
}
