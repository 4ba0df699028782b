/**
 * A line, clipped.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";

/**
 * clip(½ + kx, 0, 1): the cheapest gate. Times x it is the hard GELU; k = 1/6 makes hardSwish.
 *
 * @returns the family, with the parameter k
 *
 * @example
 * ```ts
 * import { clipGate } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(clipGate().f(1, { k: 0.25 }), 0.75);
 * assertEquals(clipGate().kinks({ k: 0.25 }), [-2, 2]);
 * ```
 */
export function clipGate(): Family<"k"> {
  const line = ex.polynomial("x", [0.5, "k"]);
  return family({
    title: "clip(½ + kx, 0, 1)",
    start: { k: 0.28 },
    expression: ex.max(0, ex.min(1, line)),
    kinks: ({ k }) => [-0.5 / Math.abs(k), 0.5 / Math.abs(k)],
  });
}
