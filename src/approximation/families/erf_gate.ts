/**
 * The normal distribution function by a rational erf.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";

/** Abramowitz and Stegun 1964, formula 7.1.26, after Hastings 1955. */
const published = {
  p: 0.3275911,
  a1: 0.254829592,
  a2: -0.284496736,
  a3: 1.421413741,
  a4: -1.453152027,
  a5: 1.061405429,
};

/**
 * Φ(x) by Abramowitz and Stegun 7.1.26: Φ(−t) = ½(a₁s + a₂s² + … + a₅s⁵)·e^(−t²/2) for t ≥ 0, with
 * s = 1/(1 + p·t/√2), and Φ(t) = 1 − Φ(−t). It starts at the published parameters, whose error on erf
 * is at most 1.5e-7.
 *
 * @returns the family, with the parameters p, a1, …, a5
 *
 * @example
 * ```ts
 * import { erfGate, normalCdf } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { f, start } = erfGate();
 * assertAlmostEquals(f(1, start), normalCdf(1), 7.5e-8);
 * ```
 */
export function erfGate(): Family<"p" | "a1" | "a2" | "a3" | "a4" | "a5"> {
  const t = ex.abs("x");
  const s = ex.divide(1, ex.polynomial(t, [1, ex.multiply(Math.SQRT1_2, "p")]));
  const halves = ["a1", "a2", "a3", "a4", "a5"].map((a) => ex.multiply(0.5, a));
  const bell = ex.exp(ex.multiply(-0.5, ex.multiply("x", "x")));
  const tail = ex.multiply(ex.multiply(s, ex.polynomial(s, halves)), bell);
  return family({
    title: "Φ by a rational erf (Abramowitz and Stegun 7.1.26)",
    start: published,
    expression: ex.abs(ex.subtract(ex.step("x"), tail)), // tail, or 1 − tail for x > 0
    kinks: () => [0],
  });
}
