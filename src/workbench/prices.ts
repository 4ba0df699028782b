import type { Cost } from "../calculus/cost.ts";

/** What one operation of each kind costs, in whatever unit. */
export interface Prices {
  /** A multiply-add; 1 if not given. */
  readonly multiplyAdd?: number;
  /** An exponential or hyperbolic tangent; 8 if not given. */
  readonly exp?: number;
  /** A division or square root; 6 if not given. */
  readonly division?: number;
  /** A number read from a table; 2 if not given. */
  readonly lookup?: number;
}

/** The price of the operations. */
export function priceOf(cost: Cost, prices: Prices = {}): number {
  const { multiplyAdd = 1, exp = 8, division = 6, lookup = 2 } = prices;
  const { multiplyAdds, exps, divisions, lookups = 0 } = cost;
  return multiplyAdd * multiplyAdds + exp * exps + division * divisions + lookup * lookups;
}
