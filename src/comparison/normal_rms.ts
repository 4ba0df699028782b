import { evaluate } from "../arrays/evaluate.ts";
import { gaussLegendre } from "../calculus/gauss_legendre.ts";
import { exp } from "../special/exp.ts";

const reach = 14;
const eighths = Array.from({ length: 16 * reach }, (_, i) => i / 8 - reach);

/**
 * The root mean square of g(X) for X ~ N(0, 1): √∫ g(x)² φ(x) dx.
 *
 * Gauss–Legendre with ten points on panels of an eighth, over |x| ≤ 14, beyond which the density is
 * below 1e−43. For a function smooth between the breaks the error is that of rounding.
 *
 * @param g a function that stays finite and grows no faster than a polynomial
 * @param breaks where g or its slope jumps, so that no panel lies across
 * @returns the root mean square, NaN if g is NaN somewhere
 *
 * @example
 * ```ts
 * import { normalRms } from "@actbook/actbook/comparison";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(normalRms((x) => x), 1, 1e-14);
 * assertAlmostEquals(normalRms((x) => x * x), Math.sqrt(3), 1e-14);
 * ```
 */
export function normalRms(g: (x: number) => number, breaks: readonly number[] = []): number {
  const nodes = Array.from(gaussLegendre([-reach, reach], [...eighths, ...breaks], 1));
  const values = evaluate(g, nodes.map(({ x }) => x));
  let sum = 0;
  nodes.forEach(({ x, weight }, i) => sum += weight * values[i] ** 2 * exp(-x * x / 2));
  return Math.sqrt(sum / Math.sqrt(2 * Math.PI));
}
