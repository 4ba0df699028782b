/**
 * Gauss–Legendre quadrature on panels, as nodes and weights.
 *
 * @module
 */

import { once } from "../special/_once.ts";

/**
 * Where a quadrature rule asks for the integrand, and what the value there counts.
 *
 * @internal
 */
export interface Node {
  readonly x: number;
  readonly weight: number;
}

const rule = once(() => gaussLegendreRule(10));

/**
 * Nodes and weights for an integral over a bounded domain, exact for functions that are polynomials
 * of degree 19 on each of the panels between the breaks.
 *
 * @param domain the two ends
 * @param breaks where the integrand has kinks
 * @param panels how many between two breaks
 * @internal
 */
export function gaussLegendre(
  [from, to]: readonly [number, number],
  breaks: readonly number[],
  panels = 60,
): Node[] {
  const inside = breaks.filter((x) => from < x && x < to).sort((a, b) => a - b);
  const ends = [from, ...new Set(inside), to];
  return ends.slice(1).flatMap((end, k) => {
    const width = (end - ends[k]) / panels;
    return Array.from({ length: panels }, (_, i) => ends[k] + (i + 0.5) * width)
      .flatMap((middle) =>
        rule().map(({ x, weight }) => ({ x: middle + x * width / 2, weight: weight * width / 2 }))
      );
  });
}

/**
 * The Gauss–Legendre rule on [−1, 1]: the zeros of the Legendre polynomial, by Newton's method. Exact
 * for polynomials of a degree below twice the number of points.
 */
function gaussLegendreRule(points: number): readonly Node[] {
  return Array.from({ length: points }, (_, k) => {
    let x = Math.cos(Math.PI * (k + 0.75) / (points + 0.5));
    let slope = 0;
    for (let step = 0; step < 10; step++) {
      let [before, value] = [1, x];
      for (let n = 2; n <= points; n++) {
        [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      }
      slope = points * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    return { x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}
