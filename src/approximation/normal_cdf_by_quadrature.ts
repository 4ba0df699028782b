/**
 * Φ from its density.
 *
 * @module
 */

import { normalCdf, normalPdf } from "../special/normal.ts";
import { type Integral, integrate } from "../calculus/integrate.ts";

/** An integral of the normal density beside Φ. */
export interface CdfByQuadrature extends Integral {
  /** Φ(x) as this library computes it otherwise. */
  readonly reference: number;
  /** value − reference: the error that was made. */
  readonly difference: number;
}

/**
 * Φ(x) = ∫φ from −∞ to x, by adaptive quadrature of the density φ(t) = e^(−t²/2)/√(2π), beside
 * {@linkcode normalCdf}, which knows nothing of integration.
 *
 * @param x where, not NaN
 * @returns the integral with its estimated error, and its difference from Φ(x)
 * @throws RangeError if x is NaN or −∞
 *
 * @example
 * ```ts
 * import { normalCdfByQuadrature } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const { difference, error } = normalCdfByQuadrature(1);
 * assert(Math.abs(difference) <= error);
 * assert(error < 1e-12);
 * ```
 */
export function normalCdfByQuadrature(x: number): CdfByQuadrature {
  const integral = integrate(normalPdf, [-Infinity, x]);
  const reference = normalCdf(x);
  return { ...integral, reference, difference: integral.value - reference };
}
