/**
 * Fits of families to functions.
 *
 * @module
 */

import { checkDomain } from "../calculus/domain.ts";
import type { Family } from "./family.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { fitLeastSquares } from "./_fit_least_squares.ts";
import { fitMinimax } from "./_fit_minimax.ts";
import { resolveCriterion } from "./_criterion.ts";
import { grid } from "../calculus/grid.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** More parameters than this cannot be told apart in double precision. */
const mostParameters = 24;

const fitOptions: Known<FitOptions<string>> = {
  target: kinds.needed(kinds.callable),
  family: kinds.needed(kinds.object),
  criterion: kinds.either(kinds.text, kinds.object),
  domain: kinds.needed(kinds.interval),
  start: kinds.object,
};

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
 * import { gelu, tanhGate, timesX } from "@actbook/actbook";
 * import { fitFamily } from "@actbook/actbook/approximation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { parameters, error } = fitFamily({
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
  checkOptions("fit", options, fitOptions);
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
  const resolved = resolveCriterion(criterion, target);
  return resolved.kind === "minimax"
    ? fitMinimax(problem, resolved)
    : fitLeastSquares(problem, resolved);
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
