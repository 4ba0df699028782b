/**
 * Taylor coefficients with intervals for coefficients: of a function at a point, or over a stretch,
 * where each holds all that it is at the points of the stretch.
 *
 * @module
 */

import * as iv from "./_interval.ts";
import type { Interval } from "./_interval.ts";

/** f, f′, f″/2, f‴/6, … */
export type Series = readonly Interval[];

const ZERO: Interval = [0, 0];

/** A number, as a constant function. */
export const constant = (value: Interval, order: number): Series => [
  value,
  ...Array<Interval>(order).fill(ZERO),
];

/** x itself. */
export const variable = (x: Interval, order: number): Series =>
  constant(x, order).map((c, k) => k === 1 ? iv.point(1) : c);

export const add = (a: Series, b: Series): Series => a.map((c, k) => iv.add(c, b[k]));
export const subtract = (a: Series, b: Series): Series => a.map((c, k) => iv.subtract(c, b[k]));
export const negate = (a: Series): Series => a.map(iv.negate);

export function multiply(a: Series, b: Series): Series {
  return a.map((_, k) => {
    let sum = ZERO;
    for (let j = 0; j <= k; j++) sum = plus(sum, iv.multiply(a[j], b[k - j]));
    return sum;
  });
}

export function divide(a: Series, b: Series): Series {
  const q: Interval[] = [];
  for (let k = 0; k < a.length; k++) {
    let rest = a[k];
    for (let j = 1; j <= k; j++) rest = iv.subtract(rest, iv.multiply(b[j], q[k - j]));
    q.push(iv.divide(rest, b[0]));
  }
  return q;
}

/** A sum without widening where nothing is added. */
const plus = (a: Interval, b: Interval) => iv.isZero(a) ? b : iv.isZero(b) ? a : iv.add(a, b);

/** Of y with y′ = g u′, where the coefficient k of g is known once those of y up to k are. */
function integrated(
  u: Series,
  first: Interval,
  slope: (y: readonly Interval[], k: number) => Interval,
): Series {
  const y: Interval[] = [first];
  const g: Interval[] = [];
  for (let k = 1; k < u.length; k++) {
    g.push(slope(y, k - 1));
    let sum = ZERO;
    for (let j = 1; j <= k; j++) {
      sum = plus(sum, iv.multiply(iv.multiply(iv.point(j), u[j]), g[k - j]));
    }
    y.push(iv.divide(sum, iv.point(k)));
  }
  return y;
}

/** The coefficient k of a·b. */
function product(a: readonly Interval[], b: readonly Interval[], k: number): Interval {
  let sum = ZERO;
  for (let j = 0; j <= k; j++) sum = plus(sum, iv.multiply(a[j], b[k - j]));
  return sum;
}

/** eᵘ: y′ = y u′. */
export const exp = (u: Series): Series => integrated(u, iv.exponent(u[0]), (y, k) => y[k]);

/** 1/(1 + e^(−u)): y′ = y(1 − y)u′. */
export function sigmoid(u: Series): Series {
  const one = iv.point(1);
  const rising = (x: number): Interval => {
    // From the side where the exponential does not overflow.
    const e = iv.exponent(iv.point(-Math.abs(x)));
    const small = iv.divide(e, iv.add(one, e));
    return x < 0 ? small : iv.subtract(one, small);
  };
  const first: Interval = [
    Math.max(0, rising(u[0][0])[0]),
    Math.min(1, rising(u[0][1])[1]),
  ];
  return integrated(u, first, (y, k) => iv.subtract(y[k], product(y, y, k)));
}

/** Φ(x) for the variable x itself: φ′ = −xφ. */
export function normalCdf(x: Interval, order: number): Series {
  const phi: Interval[] = [iv.density(x)];
  for (let k = 0; k < order; k++) {
    const term = iv.multiply(x, phi[k]);
    const sum = k > 0 ? iv.add(term, phi[k - 1]) : term;
    phi.push(iv.divide(iv.negate(sum), iv.point(k + 1)));
  }
  return [
    iv.cdf(x),
    ...Array.from({ length: order }, (_, k) => iv.divide(phi[k], iv.point(k + 1))),
  ];
}
