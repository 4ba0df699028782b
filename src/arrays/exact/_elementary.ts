/**
 * eˣ, eˣ − 1, ln(1 + x), sine, cosine and the normal distribution over {@linkcode Real}.
 *
 * Series are summed with a fixed point; each docstring says what its error is made of.
 *
 * @module
 */

import { bitLength, bitsKept, Real } from "./_real.ts";

const constants = new Map<string, { places: number; value: bigint }>();

/** A constant as an integer with that many binary places: computed once, then shortened. */
function constant(name: string, places: number, compute: (places: number) => bigint): bigint {
  let known = constants.get(name);
  if (!known || known.places < places) {
    const generous = places + 512;
    known = { places: generous, value: compute(generous + 32) >> 32n };
    constants.set(name, known);
  }
  return known.value >> BigInt(known.places - places);
}

/** Σ (±1)ⁿ / ((2n + 1) k²ⁿ⁺¹): atanh or atan of 1/k. */
function inverseSeries(k: bigint, places: number, alternating: boolean): bigint {
  let power = (1n << BigInt(places)) / k, sum = 0n, odd = 1n, sign = 1n;
  while (power) {
    sum += sign * power / odd;
    power /= k * k;
    odd += 2n;
    if (alternating) sign = -sign;
  }
  return sum;
}

/** ln 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749). */
function ln2(places: number): bigint {
  return constant("ln 2", places, (p) => {
    const [a, b, c] = [26n, 4801n, 8749n].map((k) => inverseSeries(k, p, false));
    return 18n * a - 2n * b + 8n * c;
  });
}

/** π = 16 atan(1/5) − 4 atan(1/239). */
function fixedPi(places: number): bigint {
  return constant("π", places, (p) => {
    const [a, b] = [5n, 239n].map((k) => inverseSeries(k, p, true));
    return 16n * a - 4n * b;
  });
}

/** π. */
export function pi(): Real {
  const places = bitsKept() + 8;
  return new Real(fixedPi(places), -places, 2 - places);
}

/** eˣ, for x up to 2³⁹: x − n ln 2 is divided by 256, its series summed and squared eight times. */
export function exp(x: Real): Real {
  if (x.size > 40) {
    return x.sign < 0 ? Real.negligible(-1e9) : Real.negligible(Infinity);
  }
  if (x.error > -2) return Real.negligible(Infinity);
  const places = bitsKept() + 24;
  const wide = places + Math.max(0, x.size);
  const unit = ln2(wide);
  const argument = x.fixed(wide);
  const n = (2n * argument + unit) / (2n * unit) - (argument < 0n ? 1n : 0n);
  const rest = (argument - n * unit) >> BigInt(wide - places + 8);
  const one = 1n << BigInt(places);
  let term = one, sum = one;
  for (let k = 1n; term; k++) {
    term = (term * rest >> BigInt(places)) / k;
    if (term === -1n) break;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = sum * sum >> BigInt(places);
  const e = Number(n) - places;
  // At most 64 units of the series, doubled by each squaring, less the division by 256.
  const result = new Real(sum, e, e + 18);
  return result.blurred(result.size + x.error + 1);
}

/** eˣ − 1, by its own series where it would cancel. */
export function expm1(x: Real): Real {
  if (x.size > -2) return exp(x).minus(Real.of(1));
  return x.times(series(x, (sum, term, k) => [sum, term / (k + 1n)]));
}

/** ln(1 + x) = 2 atanh(x / (2 + x)), for −1/2 ≤ x ≤ 1. */
export function log1p(x: Real): Real {
  const z = x.over(x.plus(Real.of(2)));
  return z.scaled(1).times(series(z.times(z), (sum, term, k) => [sum, term, 2n * k + 1n]));
}

/**
 * 1 + Σ tₖ/dₖ with tₖ = tₖ₋₁ · x, as `step` says: [sum, tₖ, dₖ]. For |x| ≤ 1/4 or so, where the
 * derivative of the sum by x is below 2.
 */
function series(
  x: Real,
  step: (sum: bigint, term: bigint, k: bigint) => [bigint, bigint, bigint?],
): Real {
  const places = bitsKept() + 16;
  const factor = x.fixed(places);
  let term = 1n << BigInt(places), sum = term;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = term * factor >> BigInt(places);
    const [, next, divisor = 1n] = step(sum, term, k);
    term = next;
    sum += term / divisor;
  }
  return new Real(sum, -places, 10 - places).blurred(x.error + 1);
}

/** [sine, cosine]: x less a multiple of π/2, halved eight times, then doubled again. */
export function sineAndCosine(x: Real): [Real, Real] {
  const places = bitsKept() + 40;
  const wide = places + Math.max(0, x.size);
  const quarter = fixedPi(wide) >> 1n;
  const argument = x.fixed(wide);
  const n = (2n * argument + quarter) / (2n * quarter) - (argument < 0n ? 1n : 0n);
  const rest = (argument - n * quarter) >> BigInt(wide - places + 8);
  const shift = BigInt(places);
  const square = rest * rest >> shift;
  let term = rest, sine = rest;
  for (let k = 2n; term !== 0n && term !== -1n; k += 2n) {
    term = -(term * square >> shift) / (k * (k + 1n));
    sine += term;
  }
  // versine v = 1 − cos, which doubling keeps precise: v(2a) = 2 v (2 − v).
  const one = 1n << shift;
  let versine = one - integerCosine(square, one, shift);
  for (let i = 0; i < 8; i++) {
    sine = 2n * sine * (one - versine) >> shift;
    versine = 2n * versine * (2n * one - versine) >> shift;
  }
  const error = 28 - places;
  const [s, c] = [sine, one - versine].map((m) =>
    new Real(m, -places, error).blurred(x.error + 0.1)
  );
  const turns = Number(((n % 4n) + 4n) % 4n);
  return [[s, c], [c, s.negated], [s.negated, c.negated], [c.negated, s]][turns] as [Real, Real];
}

function integerCosine(square: bigint, one: bigint, shift: bigint): bigint {
  let term = one, sum = one;
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    term = -(term * square >> shift) / (k * (k + 1n));
    sum += term;
  }
  return sum;
}

/** e^(−x²/2) / √(2π). */
export function normalDensity(x: Real): Real {
  return exp(x.times(x).scaled(-1).negated).over(pi().scaled(1).root);
}

/** Φ(x), the chance that a standard normal variable is at most x. */
export function normalCdf(x: Real): Real {
  if (x.sign > 0) return Real.of(1).minus(normalCdf(x.negated));
  const t = x.negated;
  if (t.size > 12) return Real.negligible(-1e6);
  return t.toNumber() < 4 ? Real.of(0.5).minus(normalCentre(t)) : normalTail(t);
}

/** Φ(t) − 1/2 = φ(t) Σ t²ⁿ⁺¹ / (1·3·5···(2n + 1)): every term is positive. */
function normalCentre(t: Real): Real {
  const places = bitsKept() + 24;
  const square = t.times(t).fixed(places);
  const one = 1n << BigInt(places);
  let term = one, sum = one;
  for (let odd = 3n; term > 0n; odd += 2n) {
    term = (term * square >> BigInt(places)) / odd;
    sum += term;
  }
  // Errors grow by up to e^(t²/2) < 2¹² in the terms; the derivative of the sum by t is below 2¹⁵.
  const total = new Real(sum, -places, 20 - places).blurred(t.error + 16);
  return normalDensity(t).times(t).times(total);
}

/**
 * Φ(−t) = φ(t) / (t + 1/(t + 2/(t + 3/(t + …)))). Two fractions that follow each other have the
 * whole one between them, so their difference bounds the error.
 */
function normalTail(t: Real): Real {
  const places = bitsKept() + 16;
  const near = t.toNumber();
  // They differ by about exp(−2t√(2n)) in the long run, by less than n!/t²ⁿ in the short.
  const terms = Math.max(((places * Math.LN2) / (2 * near)) ** 2 / 2, places / Math.log2(near));
  const argument = t.fixed(places);
  const [value, next] = [0, 1].map((more) =>
    continuedFraction(argument, Math.ceil(1.2 * terms) + 8 + more, BigInt(places))
  );
  const apart = bitLength(value - next) + 1 - places;
  const fraction = new Real(value, -places, 4 - places).blurred(Math.max(apart, -places));
  return normalDensity(t).over(fraction.blurred(t.error + 1));
}

/** t + 1/(t + 2/(t + … terms/t)). */
function continuedFraction(t: bigint, terms: number, places: bigint): bigint {
  let tail = t;
  for (let n = terms; n > 0; n--) tail = t + (BigInt(n) << (2n * places)) / tail;
  return tail;
}
