/**
 * Polynomials whose coefficients are intervals, on all x ≥ from.
 *
 * @module
 */

import { productError, sumError } from "../../special/_error_free.ts";
import * as iv from "./_interval.ts";
import type { Interval } from "./_interval.ts";

/** Coefficients of x⁰, x¹, … */
export type Coefficients = readonly Interval[];

const ZERO: Interval = [0, 0];
const ONE = iv.point(1);
const isPoint = ([low, high]: Interval) => low === high;

/** A power, exact where doubles hold it. */
export function power(base: number, exponent: number): Interval {
  let whole = ONE;
  for (let k = 0; k < exponent; k++) whole = product(whole, iv.point(base));
  return whole;
}

/** A sum that is a point where doubles hold it, so that what cancels is gone. */
export function sum(a: Interval, b: Interval): Interval {
  if (isPoint(a) && isPoint(b)) {
    const whole = a[0] + b[0];
    if (sumError(a[0], b[0], whole) === 0) return iv.point(whole);
  }
  return iv.add(a, b);
}

/** The same of a product. */
export function product(a: Interval, b: Interval): Interval {
  if (isPoint(a) && isPoint(b)) {
    const whole = a[0] * b[0];
    const inReach = [a[0], b[0]].every((x) => Math.abs(x) < 2 ** 500) &&
      (Math.abs(whole) > 2 ** -900 || a[0] === 0 || b[0] === 0);
    if (inReach && productError(a[0], b[0], whole) === 0) return iv.point(whole);
  }
  return iv.multiply(a, b);
}

/** Without powers whose coefficient is 0. */
export function trimmed(polynomial: Coefficients): Coefficients {
  let length = polynomial.length;
  while (length > 1 && iv.isZero(polynomial[length - 1])) length--;
  return polynomial.slice(0, length);
}

/** The coefficients in t = x − L. */
export function shifted(polynomial: Coefficients, from: number): Coefficients {
  const c = [...polynomial];
  for (let k = 0; k < c.length - 1; k++) {
    for (let j = c.length - 2; j >= k; j--) {
      c[j] = iv.add(c[j], iv.multiply(iv.point(from), c[j + 1]));
    }
  }
  return c;
}

/** Whether all powers of t push the same way: 1 up, −1 down, 0 for a constant, NaN if it is not known. */
export function direction(inT: Coefficients): number {
  const rest = inT.slice(1);
  if (rest.every(iv.isZero)) return 0;
  if (rest.every(([low]) => low >= 0)) return 1;
  return rest.every(([, high]) => high <= 0) ? -1 : NaN;
}

/** In which all values on x ≥ from lie. */
export function polynomialRange(polynomial: Coefficients, from: number): Interval {
  const inT = shifted(polynomial, from);
  switch (direction(inT)) {
    case 0:
      return inT[0];
    case 1:
      return [inT[0][0], Infinity];
    case -1:
      return [-Infinity, inT[0][1]];
    default:
      return iv.EVERYTHING;
  }
}

/** The range of P/Q, by 1/x, which runs over a bounded stretch. */
export function quotientRange(p: Coefficients, q: Coefficients, from: number): Interval {
  const inverse: Interval = [0, iv.divide(ONE, iv.point(from))[1]];
  const scaled = (c: Coefficients) =>
    c.reduce((total, coefficient) => iv.add(iv.multiply(total, inverse), coefficient), ZERO);
  // Reversed, the leading coefficient comes last.
  const ratio = iv.divide(scaled(p), scaled(q));
  const degree = p.length - q.length;
  if (degree === 0) return ratio;
  const least = power(from, Math.abs(degree));
  if (degree < 0) return iv.multiply(ratio, [0, iv.divide(ONE, least)[1]]);
  if (ratio[0] > 0) return [iv.multiply(ratio, least)[0], Infinity];
  if (ratio[1] < 0) return [-Infinity, iv.multiply(ratio, least)[1]];
  return iv.EVERYTHING;
}
