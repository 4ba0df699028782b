/**
 * The exchange algorithm of Remez, with the proof of what it found.
 *
 * @module
 */

import { alternating, reference } from "./_alternation.ts";
import { chebyshevSum, powersOf } from "../calculus/chebyshev.ts";
import { checkDomain } from "../calculus/domain.ts";
import { extrema } from "../calculus/extrema.ts";
import { grid } from "../calculus/grid.ts";
import type { Point } from "../calculus/point.ts";
import { firstPoints } from "./_first_points.ts";
import { level, type Levelled } from "./_level.ts";
import { type RemezOptions, remezOptions } from "./_remez_options.ts";
import { checkOptions } from "../options/check_options.ts";

export type { RemezOptions };

/** The best approximation, and why it is the best. */
export interface RemezReport {
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

const mostCoefficients = 60;
const exchanges = 40;

/**
 * The polynomial or rational function with the smallest largest error, by Remez' second algorithm:
 * level the error at n + 2 reference points, move the points to the extrema of the error, repeat.
 *
 * It ends with a proof. By de la Vallée Poussin's theorem no function of these degrees has a largest
 * error below the smallest of n + 2 alternating ones: so the best error lies between `lowerBound` and
 * `error`, which agree to about 10 digits, as far as rounding lets them.
 *
 * @param target a continuous function
 * @param options domain, degrees and weight
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
export function remez(target: (x: number) => number, options: RemezOptions): RemezReport {
  checkOptions("approximate", options, remezOptions);
  const { degree, denominator = 0, weight = () => 1, kinks = [] } = options;
  const domain = checked(target, options);
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
  return best ? reportOf(best, options, history, trouble) : nothingFound(history, trouble);
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
  { degree, denominator = 0, domain }: RemezOptions,
  history: RemezReport["history"],
  trouble?: string,
): RemezReport {
  const [p, q] = [powersOf(levelled.p, domain), powersOf(levelled.q, domain)];
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
    f,
    numerator: p.map((c) => c / q[0]),
    denominator: q.map((c) => c / q[0]),
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

function nothingFound(history: RemezReport["history"], reason?: string): RemezReport {
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

/** The domain, if all the input is good. */
function checked(target: (x: number) => number, options: RemezOptions): [number, number] {
  const { degree, denominator = 0 } = options;
  const domain = checkDomain("approximate", options.domain);
  if (!domain.every(Number.isFinite)) {
    throw new RangeError(
      `Cannot approximate by polynomials as the domain must be bounded: ` +
        `current value is [${domain[0]}, ${domain[1]}]`,
    );
  }
  for (const [name, value] of Object.entries({ degree, denominator })) {
    if (Number.isInteger(value) && value >= 0) continue;
    throw new RangeError(
      `Cannot approximate as ${name} must be an integer >= 0: current value is ${value}`,
    );
  }
  if (degree + denominator + 1 > mostCoefficients) {
    throw new RangeError(
      `Cannot approximate as the number of coefficients must be <= ${mostCoefficients}: ` +
        `current value is ${degree + denominator + 1}`,
    );
  }
  for (const x of grid(...domain, 200)) {
    const value = target(x);
    if (Number.isFinite(value)) continue;
    throw new RangeError(
      `Cannot approximate as the target must be finite in the domain: ` +
        `current value is ${value} at ${x}`,
    );
  }
  checkWeight(options, domain);
  return domain;
}

function checkWeight({ weight }: RemezOptions, domain: readonly [number, number]): void {
  if (!weight) return;
  for (const x of grid(...domain, 200)) {
    const value = weight(x);
    if (value > 0 && value < Infinity) continue;
    throw new RangeError(
      `Cannot approximate as the weight must be finite and above 0 in the domain, so a relative ` +
        `error needs a target without zeros, or a family that has them too (fitFamily): ` +
        `current value is ${value} at ${x}`,
    );
  }
}
