/**
 * Adaptive Gauss–Kronrod quadrature.
 *
 * @module
 */

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
}

const integrateOptions: Known<IntegrateOptions> = {
  absolute: kinds.number,
  relative: kinds.number,
  panels: kinds.number,
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

/** A stretch of the transformed variable with its two estimates. */
interface Panel {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly error: number;
  /** ∫|f|, the scale of rounding errors. */
  readonly magnitude: number;
}

// The 15-point Kronrod rule on [−1, 1] and the 7-point Gauss rule on its every other node
// (QUADPACK, Piessens and others 1983, routine qk15). From the outermost node to the middle.
const nodes = [
  0.9914553711208126,
  0.9491079123427585,
  0.8648644233597691,
  0.7415311855993945,
  0.5860872354676911,
  0.4058451513773972,
  0.20778495500789847,
  0,
];
const kronrod = [
  0.022935322010529224,
  0.06309209262997856,
  0.10479001032225019,
  0.14065325971552592,
  0.1690047266392679,
  0.19035057806478542,
  0.20443294007529889,
  0.20948214108472782,
];
const gauss = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694];

/** Below this multiple of ∫|f| a difference of the two rules is rounding. */
const rounding = 50 * Number.EPSILON;

/**
 * ∫f over the domain, by the 15-point Gauss–Kronrod rule on panels: the one with the largest error
 * estimate is halved until the sum of the estimates is small enough. An infinite domain is mapped to
 * a finite one by x = a ± t/(1−t) or x = t/(1−t²).
 *
 * An integrand that is not 0 only on a stretch far shorter than the domain may be missed: give the
 * stretch instead.
 *
 * @param f the integrand, finite inside the domain; the ends themselves are never evaluated
 * @param domain the two ends, in rising order; they may be infinite
 * @param options the wanted error
 * @returns the value with an error estimate; `converged` is false, with the reason, if the wanted
 * error was not reached
 * @throws RangeError if the domain is empty, reversed or NaN, or f is not finite somewhere in it
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
 * ```
 */
export function integrate(
  f: (x: number) => number,
  domain: readonly [number, number],
  options: IntegrateOptions = {},
): Integral {
  checkOptions("integrate", options, integrateOptions);
  const [from, to] = checkDomain("integrate", domain);
  const { absolute = 0, relative = 1e-13, panels: limit = 2000 } = options;
  const { g, start, end } = mapped(f, from, to);
  const panels = [panel(g, start, end)];
  for (;;) {
    const value = sum(panels.map((p) => p.value));
    const error = sum(panels.map((p) => p.error));
    const result = { value, error, evaluations: 15 * (2 * panels.length - 1) };
    const wanted = Math.max(absolute, relative * Math.abs(value));
    if (error <= wanted) return { ...result, converged: true };
    const widest = panels.reduce((a, b) => b.error > a.error ? b : a);
    const middle = (widest.from + widest.to) / 2;
    const reason = panels.length >= limit
      ? `the error is above ${wanted} after ${limit} panels`
      : error <= rounding * sum(panels.map((p) => p.magnitude)) * 1.001
      ? `rounding errors alone are above ${wanted}`
      : middle <= widest.from || middle >= widest.to
      ? "a panel is as narrow as doubles allow"
      : undefined;
    if (reason) return { ...result, converged: false, reason };
    panels.splice(
      panels.indexOf(widest),
      1,
      panel(g, widest.from, middle),
      panel(g, middle, widest.to),
    );
  }
}

/** The integrand in a variable of finite range: f(x(t))·x′(t). */
function mapped(f: (x: number) => number, from: number, to: number) {
  if (from === -Infinity && to === Infinity) {
    const g = (t: number) => {
      const rest = (1 - t) * (1 + t);
      return scaled(f(t / rest), (1 + t * t) / (rest * rest));
    };
    return { g, start: -1, end: 1 };
  }
  if (to === Infinity) {
    return { g: (t: number) => scaled(f(from + t / (1 - t)), (1 - t) ** -2), start: 0, end: 1 };
  }
  if (from === -Infinity) {
    return { g: (t: number) => scaled(f(to - t / (1 - t)), (1 - t) ** -2), start: 0, end: 1 };
  }
  return { g: f, start: from, end: to };
}

/** The product, where 0 stays 0: the slope of the map overflows before a decaying integrand matters. */
function scaled(value: number, slope: number): number {
  return value === 0 ? 0 : value * slope;
}

function panel(g: (t: number) => number, from: number, to: number): Panel {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  let [fine, coarse, magnitude] = [0, 0, 0];
  for (let i = 0; i < nodes.length; i++) {
    const right = g(middle + half * nodes[i]);
    const left = i === 7 ? 0 : g(middle - half * nodes[i]);
    if (!Number.isFinite(left + right)) throw notFinite(left + right, middle, half * nodes[i]);
    fine += kronrod[i] * (left + right);
    magnitude += kronrod[i] * (Math.abs(left) + Math.abs(right));
    if (i % 2 === 1) coarse += gauss[(i - 1) / 2] * (left + right);
  }
  const difference = Math.abs(fine - coarse) * half;
  const scale = magnitude * half;
  // QUADPACK's estimate: the fine rule is far better than the coarse one its difference measures
  const error = scale === 0 ? 0 : scale * Math.min(1, (200 * difference / scale) ** 1.5);
  return {
    from,
    to,
    value: fine * half,
    error: Math.max(error, scale * rounding),
    magnitude: scale,
  };
}

function notFinite(value: number, middle: number, offset: number): RangeError {
  return new RangeError(
    `Cannot integrate as the integrand must be finite inside the domain: ` +
      `current value is ${value} within ${offset} of ${middle} (in the mapped variable)`,
  );
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
