/**
 * Quotients and products of numbers in two parts, without objects, for functions called often.
 *
 * @module
 */

import { productError } from "./_error_free.ts";
import { leave, out } from "./_out.ts";
import { powerOfTwo } from "./_scale.ts";

/** (n + nLow)/(d + dLow), rounded once. */
export function quotient(n: number, nLow: number, d: number, dLow: number): number {
  const first = n / d;
  const product = first * d;
  return first + (((n - product) - productError(first, d, product)) + (nLow - first * dLow)) / d;
}

/** (n + nLow)/(d + dLow) = out[0] + out[1]. */
export function quotientParts(n: number, nLow: number, d: number, dLow: number): void {
  const first = n / d;
  const product = first * d;
  const rest = (((n - product) - productError(first, d, product)) + (nLow - first * dLow)) / d;
  leave(first, rest);
}

const UP = powerOfTwo(400);
const DOWN = powerOfTwo(-400);

/** x · (out[0] + out[1]), rounded once; |x| < 2⁹⁰⁰, and out[0] is from 2⁻⁶⁰ to 2. */
export function timesOut(x: number): number {
  // The error of a tiny product is no normal number.
  if (Math.abs(x) < 2 ** -800) return x === 0 ? x : timesOut(x * UP) * DOWN;
  const product = x * out[0];
  return product + (productError(x, out[0], product) + x * out[1]);
}
