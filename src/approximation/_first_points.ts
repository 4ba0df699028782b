/**
 * Where the exchange of Remez begins.
 *
 * @module
 */

import { alternating, reference } from "./_alternation.ts";
import { chebyshevSum, chebyshevValues } from "../calculus/chebyshev.ts";
import { extrema } from "../calculus/extrema.ts";
import type { Point } from "../calculus/point.ts";
import type { Levelled } from "./_level.ts";
import { solveLeastSquares } from "../calculus/linear.ts";
import type { RemezOptions } from "./_remez_options.ts";

/**
 * Points with signs to begin with. For polynomials they lie near Chebyshev's, but not symmetrically:
 * there an even target could have no levelled error. For rational functions they are the extrema of
 * a fit by least squares, which has no poles if luck will have it.
 */
export function firstPoints(
  target: (x: number) => number,
  { domain, degree, denominator = 0, weight = () => 1, kinks = [] }: RemezOptions,
  toUnit: (x: number) => number,
): Point[] {
  const count = degree + denominator + 2;
  const chebyshev = (n: number, shift: number) =>
    Array.from({ length: n }, (_, i) => {
      const t = -Math.cos(Math.PI * (i + shift) / n);
      return domain[0] + (domain[1] - domain[0]) * (t + 1) / 2;
    });
  if (denominator > 0) {
    const samples = chebyshev(20 * count, 0.5);
    const { p, q } = linearised(target, weight, samples, [degree, denominator], toUnit);
    const error = (x: number) =>
      weight(x) * (chebyshevSum(p, toUnit(x)) / chebyshevSum(q, toUnit(x)) - target(x));
    const found = alternating(extrema(error, domain, { kinks, steps: 32 * count }));
    if (found.length >= count) return reference(found, count);
  }
  return chebyshev(count, 0.4).map((x, i) => ({ x, value: i % 2 === 0 ? 1 : -1 }));
}

/** P and Q by least squares of (P − f·Q)/Q′, with the Q of the round before as Q′. */
function linearised(
  target: (x: number) => number,
  weight: (x: number) => number,
  samples: readonly number[],
  [n, m]: readonly [number, number],
  toUnit: (x: number) => number,
): Omit<Levelled, "error"> {
  let q = [1];
  for (let round = 0;; round++) {
    const scales = samples.map((x) => weight(x) / Math.abs(chebyshevSum(q, toUnit(x))));
    const rows = samples.map((x, i) => {
      const t = chebyshevValues(toUnit(x), Math.max(n, m));
      return [...t.slice(0, n + 1), ...t.slice(1, m + 1).map((v) => -target(x) * v)]
        .map((v) => v * scales[i]);
    });
    const right = samples.map((x, i) => target(x) * scales[i]);
    const { solution } = solveLeastSquares(rows, right);
    q = [1, ...solution.slice(n + 1)];
    if (round === 8) return { p: solution.slice(0, n + 1), q };
  }
}
