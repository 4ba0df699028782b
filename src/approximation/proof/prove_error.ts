import { gelu } from "../../activations/gelu.ts";
import { checkDomain } from "../../calculus/domain.ts";
import type { NamedNumbers } from "../../calculus/named_numbers.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { once } from "../../special/_once.ts";
import { normalCdf } from "../../special/normal.ts";
import { bind } from "../code/_bind.ts";
import type { Expression } from "../expression.ts";
import * as iv from "./_interval.ts";
import {
  applied,
  type Model,
  normalCdf as cdfModel,
  ORDER,
  type Stretch,
  stretch,
  variable,
} from "./_model.ts";
import { type ModelOf, modelOf } from "./_model_of.ts";
import * as taylor from "./_taylor.ts";

/** What is to be proved, and how narrowly. */
export interface ProofOptions {
  /** The two ends, finite. */
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
  /** Called now and then with the bounds so far. */
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
  /** Where the error is `lower` or more. */
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
 * @param approximation a fit, or a formula and numbers for its parameters
 * @param target `gelu`, `normalCdf`, or a formula in x alone
 * @param options the domain, and how narrow the bounds are to be
 * @returns the bounds; if `converged` is false they hold, but are wider than asked for
 * @throws TypeError if the family has no formula, or the target is neither of these
 * @throws RangeError if the domain is empty, reversed or not bounded
 * @see Chevillard, Harrison, Joldeș and Lauter 2011, "Efficient and accurate computation of upper bounds
 *   of approximation errors", https://doi.org/10.1016/j.tcs.2010.11.052
 *
 * @example The tanh form is off by at most 4.74e-4
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
 * ```
 */
export function proveError(
  approximation: Provable,
  target: ((x: number) => number) | Expression,
  options: ProofOptions,
): ErrorProof {
  checkOptions("prove an error", options, known);
  const { tolerance = 1e-3, kinks: bends = [], stretches: limit = 1e6 } = options;
  const { onProgress, signal } = options;
  const [from, to] = checkDomain("prove an error", options.domain);
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    throw new RangeError(
      `Cannot prove an error as the domain must be bounded: current value is [${from}, ${to}]`,
    );
  }
  const { family, parameters } = approximation;
  if (!family.expression) {
    throw new TypeError(`Cannot prove the error of ${family.title} as it must have a formula`);
  }
  const f = modelOf(bind(family.expression, parameters));
  const g = targetModel(target);
  const difference: ModelOf = (over) => applied(taylor.subtract, over, f(over), g(over));
  const range = options.relative
    ? relativeRange(difference, g)
    : (over: Stretch) => difference(over).wide[0];

  let [lower, at, upper, count] = [0, from, 0, 0];
  const look = (x: number) => {
    const least = iv.mignitude(range(stretch(x, x)));
    if (least > lower) [lower, at] = [least, x];
  };
  for (let k = 0; k <= 2000; k++) look(from + (to - from) * (k / 2000));

  const breaks = [...new Set([from, ...bends.filter((x) => x > from && x < to), 0, to])]
    .filter((x) => x >= from && x <= to).sort((a, b) => a - b);
  const waiting = breaks.slice(1).map((end, k): [number, number] => [breaks[k], end]).reverse();
  // What holds at a break alone.
  waiting.unshift(...breaks.map((x): [number, number] => [x, x]));
  let converged = true;
  while (waiting.length > 0) {
    const [a, b] = waiting.pop()!;
    count++;
    const bound = iv.magnitude(range(stretch(a, b)));
    const middle = a + (b - a) / 2;
    const goal = lower * (1 + tolerance);
    const divisible = a < middle && middle < b;
    if (bound <= goal || !divisible || count + waiting.length >= limit) {
      if (bound > goal) converged = false;
      upper = Math.max(upper, bound);
    } else {
      look(middle);
      waiting.push([middle, b], [a, middle]);
    }
    signal?.throwIfAborted();
    if (count % 64 === 0) onProgress?.({ lower, upper, stretches: count });
  }
  // What was let pass early may be below what was found later.
  upper = Math.max(upper, lower);
  return {
    lower,
    upper,
    at,
    stretches: count,
    converged: converged && upper <= lower * (1 + tolerance),
    proof:
      `On [${from}, ${to}] the largest ${
        options.relative ? "relative " : ""
      }error of ${family.title} is at least ${lower}, which it is ` +
      `at ${at}, and at most ${upper}: shown on ${count} stretches by Taylor polynomials of degree ` +
      `${ORDER - 1} with intervals rounded outwards.`,
  };
}

/**
 * The error over the target. Of two functions that are 0 at the end of a stretch, where the quotient
 * knows nothing, it is that of their slopes somewhere inside (Cauchy's mean value theorem).
 */
function relativeRange(difference: ModelOf, target: ModelOf): (over: Stretch) => iv.Interval {
  const isZero = (of: ModelOf) => iv.isZero(of(stretch(0, 0)).narrow[0]);
  const share = once(() => isZero(difference) && isZero(target));
  return (over) => {
    const [above, below] = [difference(over), target(over)];
    const [a, b] = over.x;
    if ((a !== 0 && b !== 0) || !share()) return iv.divide(above.wide[0], below.wide[0]);
    // At 0 itself the error is the limit, which belongs to the stretches beside it.
    if (a === b) return [0, 0];
    return iv.divide(slopeRange(above, over), slopeRange(below, over));
  };
}

/** The range of the derivative. */
function slopeRange({ narrow, wide }: Model, { distance }: Stretch): iv.Interval {
  let sum = iv.multiply(wide[ORDER], iv.point(ORDER));
  for (let k = ORDER - 1; k >= 1; k--) {
    sum = iv.add(iv.multiply(sum, distance), iv.multiply(narrow[k], iv.point(k)));
  }
  return [Math.max(sum[0], wide[1][0]), Math.min(sum[1], wide[1][1])];
}

function targetModel(target: ((x: number) => number) | Expression): ModelOf {
  if (typeof target !== "function") return modelOf(bind(target, {}));
  if (target === normalCdf) return cdfModel;
  if (target === gelu) {
    return (over) => applied(taylor.multiply, over, variable(over), cdfModel(over));
  }
  throw new TypeError(
    "Cannot prove an error as the target must be gelu, normalCdf or a formula: " +
      `current value is ${target.name || "a function"}`,
  );
}
