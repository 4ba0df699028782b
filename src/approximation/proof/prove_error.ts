import { checkDomain } from "../../calculus/domain.ts";
import type { NamedNumbers } from "../../calculus/named_numbers.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { bind } from "../code/_bind.ts";
import { checkFormulated } from "../code/_check_formulated.ts";
import type { Expression } from "../expression.ts";
import { type Enclosures, ofFormula, ofTarget } from "./_enclosures.ts";
import * as iv from "./_interval.ts";
import { applied, ORDER, type Stretch, stretch } from "./_model.ts";
import type { ModelOf } from "./_model_of.ts";
import { relativeRange } from "./_relative_range.ts";
import * as tails from "./_tail.ts";
import type { Ray } from "./_tail_of.ts";
import * as taylor from "./_taylor.ts";

/** What is to be proved, and how narrowly. */
export interface ProofOptions {
  /** The two ends, which may be infinite. */
  readonly domain: readonly [number, number];
  /** How much larger the upper bound may be than the lower one, 1e-3 if not given. */
  readonly tolerance?: number;
  /**
   * Whether the error is relative to the target, |formula/target − 1|. Where both are 0 at 0, and the
   * target nowhere else, the quotient of their slopes bounds it beside 0. False if not given.
   */
  readonly relative?: boolean;
  /** Places where a formula has a kink: without them the proof takes longer. */
  readonly kinks?: readonly number[];
  /** At how many stretches to stop, a million if not given. */
  readonly stretches?: number;
  /** Called now and then with the bounds so far, which hold, but are still too wide. */
  readonly onProgress?: (bounds: { lower: number; upper: number; stretches: number }) => void;
  /** To stop before it is done. */
  readonly signal?: AbortSignal;
}

/** The largest error between two bounds that are proved. */
export interface ErrorProof {
  /** The largest error is at least this: it is that much at `at`. */
  readonly lower: number;
  /** The largest error is at most this. */
  readonly upper: number;
  /** Where the error is `lower` or more; infinite if that is the limit there. */
  readonly at: number;
  /** Into how many stretches the domain was divided. */
  readonly stretches: number;
  /** Whether the bounds are as near as was asked. */
  readonly converged: boolean;
  /** What is proved, in words. */
  readonly proof: string;
}

/** A formula with numbers for its parameters, as a fit is. */
export interface Provable {
  /** The numbers. */
  readonly parameters: NamedNumbers;
  /** The formula, where it has one. */
  readonly family: { readonly title: string; readonly expression?: Expression };
}

const known: Known<ProofOptions> = {
  domain: kinds.needed(kinds.interval),
  tolerance: kinds.number,
  relative: kinds.flag,
  kinks: kinds.numbers,
  stretches: kinds.number,
  onProgress: kinds.callable,
  signal: kinds.signal,
};

/**
 * Proves bounds of the largest error of a formula over a domain: |formula − target| with real numbers,
 * nowhere sampled.
 *
 * On a stretch around m the error lies in its Taylor polynomial at m plus a rest, whose coefficient is
 * computed over the whole stretch with intervals that are rounded outwards. Stretches whose bound is
 * too large are halved (branch and bound); the lower bound is an error that was found, rounded down.
 *
 * On a domain without an end the rest of the line is one stretch: there both functions are a polynomial
 * and a rest below size·e^(−rate·x), which follow from those of their parts, and the polynomials cancel.
 * Where they do not, the error has no bound; where nothing bounds the rest, nothing is claimed.
 *
 * @param approximation a fit, or a formula and numbers for its parameters
 * @param target `gelu`, `normalCdf`, or a formula in x alone
 * @param options the domain, and how narrow the bounds are to be
 * @returns the bounds; if `converged` is false they hold, but are wider than asked for
 * @throws TypeError if the family has no formula, or the target is neither of these
 * @throws RangeError if the domain is empty or reversed, or has no end and the error there no bound
 *   that can be proved
 * @see Chevillard, Harrison, Joldeș and Lauter 2011, "Efficient and accurate computation of upper bounds
 *   of approximation errors", https://doi.org/10.1016/j.tcs.2010.11.052
 *
 * @example The tanh form is off by at most 4.74e-4, on the whole line
 * ```ts
 * import { gelu, tanhGate, timesX } from "@actbook/actbook";
 * import { proveError } from "@actbook/actbook/approximation";
 * import { assert } from "@std/assert";
 *
 * const slope = Math.sqrt(2 / Math.PI);
 * const family = timesX(tanhGate({ degree: 3, slope }));
 * const form = { family, parameters: { a3: 0.044715 } };
 * const { lower, upper } = proveError(form, gelu, { domain: [-10, 10] });
 * assert(lower > 4.7323e-4 && upper < 4.738e-4);
 * const everywhere = proveError(form, gelu, { domain: [-Infinity, Infinity] });
 * assert(everywhere.converged && everywhere.upper < 4.738e-4);
 * ```
 */
export function proveError(
  approximation: Provable,
  target: ((x: number) => number) | Expression,
  options: ProofOptions,
): ErrorProof {
  checkFormulated("prove an error", approximation);
  checkOptions("prove an error", options, known);
  const { tolerance = 1e-3, kinks: bends = [], stretches: limit = 1e6 } = options;
  const { onProgress, signal } = options;
  const [from, to] = checkDomain("prove an error", options.domain);
  const { family, parameters } = approximation;
  if (!family.expression) {
    throw new TypeError(`Cannot prove the error of ${family.title} as it must have a formula`);
  }
  const f = ofFormula(bind(family.expression, parameters));
  const g = ofTarget(target);
  const difference: ModelOf = (over) => applied(taylor.subtract, over, f.near(over), g.near(over));
  const range = options.relative
    ? relativeRange(difference, g.near)
    : (over: Stretch) => difference(over).wide[0];
  const far = farError(f, g, options);

  let [lower, at, upper, count] = [0, Math.max(from, -START), 0, 0];
  const look = (x: number) => {
    const least = iv.mignitude(range(stretch(x, x)));
    if (least > lower) [lower, at] = [least, x];
  };
  const [first, last] = [
    from === -Infinity ? Math.min(-START, to - START) : from,
    to === Infinity ? Math.max(START, from + START) : to,
  ];
  for (let k = 0; k <= 2000; k++) look(first + (last - first) * (k / 2000));

  const breaks = [...new Set([from, ...bends.filter((x) => x > from && x < to), 0, to])]
    .filter((x) => x >= from && x <= to).sort((a, b) => a - b);
  const waiting = breaks.slice(1).map((end, k): Pending => [breaks[k], end, Infinity]).reverse();
  // What holds at a break alone.
  waiting.unshift(...breaks.filter(Number.isFinite).map((x): Pending => [x, x, Infinity]));
  let converged = true;
  while (waiting.length > 0) {
    const [a, b, before] = waiting.pop()!;
    count++;
    const ray = rayOf(a, b);
    const end = ray && ray.from > 0 ? far(ray) : undefined;
    if (end && end.limit > lower) [lower, at] = [end.limit, ray!.side * Infinity];
    const bound = ray ? end?.bound ?? Infinity : iv.magnitude(range(stretch(a, b)));
    const middle = ray ? ray.side * Math.max(1, 2 * ray.from) : a + (b - a) / 2;
    const goal = lower * (1 + tolerance);
    const divisible = a < middle && middle < b && Math.abs(middle) <= FARTHEST;
    if (ray && bound === Infinity && !(divisible && goal < Infinity)) {
      throw boundless(ray, from, to);
    }
    if (bound <= goal || !divisible || count + waiting.length >= limit) {
      if (bound > goal) converged = false;
      upper = Math.max(upper, bound);
    } else {
      look(middle);
      const known = Math.min(bound, before);
      waiting.push([middle, b, known], [a, middle, known]);
    }
    signal?.throwIfAborted();
    if (count % 64 === 0) {
      const least = waiting.reduce((max, [, , bound]) => Math.max(max, bound), upper);
      onProgress?.({ lower, upper: least, stretches: count });
    }
  }
  // What was let pass early may be below what was found later.
  upper = Math.max(upper, lower);
  return {
    lower,
    upper,
    at,
    stretches: count,
    converged: converged && upper < Infinity && upper <= lower * (1 + tolerance),
    proof:
      `On [${ends(from)}, ${ends(to)}] the largest ${options.relative ? "relative " : ""}error ` +
      `of ${family.title} is at least ${lower}, which it is at ${
        ends(at)
      }, and at most ${upper}: ` +
      `shown on ${count} stretches by Taylor polynomials of degree ${ORDER - 1}` +
      `${isFinite(to - from) ? "" : ", and where a stretch has no end by a rest that falls,"} ` +
      "with intervals rounded outwards.",
  };
}

/** A stretch that is to be looked at, and what is known to bound the error there. */
type Pending = readonly [from: number, to: number, bound: number];

const ends = (x: number) => String(x).replace("Infinity", "∞");

/** Up to here a domain without an end is looked at first. */
const START = 16;
/** What is not bounded beyond it is given up. */
const FARTHEST = 2 ** 20;

/** A stretch without an end, seen from 0; two ends there are none, as 0 is a break. */
function rayOf(a: number, b: number): Ray | undefined {
  if (b === Infinity) return { side: 1, from: a };
  return a === -Infinity ? { side: -1, from: -b } : undefined;
}

/** How large the error is at most on a ray, and what it comes to at its end. */
function farError(f: Enclosures, g: Enclosures, { domain, relative }: ProofOptions) {
  return (ray: Ray): { readonly bound: number; readonly limit: number } => {
    const target = g.far(ray);
    const error = tails.subtract(f.far(ray), target, ray.from);
    const bound = iv.magnitude(error.range);
    if (relative) {
      return { bound: iv.magnitude(iv.divide(error.range, target.range)), limit: 0 };
    }
    const { polynomial, size, rate } = error;
    const steady = size < Infinity && rate >= 0;
    if (steady && polynomial.length > 1 && iv.mignitude(polynomial.at(-1)!) > 0) {
      throw new RangeError(
        `Cannot prove a bound as the error has none on [${
          domain.map(ends).join(", ")
        }]: it grows like ` +
          `x${polynomial.length > 2 ? `^${polynomial.length - 1}` : ""}`,
      );
    }
    const settles = polynomial.length === 1 && (size === 0 || (steady && rate > 0));
    return { bound, limit: settles ? iv.mignitude(polynomial[0]) : 0 };
  };
}

function boundless({ side, from }: Ray, ...domain: readonly number[]): RangeError {
  return new RangeError(
    `Cannot prove a bound on [${domain.map(ends).join(", ")}] as nothing bounds the error ` +
      `${side > 0 ? "above" : "below"} x = ${side * from}: give a domain with ends`,
  );
}
