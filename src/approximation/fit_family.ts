/**
 * Fits of families to functions.
 *
 * @module
 */

import type { Approximation } from "./approximation.ts";
import { checkDomain } from "../calculus/domain.ts";
import type { Family } from "./family.ts";
import { fitLeastSquares } from "./_fit_least_squares.ts";
import { fitMinimax } from "./_fit_minimax.ts";
import { grid } from "../calculus/grid.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";

/**
 * What a fit makes smallest.
 *
 * - `"minimax"`: the largest absolute error
 * - `"minimax-relative"`: the largest error relative to the target
 * - `{ minimax: w }`: the largest of w(x)·|error|
 * - `"least-squares"`: the root mean square of the error over the domain, which must be bounded
 * - `"least-squares-normal"`: its root mean square where x is N(0, 1), restricted to the domain
 * - `{ leastSquares: w }`: the root of the mean of error² under the density w, up to a factor
 */
export type Criterion =
  | "minimax"
  | "minimax-relative"
  | "least-squares"
  | "least-squares-normal"
  | { readonly minimax: (x: number) => number }
  | { readonly leastSquares: (x: number) => number };

/** The function to approximate; one with `kinks` is fitted with them in mind. */
export interface Target {
  (x: number): number;
  /** Where its slope jumps. */
  readonly kinks?: readonly number[];
}

/** What to fit to what, and how. */
export interface FitOptions<Name extends string> {
  /** What to approximate. */
  readonly target: Target;
  /** What to approximate it by. */
  readonly family: Family<Name>;
  /** What to make smallest, the largest absolute error if not given. */
  readonly criterion?: Criterion;
  /** The two ends, in rising order; they may be infinite. */
  readonly domain: readonly [number, number];
  /** Where to begin, for the parameters that should not begin where the family says. */
  readonly start?: Partial<NamedNumbers<Name>>;
}

/** A fit: parameters, and what is known of the error. */
export interface Fit<Name extends string = string> {
  /** The family that was fitted. */
  readonly family: Family<Name>;
  /** What was made smallest. */
  readonly criterion: Criterion;
  /** Over which domain. */
  readonly domain: readonly [number, number];
  /** The parameters that were found. */
  readonly parameters: NamedNumbers<Name>;
  /** The fitted function. */
  readonly f: Approximation;
  /** The largest error, or the root mean square, as the criterion has it: with its weight. */
  readonly error: number;
  /**
   * Extrema of the error, approximation − target, with the weight of the criterion: for minimax the
   * points where it alternates, which prove the fit.
   */
  readonly extrema: readonly { readonly x: number; readonly error: number }[];
  /** How many exchanges, or steps of least squares, it took. */
  readonly iterations: number;
  /** Whether the parameters are those that the criterion asks for; if not, `reason` says why. */
  readonly converged: boolean;
  /** Why it did not converge, or what is odd about the result. */
  readonly reason?: string;
}

/** More parameters than this cannot be told apart in double precision. */
const mostParameters = 24;

/**
 * Fits a family to a function: finds the parameters that make the error smallest.
 *
 * A minimax fit begins with least squares, then exchanges: it levels the errors at their alternating
 * extrema until n + 1 of them are equal, for n parameters. The family may depend on its parameters in
 * any smooth way. Where the size of the error is even for all parameters, as for GELU and its
 * approximations, an even domain is halved and the left side taken, where small values have more
 * digits.
 *
 * The levelled error is right to about ε/error relative, ε being the rounding error of target and
 * family: 11 digits for an error of 1e-5, 8 for 5e-8. For families that are not linear in their
 * parameters the result is the best nearby, not provably the best.
 *
 * @param options target, family, criterion, domain, and where to start
 * @returns the fit; `converged` is false, with the reason, if it is not what the criterion asks for
 * @throws RangeError if the domain is empty, reversed or NaN, the family has more than 24 parameters,
 * `start` has a name the family has not or a number that is not finite, the target is not finite
 * somewhere in the domain, the family is not at its start, or least squares lack a bounded domain
 *
 * @example
 * ```ts
 * import { fit, gelu, tanhGate, timesX } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { parameters, error } = fit({
 *   target: gelu,
 *   family: timesX(tanhGate({ degree: 3 })),
 *   criterion: "minimax",
 *   domain: [-Infinity, Infinity],
 * });
 * assertAlmostEquals(parameters.c1, 0.8001570785481, 1e-9);
 * assertAlmostEquals(error, 2.70727474658e-4, 1e-14);
 * ```
 */
export function fitFamily<Name extends string>(options: FitOptions<Name>): Fit<Name> {
  const { target, family, criterion = "minimax" } = options;
  const domain = checkDomain("fit", options.domain);
  if (family.parameters.length > mostParameters) {
    throw new RangeError(
      `Cannot fit ${family.title} as the number of parameters must be <= ${mostParameters}: ` +
        `current value is ${family.parameters.length}`,
    );
  }
  const start = startOf(family, options.start ?? {});
  for (const x of grid(...domain, 200)) {
    checkFinite("the target", target(x), x);
    checkFinite(`${family.title} at its start`, family.f(x, start), x);
  }
  const problem = { target, family, criterion, domain, start };
  return isMinimax(criterion) ? fitMinimax(problem) : fitLeastSquares(problem);
}

/** A fit with everything decided and checked. */
export interface Problem<Name extends string> extends Required<FitOptions<Name>> {
  readonly start: NamedNumbers<Name>;
}

function isMinimax(criterion: Criterion): boolean {
  return typeof criterion === "string" ? criterion.startsWith("minimax") : "minimax" in criterion;
}

function startOf<Name extends string>(
  family: Family<Name>,
  changes: Partial<NamedNumbers<Name>>,
): NamedNumbers<Name> {
  for (const [name, value] of Object.entries(changes)) {
    if (!family.parameters.includes(name as Name)) {
      throw new RangeError(
        `Cannot start ${family.title} at ${name} as its parameters are: ` +
          family.parameters.join(", "),
      );
    }
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `Cannot start ${family.title} as ${name} must be finite: current value is ${value}`,
      );
    }
  }
  return { ...family.start, ...changes };
}

function checkFinite(what: string, value: number, x: number): void {
  if (Number.isFinite(value)) return;
  throw new RangeError(
    `Cannot fit as ${what} must be finite in the domain: current value is ${value} at ${x}`,
  );
}
