/**
 * σ(u) = 1/(1 + e⁻ᵘ) in two parts, and the slope of a function gated by it.
 *
 * With e = e^(−|u|), σ(|u|) = 1/(1 + e) and σ(−|u|) = e/(1 + e): no term cancels.
 *
 * @module
 */

import { cancels, exponentialSum } from "./_cancellation.ts";
import { DoubleDouble } from "./double_double.ts";
import { productError, sumError } from "./_error_free.ts";
import { expParts } from "./_exp_parts.ts";
import { out } from "./_out.ts";
import { quotient, quotientParts } from "./_quotient.ts";
import { powerOfTwo, scale } from "./_scale.ts";

/**
 * σ(u + uLow) = (out[0] + out[1]) · 2ᵏ; returns k. The relative error is below 2⁻⁷³.
 *
 * @param u from −2000 to 2000
 * @param uLow a correction, at most a unit in the last place of u
 */
export function sigmoidParts(u: number, uLow: number): number {
  const positive = u > 0;
  const power = positive ? expParts(-u, -uLow) : expParts(u, uLow);
  const unit = powerOfTwo(power);
  const e = out[0] * unit;
  const sum = 1 + e;
  const low = (e - (sum - 1)) + out[1] * unit;
  if (positive) {
    quotientParts(1, 0, sum, low);
    return 0;
  }
  quotientParts(out[0], out[1], sum, low);
  return power;
}

/**
 * (x σ(u))′ = σ(u) + w σ(u)(1 − σ(u)) with w = x u′, rounded once.
 *
 * @param u from −2000 to 2000, with its correction
 * @param w below 10⁹ in magnitude, with its correction
 * @param factor 1 + eᵘ + w to 2⁻¹⁰⁰ of itself, for where it almost vanishes
 */
export function gateSlope(
  u: number,
  uLow: number,
  w: number,
  wLow: number,
  exactFactor = () =>
    exponentialSum(new DoubleDouble(u, uLow), [DoubleDouble.sum(1, w).plus(wLow), 1]),
): number {
  const positive = u > 0;
  const power = positive ? expParts(-u, -uLow) : expParts(u, uLow);
  const unit = powerOfTwo(power);
  const significand = out[0];
  const significandLow = out[1];
  const e = significand * unit;
  const eLow = significandLow * unit;
  const sum = 1 + e;
  const sumLow = (e - (sum - 1)) + eLow;
  const square = sum * sum;
  const squareLow = productError(sum, sum, square) + 2 * sum * sumLow;
  if (positive) {
    // (1 + e + w e)/(1 + e)²
    const product = w * e;
    const productLow = productError(w, e, product) + (w * eLow + wLow * e);
    const top = sum + product;
    return quotient(top, sumError(sum, product, top) + (sumLow + productLow), square, squareLow);
  }
  // e (1 + e + w)/(1 + e)²
  let factor = sum + w;
  let factorLow = sumError(sum, w, factor) + (sumLow + wLow);
  if (cancels(factor, w)) ({ hi: factor, lo: factorLow } = exactFactor());
  const top = factor * significand;
  const topLow = productError(factor, significand, top) +
    (factor * significandLow + factorLow * significand);
  return scale(quotient(top, topLow, square, squareLow), power);
}

/**
 * σ′(u) · 2ˢ = e/(1 + e)² · 2ˢ, rounded once.
 *
 * @param u from −2000 to 2000
 * @param shift a whole number s
 */
export function sigmoidSlope(u: number, shift: number): number {
  const power = expParts(-Math.abs(u), 0);
  const unit = powerOfTwo(power);
  const e = out[0] * unit;
  const sum = 1 + e;
  const low = (e - (sum - 1)) + out[1] * unit;
  const square = sum * sum;
  const squareLow = productError(sum, sum, square) + 2 * sum * low;
  return scale(quotient(out[0], out[1], square, squareLow), power + shift);
}
