/**
 * Sine and cosine, as doubles and in two parts, with the argument reduced exactly however large.
 *
 * x = n·π/2 + r and r = j/64 + d with |d| ≤ 1/128; then sin(j/64 + d) by the theorem of addition.
 *
 * @module
 */

import { upperHalf } from "./_error_free.ts";
import { reduced } from "./_reduction.ts";
import { SINES } from "./_trigonometric_table.ts";
import { DoubleDouble } from "./double_double.ts";

/**
 * sin x in two parts: the relative error is below 2⁻⁶⁶, also next to a zero.
 *
 * @param x a finite number
 * @param power the sine is that of x · 2ᵖ, which may be larger than the largest double; from 0 to 200
 *
 * @example What Math.PI lacks of π
 * ```ts
 * import { sinDouble } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sinDouble(Math.PI).toNumber(), 1.2246467991473532e-16);
 * ```
 */
export function sinDouble(x: DoubleDouble | number, power: number = 0): DoubleDouble {
  const { quarters, rest } = reduced(DoubleDouble.of(x), power);
  return turned(rest, quarters);
}

/**
 * cos x in two parts: the relative error is below 2⁻⁶⁶, also next to a zero.
 *
 * @param x a finite number
 * @param power the cosine is that of x · 2ᵖ; from 0 to 200
 *
 * @example 1 − cos x without cancellation
 * ```ts
 * import { cosDouble } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(cosDouble(1e-6).minus(1).toNumber(), -4.999999999999583e-13);
 * ```
 */
export function cosDouble(x: DoubleDouble | number, power: number = 0): DoubleDouble {
  const { quarters, rest } = reduced(DoubleDouble.of(x), power);
  return turned(rest, quarters + 1);
}

/**
 * sin x.
 *
 * sin(±0) = ±0, sin(±∞) = NaN, sin(NaN) = NaN.
 *
 * @param x an angle in radians, however large
 * @returns sin x, within 0.501 units in the last place
 *
 * @example A huge angle
 * ```ts
 * import { sin } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sin(1), 0.8414709848078965);
 * assertEquals(sin(1e22), -0.8522008497671888);
 * ```
 */
export function sin(x: number): number {
  if (!(Math.abs(x) < Infinity)) return NaN;
  return Math.abs(x) < 2 ** -28 ? x : sinDouble(x).toNumber();
}

/**
 * cos x.
 *
 * cos(±0) = 1, cos(±∞) = NaN, cos(NaN) = NaN.
 *
 * @param x an angle in radians, however large
 * @returns cos x, within 0.501 units in the last place
 *
 * @example A huge angle
 * ```ts
 * import { cos } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(cos(1), 0.5403023058681398);
 * assertEquals(cos(1e22), 0.523214785395139);
 * ```
 */
export function cos(x: number): number {
  return Math.abs(x) < Infinity ? cosDouble(x).toNumber() : NaN;
}

/** sin(r + quarters · π/2) for |r| ≤ 0.79. */
function turned(r: DoubleDouble, quarters: number): DoubleDouble {
  const index = Math.round(Math.abs(r.hi) * 64);
  const odd = r.hi < 0 ? r.negated() : r;
  const d = odd.minus(index / 64);
  const sine = sineOfSmall(d);
  const versine = versineOfSmall(d);
  const s = new DoubleDouble(SINES[4 * index], SINES[4 * index + 1]);
  const c = new DoubleDouble(SINES[4 * index + 2], SINES[4 * index + 3]);
  if (quarters & 1) {
    // cos(j/64 + d) = c − c·(1 − cos d) − s·sin d
    const value = c.minus(c.times(versine).plus(s.times(sine)));
    return quarters & 2 ? value.negated() : value;
  }
  const value = s.plus(c.times(sine).minus(s.times(versine)));
  return (r.hi < 0) !== ((quarters & 2) !== 0) ? value.negated() : value;
}

/** sin d for |d| ≤ 1/128. */
function sineOfSmall(d: DoubleDouble): DoubleDouble {
  const y = d.hi * d.hi;
  const cube = d.hi * y * (-1 / 6 + y * (1 / 120 + y * (-1 / 5040 + y * (1 / 362880))));
  return d.plus(cube - d.lo * y * 0.5);
}

/** 1 − cos d for |d| ≤ 1/128. */
function versineOfSmall(d: DoubleDouble): DoubleDouble {
  const high = upperHalf(d.hi);
  const rest = (d.hi - high) * (d.hi + high) + 2 * d.hi * d.lo;
  const y = d.hi * d.hi;
  const fourth = y * y * (-1 / 24 + y * (1 / 720 - y * (1 / 40320)));
  return new DoubleDouble(0.5 * high * high).plus(0.5 * rest + fourth);
}
