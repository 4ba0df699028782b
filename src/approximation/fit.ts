/**
 * What a fit is asked for and what it gives.
 *
 * @module
 */

import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { Family } from "./family.ts";
import type { RealFunction } from "../calculus/real_function.ts";

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

/** What to fit to what, and how. */
export interface FitOptions<Name extends string> {
  /** What to approximate. */
  readonly target: RealFunction;
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
  /** What was approximated. */
  readonly target: RealFunction;
  /** The family that was fitted. */
  readonly family: Family<Name>;
  /** What was made smallest. */
  readonly criterion: Criterion;
  /** Over which domain. */
  readonly domain: readonly [number, number];
  /** The parameters that were found. */
  readonly parameters: NamedNumbers<Name>;
  /** The fitted function. */
  readonly f: RealFunction;
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
