/**
 * What a fit makes smallest, decided once.
 *
 * @module
 */

import type { Criterion } from "./fit.ts";
import type { RealFunction } from "../calculus/real_function.ts";

/** The largest of weight·|error|, or the mean of weight·error² over the domain within a range. */
export interface ResolvedCriterion {
  readonly kind: "minimax" | "least-squares";
  readonly weight: (x: number) => number;
  /** Beyond it the weight counts as 0. */
  readonly range: readonly [number, number];
}

const everywhere = [-Infinity, Infinity] as const;

/** The normal density is below 1e-31 beyond this. */
const normalRange = [-12, 12] as const;

const named: Readonly<Record<string, (target: RealFunction) => ResolvedCriterion>> = {
  "minimax": () => ({ kind: "minimax", weight: () => 1, range: everywhere }),
  "minimax-relative": (target) => ({
    kind: "minimax",
    weight: (x) => 1 / Math.abs(target(x)),
    range: everywhere,
  }),
  "least-squares": () => ({ kind: "least-squares", weight: () => 1, range: everywhere }),
  "least-squares-normal": () => ({
    kind: "least-squares",
    weight: (x) => Math.exp(-x * x / 2),
    range: normalRange,
  }),
};

/**
 * @throws TypeError if it is no criterion
 */
export function resolveCriterion(criterion: Criterion, target: RealFunction): ResolvedCriterion {
  if (typeof criterion === "string" && Object.hasOwn(named, criterion)) {
    return named[criterion](target);
  }
  if (typeof criterion === "object" && criterion !== null) {
    if ("minimax" in criterion && typeof criterion.minimax === "function") {
      return { kind: "minimax", weight: criterion.minimax, range: everywhere };
    }
    if ("leastSquares" in criterion && typeof criterion.leastSquares === "function") {
      return { kind: "least-squares", weight: criterion.leastSquares, range: everywhere };
    }
  }
  const known = Object.keys(named).map((name) => `"${name}"`).join(", ");
  throw new TypeError(
    `Cannot fit as criterion must be one of ${known}, or { minimax: weight } or ` +
      `{ leastSquares: density } with a function: current value is ${JSON.stringify(criterion)}`,
  );
}
