/**
 * The standard normal distribution in two parts: the one place where it is computed.
 *
 * Φ(−t) = e^(−t²/2)·R(t) with t² exact in two parts. R, the cdf of −t over its exponential, is a
 * polynomial per piece, a quarter wide to t = 8 and one wide to 40, whose first two coefficients
 * have two parts; from there on it is its asymptotic series. Next to 0, Φ(x) = ½ + xφ(0)(1 − x²/6 …).
 *
 * The relative error is below 2⁻⁵⁸. On a piece about c, R(c + u) = R(c) + uR′(c) + u²(R″(c)/2 + …).
 * The first two terms are in two parts; of the third, which is at most 2⁻⁷·³ of R (for u = ⅛ at
 * c = ⅜), four roundings of 2⁻⁵³ count: of u², of the bracket, of their product and of the sum with
 * the lower parts. That makes 4·2⁻⁵³·2⁻⁷·³ = 2⁻⁵⁸·³. The exponential adds 2⁻⁷⁵, the series next to 0
 * less than the pieces, as its second term is below 2⁻⁹ of ½.
 *
 * @module
 */

import { INVERSE_SQRT_2PI_HIGH, INVERSE_SQRT_2PI_LOW } from "./_constants.ts";
import { productError } from "./_error_free.ts";
import { expParts } from "./_exp_parts.ts";
import { leave, out } from "./_out.ts";
import { CDF_SERIES as S, FAR, NEAR, ROW } from "./_normal_table.ts";
import { powerOfTwo } from "./_scale.ts";

/** Below it the series around 0 is used. */
export const SERIES_END = 0.25;

/**
 * e^(−(t + tLow)²/2) = (out[0] + out[1]) · 2ᵏ; returns k.
 *
 * @param t from −60 to 60
 * @param tLow a correction, at most a unit in the last place of t
 */
export function bellParts(t: number, tLow: number): number {
  const square = t * t;
  return expParts(-0.5 * square, -0.5 * productError(t, t, square) - t * tLow);
}

/**
 * R(t + tLow) = out[0] + out[1], the cdf of −t over e^(−t²/2).
 *
 * @param t from 1/4 to 1e150
 * @param tLow a correction, at most a unit in the last place of t
 */
export function tailRatioParts(t: number, tLow: number): void {
  if (t >= 40) return farTailRatioParts(t, tLow);
  const far = t >= 8;
  const table = far ? FAR : NEAR;
  const index = far ? Math.floor(t) - 8 : Math.floor(4 * t);
  const c = index * ROW;
  const u = t - (far ? index + 8.5 : (index + 0.5) / 4);

  const square = u * u;
  const even = table[c + 4] +
    square * (table[c + 6] + square * (table[c + 8] + square * (table[c + 10] +
                square * (table[c + 12] + square * table[c + 14]))));
  const odd = table[c + 5] +
    square * (table[c + 7] + square * (table[c + 9] + square * (table[c + 11] +
                square * table[c + 13])));
  const linear = table[c + 2] * u;
  const rest = square * (even + u * odd) +
    (productError(table[c + 2], u, linear) + table[c + 3] * u + table[c + 1]);
  const sum = table[c] + linear;
  // R′ = tR − 1/√(2π).
  const correction = tLow * (t * (sum + rest) - INVERSE_SQRT_2PI_HIGH);
  const sumRest = (linear - (sum - table[c])) + (rest + correction);
  leave(sum, sumRest);
}

/** R(t) = (1/t − 1/t³ + 3/t⁵ − 15/t⁷ …)/√(2π), where t ≥ 40. */
function farTailRatioParts(t: number, tLow: number): void {
  const y = 1 / (t * t);
  const series = y * (-1 + y * (3 + y * (-15 + y * (105 + y * (-945 + y * (10395 - y * 135135))))));
  const high = INVERSE_SQRT_2PI_HIGH / t;
  const product = high * t;
  const rest = (INVERSE_SQRT_2PI_HIGH - product) - productError(high, t, product);
  const low = (rest + INVERSE_SQRT_2PI_LOW - high * tLow) / t + high * series;
  leave(high, low);
}

/**
 * Φ(−t − tLow) = (out[0] + out[1]) · 2ᵏ; returns k.
 *
 * @param t from 1/4 to 60
 * @param tLow a correction, at most a unit in the last place of t
 */
export function tailParts(t: number, tLow: number): number {
  tailRatioParts(t, tLow);
  const ratio = out[0];
  const ratioLow = out[1];
  const power = bellParts(t, tLow);
  const product = out[0] * ratio;
  const rest = productError(out[0], ratio, product) + (out[0] * ratioLow + out[1] * ratio);
  leave(product, rest);
  return power;
}

/**
 * Φ(x + xLow) = (out[0] + out[1]) · 2ᵏ; returns k.
 *
 * @param x from −60 to 60
 * @param xLow a correction, at most a unit in the last place of x
 */
export function cdfParts(x: number, xLow: number): number {
  if (x <= -SERIES_END) return tailParts(-x, -xLow);
  let base = 1;
  let high = 0;
  let low = 0;
  if (x < SERIES_END) {
    const y = x * x;
    const series = y *
      (S[0] + y * (S[1] + y * (S[2] + y * (S[3] + y * (S[4] + y * (S[5] + y * (S[6] +
                                y * (S[7] + y * S[8]))))))));
    base = 0.5;
    high = x * INVERSE_SQRT_2PI_HIGH;
    low = productError(x, INVERSE_SQRT_2PI_HIGH, high) +
      (x * INVERSE_SQRT_2PI_LOW + high * series + xLow * INVERSE_SQRT_2PI_HIGH);
  } else {
    const unit = powerOfTwo(tailParts(x, xLow));
    high = -out[0] * unit;
    low = -out[1] * unit;
  }
  const sum = base + high;
  const rest = (high - (sum - base)) + low;
  leave(sum, rest);
  return 0;
}
