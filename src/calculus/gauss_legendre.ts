/**
 * Gauss–Legendre quadrature on panels, as nodes and weights.
 *
 * @module
 */

import { gaussLegendreRule } from "../special/_gauss_legendre.ts";

const panels = 60;
const rule = gaussLegendreRule(10);

/**
 * Nodes and weights for an integral over a bounded domain, exact for functions that are polynomials
 * of degree 19 on each of 60 panels between the breaks.
 *
 * @param domain the two ends
 * @param breaks where the integrand has kinks
 */
export function gaussLegendre(
  [from, to]: readonly [number, number],
  breaks: readonly number[],
): { x: number; weight: number }[] {
  const inside = breaks.filter((x) => from < x && x < to).sort((a, b) => a - b);
  const ends = [from, ...new Set(inside), to];
  return ends.slice(1).flatMap((end, k) => {
    const width = (end - ends[k]) / panels;
    return Array.from({ length: panels }, (_, i) => ends[k] + (i + 0.5) * width)
      .flatMap((middle) =>
        rule.map(({ x, weight }) => ({ x: middle + x * width / 2, weight: weight * width / 2 }))
      );
  });
}
