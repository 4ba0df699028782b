/**
 * eˣ and eˣ − 1 in two parts: the one place where an exponential is computed.
 *
 * x = n·ln 2/64 + r with |r| ≤ 0.0054, and eˣ = 2^(n/64)·(1 + p), where p = r + r²/2 + … is split
 * in a short part s, so that s times the short part of the table's 2^(j/64) is exact, and a rest
 * below 2⁻²⁴. What is rounded is thus below 2⁻²⁴, and the relative error is below 2⁻⁷⁵.
 *
 * Source: P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic", ACM TOMS 15, 1989.
 *
 * @module
 */

import { ROOTS, STEP_HIGH, STEP_LOW, STEP_MIDDLE, STEPS_PER_UNIT } from "./_exp_table.ts";
import { sumError, upperHalf } from "./_error_free.ts";
import { leave, out } from "./_out.ts";
import { powerOfTwo } from "./_scale.ts";

/** Adding and subtracting it rounds to the nearest whole number. */
const ROUNDER = 6755399441055744;

/**
 * e^(x + xLow) = (out[0] + out[1]) · 2ᵏ.
 *
 * @param x from −2000 to 2000
 * @param xLow a correction, at most a unit in the last place of x
 * @returns k; out[0] is from 0.99 to 2, out[1] at most half a unit in its last place
 */
export function expParts(x: number, xLow: number): number {
  const power = reduced(x, xLow);
  const sum = out[0] + out[1];
  const rest = out[2] + (out[1] - (sum - out[0]));
  leave(sum, rest);
  return power;
}

/**
 * e^(x + xLow) − 1 = out[0] + out[1], with a small relative error down to the smallest x.
 *
 * @param x from −2000 to 700
 * @param xLow a correction, at most a unit in the last place of x
 */
export function expm1Parts(x: number, xLow: number): void {
  const power = reduced(x, xLow);
  if (power < -120) {
    out[0] = -1;
    out[1] = 0;
    return;
  }
  const unit = powerOfTwo(power);
  const root = out[0] * unit;
  const product = out[1] * unit;
  const shifted = root - 1;
  const shiftedError = sumError(root, -1, shifted);
  const sum = shifted + product;
  const rest = out[2] * unit + (shiftedError + sumError(shifted, product, sum));
  leave(sum, rest);
}

/** e^(x + xLow) = (out[0] + out[1] + out[2]) · 2ᵏ; returns k. The first two parts are exact. */
function reduced(x: number, xLow: number): number {
  const steps = (x * STEPS_PER_UNIT + ROUNDER) - ROUNDER;
  const index = steps & 63;

  // The first two products and the first difference are exact: the constants are short.
  const coarse = x - steps * STEP_HIGH;
  const middle = -steps * STEP_MIDDLE;
  const r = coarse + middle;
  const rLow = sumError(coarse, middle, r) + (xLow - steps * STEP_LOW);

  // p = s + pLow: r and the square of its upper half are exact, the rest is small.
  const rHigh = upperHalf(r);
  const rRest = r - rHigh;
  const square = 0.5 * rHigh * rHigh;
  const cube = r * r * r *
    (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r * (1 / 40320))))));
  const sum = rHigh + square;
  const small = square - (sum - rHigh);
  const s = upperHalf(sum);
  const pLow = (sum - s) +
    (rRest + (0.5 * rRest * (r + rHigh) + (cube + (small + (rLow + rLow * (r + square + cube))))));

  const root = ROOTS[2 * index];
  const rootLow = ROOTS[2 * index + 1];
  out[0] = root;
  out[1] = root * s;
  out[2] = root * pLow + (rootLow + rootLow * (s + pLow));
  return (steps - index) / 64;
}
