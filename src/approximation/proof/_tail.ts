/**
 * What is known of a function on all x ≥ L > 0, or of its mirror image: a polynomial, and a rest that is
 * at most size·e^(−rate·(x − L)).
 *
 * A power of x grows no faster than an exponential does, (x/L)ᵏ ≤ e^(k(x − L)/L), so that a rest times
 * a polynomial is a rest again, with a rate that is less by k/L.
 *
 * @module
 */

import {
  type Coefficients,
  direction,
  polynomialRange,
  power,
  product,
  quotientRange,
  shifted,
  sum,
  trimmed,
} from "./_coefficients.ts";
import * as iv from "./_interval.ts";
import type { Interval } from "./_interval.ts";

/** A function on x ≥ L. */
export interface Tail {
  readonly polynomial: Coefficients;
  /** How large the rest is at most at L; infinite where only the range is known. */
  readonly size: number;
  /** How fast it falls from there; below 0 if it may grow. */
  readonly rate: number;
  /** In which all values lie. */
  readonly range: Interval;
}

const larger = (a: number, b: number) => Math.max(a, Math.abs(b));
const ZERO: Interval = [0, 0];
const ONE = iv.point(1);
/** Rounded up: of magnitudes alone. */
const above = (x: number) => x === 0 ? 0 : x + x * 2 ** -50 + Number.MIN_VALUE;
/** Rounded down, of rates, which may be infinite. */
const below = (x: number) => Number.isFinite(x) ? x - Math.abs(x) * 2 ** -50 : x;

/** A polynomial and a rest, and whatever else is known of the range. */
export function tail(
  polynomial: Coefficients,
  { size, rate }: { size: number; rate: number },
  from: number,
  known: Interval = iv.EVERYTHING,
): Tail {
  const kept = trimmed(polynomial);
  const bounded = size === 0 || (Number.isFinite(size) && rate >= 0);
  const own = bounded ? iv.add(polynomialRange(kept, from), [-size, size]) : iv.EVERYTHING;
  const range: Interval = [Math.max(own[0], known[0]), Math.min(own[1], known[1])];
  if (!Number.isNaN(size) && size < Infinity) return { polynomial: kept, size, rate, range };
  // What lies in a bounded range is a rest that need not fall.
  return { polynomial: [ZERO], size: iv.magnitude(range), rate: 0, range };
}

/** No rest falls as fast as one likes. */
const NOTHING = { size: 0, rate: Infinity };

/** A number. */
export const constant = (value: Interval, from: number): Tail => tail([value], NOTHING, from);

/** x, or −x where the left end is looked at as the right one. */
export const variable = (side: 1 | -1, from: number): Tail =>
  tail([ZERO, iv.point(side)], NOTHING, from);

/** Only the range is known. */
export const within = (range: Interval, from: number): Tail =>
  tail([ZERO], { size: Infinity, rate: 0 }, from, range);

export function add(a: Tail, b: Tail, from: number): Tail {
  const length = Math.max(a.polynomial.length, b.polynomial.length);
  const polynomial = Array.from(
    { length },
    (_, k) => sum(a.polynomial[k] ?? ZERO, b.polynomial[k] ?? ZERO),
  );
  const rest = { size: above(a.size + b.size), rate: Math.min(a.rate, b.rate) };
  return tail(polynomial, rest, from, iv.add(a.range, b.range));
}

export const negate = (a: Tail): Tail => ({
  ...a,
  polynomial: a.polynomial.map(iv.negate),
  range: iv.negate(a.range),
});

export const subtract = (a: Tail, b: Tail, from: number): Tail => add(a, negate(b), from);

export function multiply(a: Tail, b: Tail, from: number): Tail {
  const polynomial = Array.from(
    { length: a.polynomial.length + b.polynomial.length - 1 },
    () => ZERO,
  );
  a.polynomial.forEach((c, i) =>
    b.polynomial.forEach((d, j) => polynomial[i + j] = sum(polynomial[i + j], product(c, d)))
  );
  const rests = [
    grown(b, a.polynomial, from),
    grown(a, b.polynomial, from),
    a.size === 0 || b.size === 0
      ? NOTHING
      : { size: a.size * b.size, rate: below(a.rate + b.rate) },
  ];
  const rest = {
    size: above(rests.reduce((all, { size }) => above(all + size), 0)),
    rate: Math.min(...rests.map(({ rate }) => rate)),
  };
  return tail(polynomial, rest, from, iv.multiply(a.range, b.range));
}

/** The rest times a polynomial. */
function grown({ size, rate }: Tail, by: Coefficients, from: number) {
  if (size === 0 || by.every(iv.isZero)) return NOTHING;
  const factor = by.reduce(
    (all, c, k) => above(all + iv.multiply(c, power(from, k)).reduce(larger, 0)),
    0,
  );
  return { size: above(above(factor) * size), rate: below(rate - above((by.length - 1) / from)) };
}

export function divide(a: Tail, b: Tail, from: number): Tail {
  if (a.size === 0 && b.size === 0 && b.polynomial.length > 1) {
    return within(quotientRange(a.polynomial, b.polynomial, from), from);
  }
  const range = iv.divide(a.range, b.range);
  const least = iv.mignitude(b.range);
  const [level] = b.polynomial;
  if (b.polynomial.length > 1 || least === 0 || iv.mignitude(level) === 0) {
    // A rest stays one over what is far from 0.
    const falls = a.polynomial.every(iv.isZero) && least > 0;
    return falls
      ? tail([ZERO], { size: above(above(a.size) / least), rate: a.rate }, from, range)
      : within(range, from);
  }
  // (P + E)/(c + F) = P/c + (E − P/c·F)/(c + F)
  const polynomial = a.polynomial.map((c) =>
    level[0] === 1 && level[1] === 1 ? c : iv.divide(c, level)
  );
  const pushed = grown(b, polynomial, from);
  const rest = {
    size: above(above(a.size + pushed.size) / least),
    rate: Math.min(a.rate, pushed.rate),
  };
  return tail(polynomial, rest, from, range);
}

/** eᵘ. */
export function exp(u: Tail, from: number): Tail {
  const range = iv.exponent(u.range);
  const inT = shifted(u.polynomial, from);
  const steady = Number.isFinite(u.size) && (u.rate >= 0 || u.size === 0);
  const way = direction(inT);
  if (steady && way === -1) {
    const size = iv.exponent(iv.add(inT[0], [-u.size, u.size]))[1];
    return tail([ZERO], { size, rate: -inT[1][1] }, from, range);
  }
  if (steady && way === 0) {
    // eᶜ + eᶜ(eᴱ − 1), and |eᴱ − 1| ≤ |E|·e^|E|.
    const level = iv.exponent(inT[0]);
    const size = u.size === 0 ? 0 : above(above(level[1] * u.size) * iv.exponent([0, u.size])[1]);
    return tail([level], { size, rate: u.rate }, from, range);
  }
  return within(range, from);
}

/** 1/(1 + e^(−u)), from the side on which the exponential falls. */
export function sigmoid(u: Tail, from: number): Tail {
  const one = constant(ONE, from);
  const rises = direction(shifted(u.polynomial, from)) === 1;
  const e = exp(rises ? negate(u) : u, from);
  const whole = add(one, e, from);
  const found = divide(rises ? one : e, whole, from);
  return tail(found.polynomial, found, from, [
    Math.max(0, found.range[0]),
    Math.min(1, found.range[1]),
  ]);
}

/** Φ(x), or Φ(−x): Φ(−x)′ ≤ −xΦ(−x), so that it falls at least as fast as e^(−Lx). */
export function normalCdf(side: 1 | -1, from: number): Tail {
  const small = iv.cdf(iv.point(-from))[1];
  const fallen = tail([ZERO], { size: small, rate: from }, from, [0, small]);
  return side === 1 ? subtract(constant(ONE, from), fallen, from) : fallen;
}
