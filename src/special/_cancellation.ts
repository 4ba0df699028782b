import type { DoubleDouble } from "./double_double.ts";
import { Wide } from "./_wide.ts";

/** A sum that is smaller than its largest term by this factor has lost too many digits. */
const LOST = 2 ** -10;

/** True if a sum is so much smaller than its largest term that its parts do not tell it. */
export function cancels(sum: number, largest: number): boolean {
  return Math.abs(sum) < LOST * Math.abs(largest);
}

/**
 * Σ cₖ eᵏˣ, however much of it cancels: the numerators of derivatives next to their zeros.
 *
 * @param x above −180 and below 700
 * @param coefficients c₀, c₁, …, exact to 2⁻¹⁰⁰
 */
export function exponentialSum(
  x: DoubleDouble | number,
  coefficients: readonly (DoubleDouble | number)[],
): DoubleDouble {
  const e = Wide.of(x).exp();
  return coefficients.map(Wide.of).reduceRight((sum, c) => sum.times(e).plus(c)).toDouble();
}
