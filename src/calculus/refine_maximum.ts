/**
 * The place of a maximum between grid points.
 *
 * @module
 */

import { chebyshevSlope, chebyshevSum } from "./chebyshev.ts";
import { goldenSection } from "./golden_section.ts";
import type { Point } from "./point.ts";

const count = 16;

/** Chebyshev points cos((k + ½)π/n), from right to left. */
const nodes = Array.from({ length: count }, (_, k) => Math.cos((k + 0.5) * Math.PI / count));

/**
 * The maximum of f in a bracket: where f is smooth, the zero of the derivative of its Chebyshev
 * interpolant without the coefficients that are rounding noise; else by golden section.
 *
 * @param f has one maximum in the bracket
 * @param from the lower end of the bracket
 * @param to its upper end
 * @param known the best point so far, inside the bracket
 * @returns the best point found, never worse than the known one by more than noise
 * @internal
 */
export function refineMaximum(
  f: (x: number) => number,
  from: number,
  to: number,
  known: Point,
): Point {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const coefficients = chebyshev(nodes.map((t) => f(middle + half * t)));
  const size = (from: number, to: number) =>
    coefficients.slice(from, to).reduce((max, c) => Math.max(max, Math.abs(c)), 0);
  const smooth = size(count / 2, count) < 1e-5 * size(1, count / 2);
  if (!smooth) return goldenAtLeast(f, from, to, known);
  const kept = coefficients.slice(0, count / 2);
  const start = Math.max(-1, Math.min(1, (known.x - middle) / half));
  const t = maximumOfSeries(kept, start);
  if (t === undefined) return goldenAtLeast(f, from, to, known);
  return { x: middle + half * t, value: chebyshevSum(kept, t) };
}

/** The Chebyshev polynomials at the nodes. */
const cosines = nodes.map((_, j) => nodes.map((_, k) => Math.cos(j * (k + 0.5) * Math.PI / count)));

/** The coefficients of the interpolant through the values at the nodes. */
function chebyshev(values: readonly number[]): number[] {
  return values.map((_, j) => {
    let sum = 0;
    values.forEach((value, k) => sum += value * cosines[j][k]);
    return sum * (j === 0 ? 1 : 2) / count;
  });
}

/** The zero of the derivative by Newton's method; undefined if it leaves the bracket. */
function maximumOfSeries(c: readonly number[], start: number): number | undefined {
  const first = chebyshevSlope(c);
  const second = chebyshevSlope(first);
  let t = start;
  for (let i = 0; i < 30; i++) {
    const step = chebyshevSum(first, t) / chebyshevSum(second, t);
    if (!(Math.abs(step) < 1)) return undefined;
    t -= step;
    if (Math.abs(t) > 1) return undefined;
    if (Math.abs(step) < 1e-15) break;
  }
  return chebyshevSum(second, t) < 0 ? t : undefined;
}

function goldenAtLeast(f: (x: number) => number, from: number, to: number, known: Point): Point {
  const found = goldenSection(f, from, to);
  return found.value > known.value ? found : known;
}
