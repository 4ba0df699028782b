/**
 * Intervals with outward rounding: what a real computation may give lies inside, whatever the machine
 * rounds.
 *
 * @module
 */

import { exp, expm1 } from "../../special/exp.ts";
import { normalCdf, normalPdf } from "../../special/normal.ts";

/** All numbers from the first to the second. */
export type Interval = readonly [low: number, high: number];

/** No number nearer than this is smaller, for rounding to nearest: half a unit in the last place. */
const UNIT = 2 ** -53;

/** What overflowed is finite all the same, so that an end of one sign is no infinity of that sign. */
const down = (x: number) =>
  x === Infinity ? Number.MAX_VALUE : x - Math.abs(x) * (2 * UNIT) - Number.MIN_VALUE;
const up = (x: number) =>
  x === -Infinity ? -Number.MAX_VALUE : x + Math.abs(x) * (2 * UNIT) + Number.MIN_VALUE;
const outward = (low: number, high: number): Interval =>
  Number.isNaN(low) || Number.isNaN(high) ? EVERYTHING : [down(low), up(high)];

/** Nothing is known. */
export const EVERYTHING: Interval = [-Infinity, Infinity];

/** Exactly this double. */
export const point = (x: number): Interval => [x, x];

export const add = (a: Interval, b: Interval): Interval =>
  isZero(a) ? b : isZero(b) ? a : outward(a[0] + b[0], a[1] + b[1]);
export const subtract = (a: Interval, b: Interval): Interval =>
  isZero(b) ? a : outward(a[0] - b[1], a[1] - b[0]);
export const negate = (a: Interval): Interval => [-a[1], -a[0]];
export const isZero = (a: Interval): boolean => a[0] === 0 && a[1] === 0;

export function multiply(a: Interval, b: Interval): Interval {
  if (isZero(a) || isZero(b)) return [0, 0];
  const [p, q, r, s] = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return outward(Math.min(p, q, r, s), Math.max(p, q, r, s));
}

export function divide(a: Interval, b: Interval): Interval {
  if (b[0] <= 0 && b[1] >= 0) return EVERYTHING;
  return multiply(a, outward(1 / b[1], 1 / b[0]));
}

/** The largest magnitude in it. */
export const magnitude = (a: Interval): number => Math.max(Math.abs(a[0]), Math.abs(a[1]));

/** The smallest magnitude in it. */
export const mignitude = (a: Interval): number =>
  a[0] <= 0 && a[1] >= 0 ? 0 : Math.min(Math.abs(a[0]), Math.abs(a[1]));

/** A rising function that is computed to within one unit in the last place. */
function rising(f: (x: number) => number, low: number, high: number) {
  return (a: Interval): Interval => {
    const [from, to] = outward(f(a[0]), f(a[1]));
    return [Math.max(low, down(from)), Math.min(high, up(to))];
  };
}

const lessOne = rising(expm1, -1, Infinity);
const exponential = rising(exp, 0, Infinity);
const distribution = rising(normalCdf, 0, 1);

export const exponentMinusOne = (a: Interval): Interval => isZero(a) ? a : lessOne(a);
export const exponent = (a: Interval): Interval => exponential(a);
export const cdf = (a: Interval): Interval => distribution(a);

/** The normal density, which rises to 0 and falls from there. */
export function density(a: Interval): Interval {
  const [near, far] = [mignitude(a), magnitude(a)];
  const [low, high] = outward(normalPdf(far), normalPdf(near));
  return [Math.max(0, down(low)), up(high)];
}
