/**
 * The exchange algorithm of Remez, with the proof of what it found.
 *
 * @module
 */

import { checkFunction } from "../options/check_function.ts";
import { alternating, reference } from "./_alternation.ts";
import { chebyshevSum, powersOf } from "../calculus/chebyshev.ts";
import { extrema } from "../calculus/extrema.ts";
import { grid } from "../calculus/grid.ts";
import type { Point } from "../calculus/point.ts";
import { firstPoints } from "./_first_points.ts";
import { level, type Levelled } from "./_level.ts";
import { checkedRemez } from "./_checked_remez.ts";
import { type RemezFormula, remezFormula } from "./_remez_formula.ts";
import { denseProblem } from "./_sparse_basis.ts";
import type { Criterion } from "./fit.ts";
import type { Family } from "./family.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { type RemezOptions, remezOptions } from "./_remez_options.ts";
import { checkOptions } from "../options/check_options.ts";

export type { RemezOptions };

/** The best approximation, and why it is the best: it can be exported, computed and proved as a fit. */
export interface RemezReport {
  /** What was approximated. */
  readonly target: RealFunction;
  /** Over which domain. */
  readonly domain: readonly [number, number];
  /** What was made small. */
  readonly criterion: Criterion;
  /** The formula. */
  readonly family: Family;
  /** The coefficients by name. */
  readonly parameters: NamedNumbers;
  /** The approximation. */
  readonly f: (x: number) => number;
  /** Coefficients of the powers of x, the constant first. */
  readonly numerator: readonly number[];
  /** The same below the fraction bar, scaled so that the first is 1; `[1]` for a polynomial. */
  readonly denominator: readonly number[];
  /** The largest weighted error of this approximation. */
  readonly error: number;
  /** The size that the last exchange gave to the error at all its reference points. */
  readonly levelled: number;
  /** No approximation of these degrees has a smaller largest error (de la Vallée Poussin). */
  readonly lowerBound: number;
  /** The points whose errors prove the lower bound: approximation − target, weighted, alternating. */
  readonly reference: readonly { readonly x: number; readonly error: number }[];
  /** The bounds after each exchange. */
  readonly history: readonly { readonly lowerBound: number; readonly error: number }[];
  /** Whether the bounds meet. */
  readonly converged: boolean;
  /** Why they do not. */
  readonly reason?: string;
  /** The argument in words. */
  readonly proof: string;
}

const exchanges = 40;

/**
 * The polynomial or rational function with the smallest largest error, by Remez' second algorithm:
 * level the error at n + 2 reference points, move the points to the extrema of the error, repeat.
 *
 * It ends with a proof. By de la Vallée Poussin's theorem no function of these degrees has a largest
 * error below the smallest of n + 2 alternating ones: so the best error lies between `lowerBound` and
 * `error`, which agree to about 10 digits, as far as rounding lets them.
 *
 * With a parity or with fixed coefficients the best of those polynomials is found, and a weight may be
 * infinite at 0, as 1/|f| is where f has a zero: so the best relative error of an odd function is
 * `{ parity: "odd", weight: (x) => 1 / Math.abs(f(x)) }`.
 *
 * @param target a continuous function
 * @param options domain, degrees, powers and weight
 * @returns the approximation with both bounds; `converged` is false, with the reason, if they do not
 * meet
 * @throws RangeError if the domain is empty, reversed or not bounded, a degree is not an integer of at
 * least 0, there are more than 60 coefficients, or the target is not finite somewhere in the domain
 *
 * @example
 * ```ts
 * import { remez } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // The best line for eˣ on [0, 1] has the slope of the chord
 * const report = remez(Math.exp, { domain: [0, 1], degree: 1 });
 * assertAlmostEquals(report.numerator[1], Math.E - 1, 1e-14);
 * const error = (2 - Math.E + (Math.E - 1) * Math.log(Math.E - 1)) / 2;
 * assertAlmostEquals(report.error, error, 1e-14);
 * assertAlmostEquals(report.lowerBound, report.error, 1e-14);
 * ```
 */
export function remez(target: RealFunction, options: RemezOptions): RemezReport {
  checkFunction("approximate", "the target", target);
  checkOptions("approximate", options, remezOptions);
  if (options.parity || options.fixed) return sparse(target, options);
  const { degree, denominator = 0, weight = () => 1, kinks = [] } = options;
  const domain = checkedRemez(target, options);
  const [middle, half] = [(domain[0] + domain[1]) / 2, (domain[1] - domain[0]) / 2];
  const toUnit = (x: number) => (x - middle) / half;
  const count = degree + denominator + 2;
  const steps = stepsFor(count);
  const scale = Math.max(...grid(...domain, 100).map((x) => weight(x) * Math.abs(target(x))));

  let points = firstPoints(target, { ...options, domain }, toUnit);
  const history: { lowerBound: number; error: number }[] = [];
  let best: Exchange | undefined;
  let trouble: string | undefined;
  for (let i = 0; i < exchanges; i++) {
    const levelled = level(target, weight, points, [degree, denominator], toUnit);
    const below = (x: number) => chebyshevSum(levelled.q, toUnit(x));
    if (!grid(...domain, steps).every((x) => below(x) > 0)) {
      trouble = "the denominator has a zero in the domain";
      break;
    }
    const f = (x: number) => chebyshevSum(levelled.p, toUnit(x)) / below(x);
    const curve = (x: number) => weight(x) * (f(x) - target(x));
    const all = alternating(extrema(curve, domain, { kinks, steps }));
    const error = all.reduce((max, { value }) => Math.max(max, Math.abs(value)), 0);
    const exact = error <= 16 * Number.EPSILON * scale;
    if (!exact && all.length < count) {
      trouble = `the error alternates at ${all.length} points only`;
      break;
    }
    points = exact ? all : reference(all, count);
    const lowerBound = exact
      ? 0
      : points.reduce((min, { value }) => Math.min(min, Math.abs(value)), Infinity);
    history.push({ lowerBound, error });
    if (!best || error < best.error || exact) {
      best = { f, levelled, points, error, lowerBound };
    } else if (error - lowerBound < 1e-6 * error) break; // rounding ends the descent
    if (exact || error - lowerBound <= 1e-13 * error) break;
  }
  return best
    ? reportOf(best, target, options, history, trouble)
    : { ...nothingFound(history, trouble), ...remezFormula(target, options, [], [1]) };
}

/** By powers that are chosen: the best whole polynomial of another problem. */
function sparse(target: RealFunction, options: RemezOptions): RemezReport {
  const { parity, degree, domain } = options;
  const dense = denseProblem(target, options);
  const report = remez(dense.target, dense.options);
  if (report.numerator.length === 0) return report;
  const numerator = dense.coefficients(report.numerator);
  const formula = remezFormula(target, options, numerator, [1]);
  const kind = `${parity ? `${parity} ` : ""}polynomial of degree ${degree}`;
  return {
    ...report,
    ...formula,
    f: (x) => formula.family.f(x, formula.parameters),
    numerator,
    reference: report.reference.map(({ x: u, error }) => {
      const { x, sign } = dense.point(u);
      return { x, error: sign * error };
    }),
    proof: report.proof
      .replaceAll(/polynomial of degree \d+/g, kind)
      .replaceAll(`[${dense.options.domain.join(", ")}]`, `[${domain.join(", ")}]`),
  };
}

/** How finely the error is looked at. */
const stepsFor = (count: number) => Math.max(256, 32 * count);

/** What one exchange came to. */
interface Exchange {
  readonly f: (x: number) => number;
  readonly levelled: Levelled;
  readonly points: readonly Point[];
  readonly error: number;
  readonly lowerBound: number;
}

function reportOf(
  { f, levelled, points, error, lowerBound }: Exchange,
  target: RealFunction,
  options: RemezOptions,
  history: RemezReport["history"],
  trouble?: string,
): RemezReport {
  const { degree, denominator = 0, domain } = options;
  const powers = [levelled.p, levelled.q].map((c) => powersOf(c, domain));
  const [p, q] = powers.map((c) => c.map((value) => value / powers[1][0]));
  const exact = lowerBound === 0;
  const samples = stepsFor(degree + denominator + 2) + 1;
  const converged = exact || error - lowerBound < 1e-6 * error;
  const kind = denominator === 0
    ? `polynomial of degree ${degree}`
    : `rational function of degrees ${degree} and ${denominator}`;
  const proof = exact
    ? `The error of this ${kind} is all rounding.`
    : `At ${points.length} points of [${domain[0]}, ${domain[1]}] the error of this ${kind} ` +
      `alternates in sign and is at least ${lowerBound}: no other has a smaller largest error than ` +
      `that. Its own, sampled at ${samples} points and refined between them, is ${error}: ` +
      `if nothing hides between the samples, it is the best up to a part of ${
        ((error - lowerBound) / error).toExponential(1)
      }.`;
  const reason = trouble ?? `the bounds are still apart after ${history.length} exchanges`;
  return {
    ...remezFormula(target, options, p, q),
    f,
    numerator: p,
    denominator: q,
    error,
    levelled: Math.abs(levelled.error),
    lowerBound,
    reference: points.map(({ x, value }) => ({ x, error: value })),
    history,
    converged,
    proof,
    ...(converged ? {} : { reason }),
  };
}

function nothingFound(
  history: RemezReport["history"],
  reason?: string,
): Omit<RemezReport, keyof RemezFormula> {
  return {
    f: () => NaN,
    numerator: [],
    denominator: [],
    error: Infinity,
    levelled: NaN,
    lowerBound: 0,
    reference: [],
    history,
    converged: false,
    reason,
    proof: "Nothing is proved.",
  };
}
