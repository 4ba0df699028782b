import type { Cost } from "./cost.ts";

/**
 * A real function of one variable: `Math.cbrt`, `(x) => x / 2`, an activation, a fit. What it knows
 * of itself is used: its name, derivatives, kinks and cost.
 */
export interface RealFunction {
  (x: number): number;
  /** A short name, the catalogue's if it is one of its functions. */
  readonly id?: string;
  /** The name to print; `id`, then the function's own name stand in for it. */
  readonly title?: string;
  /** f′, with f″ behind it; differences are taken where there is none. */
  readonly derivative?: RealFunction;
  /** True if the values are finite differences. */
  readonly numerical?: boolean;
  /** Where the derivative jumps. */
  readonly kinks?: readonly number[];
  /** What one evaluation costs. */
  readonly cost?: Cost;
}
