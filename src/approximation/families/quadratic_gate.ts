/**
 * The quadratic that I-BERT puts in the place of erf.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";

/**
 * ½(1 + L(x/√2)) with L(z) = sign(z)·(a·(min(|z|, −b) + b)² + 1), after I-BERT (Kim and others 2021,
 * arXiv 2101.01321), which has a = −0.2888 and b = −1.769. L jumps at 0; times x the jump is gone.
 *
 * @returns the family, with the parameters a and b
 *
 * @example
 * ```ts
 * import { quadraticGate } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { f } = quadraticGate();
 * assertAlmostEquals(f(3, { a: -0.2888, b: -1.769 }), 1, 1e-15); // saturated
 * ```
 */
export function quadraticGate(): Family<"a" | "b"> {
  const z = ex.multiply(Math.SQRT1_2, ex.abs("x"));
  const distance = ex.add(ex.min(z, ex.subtract(0, "b")), "b");
  const erf = ex.add(ex.multiply("a", ex.multiply(distance, distance)), 1);
  return family({
    title: "½(1 + a quadratic in the place of erf)",
    start: { a: -0.2888, b: -1.769 },
    expression: ex.add(0.5, ex.multiply(0.5, ex.multiply(ex.sign("x"), erf))),
    kinks: ({ b }) => [b * Math.SQRT2, 0, -b * Math.SQRT2],
  });
}
