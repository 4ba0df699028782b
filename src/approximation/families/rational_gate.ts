/**
 * A clipped odd rational function.
 *
 * @module
 */

import { normalCdf } from "../../special/normal.ts";
import { solveLeastSquares } from "../../calculus/linear.ts";
import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";
import { checkDegrees, names } from "./_degrees.ts";
import type { NamedNumbers } from "../../calculus/named_numbers.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * ½ + clip(x·P(x²)/Q(x²), −½, ½) with Q(0) = 1: a gate with a division and no exponential.
 * It starts near the normal distribution function.
 *
 * @param options.numerator the degree of P in x², at least 0
 * @param options.denominator the degree of Q in x², at least 0
 * @returns the family, with the parameters p0, p1, …, q1, q2, …
 * @throws RangeError if a degree is not an integer of at least 0
 *
 * @example
 * ```ts
 * import { rationalGate } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const { f, kinks } = rationalGate({ numerator: 0, denominator: 1 });
 * assertAlmostEquals(f(1, { p0: 0.4, q1: 0.25 }), 0.82, 1e-15); // ½ + 0.4/(1 + 0.25)
 * assertEquals(kinks({ p0: 0.4, q1: 0.25 }), [-Infinity, Infinity]); // it never reaches ½
 * ```
 */
export function rationalGate(options: { numerator: number; denominator: number }): Family {
  checkOptions("make the family", options, {
    numerator: kinds.needed(kinds.number),
    denominator: kinds.needed(kinds.number),
  });
  const { numerator, denominator } = options;
  checkDegrees({ numerator, denominator });
  const [p, q] = [names("p", 0, numerator), names("q", 1, denominator)];
  const start = withoutPole(numerator, denominator);
  const square = ex.multiply("x", "x");
  const above = ex.multiply("x", ex.polynomial(square, p));
  const ratio = ex.divide(above, ex.polynomial(square, [1, ...q]));
  const made = (kinks: (p: NamedNumbers) => readonly number[]) =>
    family({
      title: `½ + clip(x·P(x²)/Q(x²), −½, ½), degrees ${numerator} and ${denominator}`,
      start: Object.fromEntries([...p, ...q].map((name, j) => [name, start[j]])),
      expression: ex.add(0.5, ex.max(-0.5, ex.min(0.5, ratio))),
      kinks,
    });
  const { f } = made(() => []);
  return made((parameters) => {
    const edge = firstReach((x) => f(x, parameters), 1);
    return [-edge, edge];
  });
}

/**
 * P and Q by least squares of (x·P − (Φ − ½)·(Q − 1) − (Φ − ½))/Q′, which is linear in them, with the
 * Q of the round before as Q′ (Sanathanan and Koerner 1963).
 */
function linearised(numerator: number, denominator: number): number[] {
  const xs = Array.from({ length: 100 }, (_, k) => (k + 1) * reach / 100);
  let before = xs.map(() => 1);
  let solution: number[] = [];
  for (let round = 0; round < 6; round++) {
    const right = xs.map((x) => normalCdf(x) - 0.5);
    const rows = xs.map((x, i) =>
      [
        ...Array.from({ length: numerator + 1 }, (_, k) => x ** (2 * k + 1)),
        ...Array.from({ length: denominator }, (_, k) => -right[i] * x ** (2 * k + 2)),
      ].map((value) => value / before[i])
    );
    ({ solution } = solveLeastSquares(rows, right.map((value, i) => value / before[i])));
    const q = solution.slice(numerator + 1);
    before = xs.map((x) => 1 + q.reduce((sum, c, k) => sum + c * x ** (2 * k + 2), 0));
  }
  return solution;
}

/** The coefficients to begin with: of as high a denominator as has no zero on the way. */
function withoutPole(numerator: number, denominator: number): number[] {
  for (let degree = denominator; degree > 0; degree--) {
    const found = linearised(numerator, degree);
    const q = found.slice(numerator + 1);
    const ys = Array.from({ length: 200 }, (_, k) => ((k + 1) * reach / 200) ** 2);
    const below = (y: number) => 1 + y * q.reduceRight((sum, c) => sum * y + c, 0);
    if (ys.every((y) => below(y) > 0.01)) return [...found, ...Array(denominator - degree).fill(0)];
  }
  return [...linearised(numerator, 0), ...Array(denominator).fill(0)];
}

/** Up to here a fit begins near Φ; beyond, the clip does the rest. */
const reach = 4.5;

/** The first x > 0 at which the function reaches the level, in steps of 1/16 up to 16, then halved. */
function firstReach(f: (x: number) => number, level: number): number {
  for (let k = 1; k <= 256; k++) {
    if (!(f(k / 16) >= level)) continue;
    let [below, above] = [(k - 1) / 16, k / 16];
    for (;;) {
      const middle = (below + above) / 2;
      if (middle <= below || middle >= above) return above;
      if (f(middle) >= level) above = middle;
      else below = middle;
    }
  }
  return Infinity;
}
