/**
 * The rest of an argument by quarter turns, exactly, however large it is.
 *
 * Source: M. Payne and R. Hanek, "Radian reduction for trigonometric functions", 1983.
 *
 * @module
 */

import { exponentOf, powerOfTwo } from "./_scale.ts";
import {
  FRACTION_BITS,
  INVERSE_QUARTER,
  QUARTER,
  QUARTER_HIGH,
  QUARTER_LOW,
  QUARTER_MIDDLE,
  QUARTER_REST,
} from "./_trigonometric_table.ts";
import { DoubleDouble } from "./double_double.ts";

/** x = quarters · π/2 + rest, where quarters counts modulo 4. */
export interface Reduced {
  readonly quarters: number;
  readonly rest: DoubleDouble;
}

/** x · 2ᵖ less its quarter turns, p from 0 to 200. */
export function reduced(x: DoubleDouble, power: number): Reduced {
  if (power > 0 || !(Math.abs(x.hi) < 2 ** 19)) {
    return (x.lo === 0 ? reducedByParts(x.hi, power) : undefined) ?? reducedByWholes(x, power);
  }
  const turns = Math.round(x.hi / QUARTER_HIGH);
  if (turns === 0) return { quarters: 0, rest: x };
  // The first three products are exact: each constant has 33 bits.
  const rest = DoubleDouble.sum(x.hi - turns * QUARTER_HIGH, -turns * QUARTER_MIDDLE)
    .plus(new DoubleDouble(x.lo).plus(-turns * QUARTER_LOW))
    .plus(-turns * QUARTER_REST);
  return { quarters: turns & 3, rest };
}

/** How many parts of 24 bits are kept of 2ᵏ · 2/π modulo 4, and the places after its point. */
const PARTS = 6, PLACES = 24 * PARTS - 2;
const HALF_PI = toDouble(QUARTER, 200);

/**
 * The same of a double, whose halves are whole numbers of 27 bits times powers of two: products with the
 * parts are exact. Nothing where so little is left of it that they would not do.
 */
function reducedByParts(x: number, power: number): Reduced | undefined {
  const exponent = exponentOf(x) - 52;
  const whole = x * powerOfTwo(-exponent);
  const upper = Math.trunc(whole / 2 ** 27), lower = whole - upper * 2 ** 27;
  const [a, b] = [partsOf(exponent + power + 27), partsOf(exponent + power)];
  if (!a || !b) return undefined;
  const term = (j: number) => upper * a[j] + lower * b[j];
  const [first, second] = [term(0), term(1)];
  const quarters = Math.round(first + second);
  // All exact but for the last, of which no more than 2⁻⁹⁵ is lost.
  const turns = DoubleDouble.sum(first - quarters + second, term(2))
    .plus(term(3) + (term(4) + term(5)));
  if (Math.abs(turns.hi) < 2 ** -12) return undefined;
  return { quarters: quarters & 3, rest: turns.times(HALF_PI) };
}

const known: Float64Array[] = [];

/** The parts of 2ᵏ · 2/π modulo 4, from the largest, computed once; nothing beyond the bits of 2/π. */
function partsOf(k: number): Float64Array | undefined {
  // An argument is at least 2¹⁹.
  const index = k + 40;
  if (known[index]) return known[index];
  const shift = FRACTION_BITS - k - PLACES;
  if (shift < 0) return undefined;
  const bits = INVERSE_QUARTER >> BigInt(shift);
  return known[index] = Float64Array.from({ length: PARTS }, (_, j) => {
    const part = BigInt.asUintN(24, bits >> BigInt(24 * (PARTS - 1 - j)));
    return Number(part) * powerOfTwo(-22 - 24 * j);
  });
}

/** The same of both parts by whole numbers, with 200 bits after the point. */
function reducedByWholes(x: DoubleDouble, power: number): Reduced {
  // The lower part is a whole multiple of 2⁻⁶⁰ of the exponent of the upper one, or counts no more.
  const shift = exponentOf(x.hi) - 160;
  const unit = powerOfTwo(-shift);
  const size = BigInt(x.hi * unit) + BigInt(Math.round(x.lo * unit));
  const turns = (size * INVERSE_QUARTER) >> BigInt(FRACTION_BITS - shift - power - 200);
  const quarters = (turns + (1n << 199n)) >> 200n;
  const rest = (turns - (quarters << 200n)) * QUARTER;
  return { quarters: Number(quarters & 3n), rest: toDouble(rest, 400) };
}

/** A whole number divided by 2ᵏ, in two parts. */
function toDouble(whole: bigint, bits: number): DoubleDouble {
  const hi = Number(whole);
  const lo = Number(whole - BigInt(hi));
  return new DoubleDouble(hi * powerOfTwo(-bits), lo * powerOfTwo(-bits));
}
