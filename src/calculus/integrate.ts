/**
 * Adaptive Gauss–Kronrod quadrature.
 *
 * @module
 */

import { checkFunction } from "../options/check_function.ts";
import { panel, pieces, rounding } from "./_gauss_kronrod.ts";
import { graded, places, searchPeaks } from "./_search_peaks.ts";
import { checkDomain } from "./domain.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** What to integrate to. */
export interface IntegrateOptions {
  /** Wanted error, absolute; 0 if not given, which asks for all the digits there are. */
  readonly absolute?: number;
  /** Wanted error relative to the result, 1e-13 if not given; the looser of the two counts. */
  readonly relative?: number;
  /** The number of panels at which to give up, 2000 if not given. */
  readonly panels?: number;
  /** Places where the integrand may have a narrow peak, a kink or a jump. */
  readonly at?: readonly number[];
}

const integrateOptions: Known<IntegrateOptions> = {
  absolute: kinds.number,
  relative: kinds.number,
  panels: kinds.number,
  at: kinds.numbers,
};

/** An integral and how well it is known. */
export interface Integral {
  /** The integral. */
  readonly value: number;
  /** An estimate of the absolute error: pessimistic for a smooth integrand. */
  readonly error: number;
  /** How many times the integrand was evaluated. */
  readonly evaluations: number;
  /** Whether the wanted error was reached; if not, `reason` says why. */
  readonly converged: boolean;
  /** Why the wanted error was not reached. */
  readonly reason?: string;
}

/**
 * ∫f over the domain, by the 15-point Gauss–Kronrod rule on panels: the one with the largest error
 * estimate is halved until the sum of the estimates is small enough. An infinite domain is mapped to
 * a finite one by x = a ± t/(1−t) or x = t/(1−t²).
 *
 * An integrand may be large only on a stretch that is far shorter than the domain. An infinite domain
 * is therefore searched at 961 points, 4.4 % of their distance from 0 apart (or from the finite end),
 * and a stretch where f is 0 at 15 points, at 64 more; what stands out there is climbed to its peak.
 * A peak between these points is still missed: `at` says where it is. If f is 0 wherever it was looked
 * at, nothing is known, and that is said.
 *
 * @param f the integrand, finite inside the domain; the ends themselves are never evaluated
 * @param domain the two ends, in rising order; they may be infinite
 * @param options the wanted error, and where to look closely
 * @returns the value with an error estimate; `converged` is false, with the reason, if the wanted
 * error was not reached or f was nowhere seen to differ from 0
 * @throws RangeError if the domain is empty, reversed or NaN, f is not finite somewhere in it, or a
 * place in `at` is not finite
 * @throws TypeError if the domain is no pair of numbers, or there is no such option
 *
 * @example
 * ```ts
 * import { integrate } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const density = (x: number) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
 * const { value, error } = integrate(density, [-Infinity, 1]);
 * assertAlmostEquals(value, 0.8413447460685429, 1e-14);
 * assertAlmostEquals(value, 0.8413447460685429, error);
 *
 * // A peak a millionth wide is found if it is known where.
 * const narrow = (x: number) => density((x - 3) * 1e6) * 1e6;
 * assertAlmostEquals(integrate(narrow, [-Infinity, Infinity], { at: [3] }).value, 1, 1e-10);
 * ```
 */
export function integrate(
  f: (x: number) => number,
  domain: readonly [number, number],
  options: IntegrateOptions = {},
): Integral {
  checkFunction("integrate", "f", f);
  checkOptions("integrate", options, integrateOptions);
  const [from, to] = checkDomain("integrate", domain);
  const { absolute = 0, relative = 1e-13, panels: limit = 2000, at = [] } = options;
  for (const place of at) {
    if (!Number.isFinite(place)) {
      throw new RangeError(`Cannot integrate as at must be finite: current value is ${place}`);
    }
  }
  let evaluations = 0;
  const counted = (x: number) => {
    evaluations++;
    return f(x);
  };
  const panels = pieces(counted, [from, ...graded(at, from, to), to]);
  const infinite = from === -Infinity || to === Infinity;
  let searched = false;
  for (;;) {
    const value = sum(panels.map((p) => p.value));
    const error = sum(panels.map((p) => p.error));
    const wanted = Math.max(absolute, relative * Math.abs(value));
    const done = (rest: { converged: boolean; reason?: string }): Integral => ({
      value,
      error,
      evaluations,
      ...rest,
    });
    if (error <= wanted) {
      if (!searched && panels.length < limit) {
        searched = true;
        if (searchPeaks(counted, panels, infinite ? places(from, to) : [])) continue;
      }
      if (panels.every(({ top }) => top === 0)) {
        const reason = `the integrand is 0 at all ${evaluations} points looked at: ` +
          "at says where it is not";
        return done({ converged: false, reason });
      }
      return done({ converged: true });
    }
    const widest = panels.reduce((a, b) => b.error > a.error ? b : a);
    const middle = (widest.from + widest.to) / 2;
    const reason = panels.length >= limit
      ? `the error is above ${wanted} after ${limit} panels`
      : error <= rounding * sum(panels.map((p) => p.magnitude)) * 1.001
      ? `rounding errors alone are above ${wanted}`
      : middle <= widest.from || middle >= widest.to
      ? "a panel is as narrow as doubles allow"
      : undefined;
    if (reason) return done({ converged: false, reason });
    const { map } = widest;
    const halves = [panel(map, widest.from, middle), panel(map, middle, widest.to)];
    panels.splice(panels.indexOf(widest), 1, ...halves);
  }
}

/** The sum with its rounding error carried along (Neumaier). */
function sum(values: readonly number[]): number {
  let [total, lost] = [0, 0];
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
