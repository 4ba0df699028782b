/**
 * Powers of two, and scaling by them with one rounding.
 *
 * @module
 */

const LOWEST = -1074;
const POWERS: Float64Array<ArrayBuffer> = new Float64Array(1024 - LOWEST);
for (let power = 0, value = 1; power < 1024; power++, value *= 2) POWERS[power - LOWEST] = value;
for (let power = -1, value = 0.5; power >= LOWEST; power--, value /= 2) {
  POWERS[power - LOWEST] = value;
}

const UP = POWERS[600 - LOWEST];
const DOWN = POWERS[-600 - LOWEST];

/** 2ᵏ for a whole number k up to 1023; 0 where that underflows, below −1074. */
export function powerOfTwo(power: number): number {
  return power < LOWEST ? 0 : POWERS[power - LOWEST];
}

/** x · 2ᵏ rounded once, for a whole number k, where |x| is from 2⁻⁴⁰⁰ to 2⁴⁰⁰, or x = 0. */
export function scale(x: number, power: number): number {
  if (power >= -600 && power <= 600) return x * POWERS[power - LOWEST];
  if (power > 0) return power > 1500 ? x * Infinity : x * POWERS[power - 600 - LOWEST] * UP;
  return power < -1500 ? x * 0 : x * POWERS[power + 600 - LOWEST] * DOWN;
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Which of the two words of a double holds its exponent. */
const UPPER = new Uint8Array(Uint32Array.of(1).buffer)[0];

/** The whole number k for which |x| / 2ᵏ is from 1 to 2, for a normal number x. */
export function exponentOf(x: number): number {
  double[0] = x;
  return ((words[UPPER] >>> 20) & 2047) - 1023;
}
