/**
 * Exact values of the catalogue's functions and their derivatives without Python: the formulas in
 * {@linkcode formulas} at a precision that is raised until the bound of the error is small enough.
 *
 * @module
 */

import type { Exact } from "../ulp_error.ts";
import { type Formula, formulas } from "../../../src/arrays/exact/_formulas.ts";
import { Jet } from "../../../src/arrays/exact/_jet.ts";
import { bitLength, type Real, withBits } from "../../../src/arrays/exact/_real.ts";

/** A function by its id, at given parameters. */
export interface Named {
  readonly id: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** Bits that an {@linkcode Exact} holds, and a few to round them rightly. */
const NEEDED = 53 + 16 + 6;

/** Magnitudes below 2^VANISHING all round to 0. */
const VANISHING = -1200;

/**
 * f, f′ and f″ at a double; `null` where the two sides of a break do not agree.
 *
 * @param record a function of the catalogue, of which only the name and the parameters count
 * @param x a finite double
 */
export function reference(record: Named, x: number): (Exact | null)[] {
  const formula = formulas[record.id](record.parameters);
  const left = formula.breaks.filter((at) => at < x).length;
  const right = formula.breaks.filter((at) => at <= x).length;
  const values = piece(formula, left, x);
  if (left === right) return values;
  return piece(formula, right, x).map((value, order) =>
    JSON.stringify(value) === JSON.stringify(values[order]) ? value : null
  );
}

/** True where {@linkcode reference} can answer. */
export function isCovered({ id, parameters }: Named, x: number): boolean {
  return Math.abs(x) <= (formulas[id](parameters).largest ?? Infinity);
}

function piece({ pieces }: Formula, index: number, x: number): Exact[] {
  for (let bits = 140; bits < 20_000; bits *= 2) {
    const orders = withBits(bits, () => pieces[index](Jet.variable(x)).orders);
    if (orders.every(isKnown)) return orders.map(exact);
  }
  throw new RangeError(`Cannot evaluate as 20000 bits do not suffice: x is ${x}`);
}

function isKnown(value: Real): boolean {
  if (value.m === 0n) return value.error < VANISHING;
  return value.error < Math.max(value.size - NEEDED, VANISHING);
}

function exact(value: Real): Exact {
  const { m, e } = value;
  // Nothing, or so little that its sign is not known.
  if (m === 0n || value.error > value.size - 4) return { hi: 0, lo: 0, scale: 0 };
  const size = m < 0n ? -m : m;
  const sign = m < 0n ? -1 : 1;
  const length = bitLength(size) - (size >> BigInt(bitLength(size) - 1) ? 0 : 1);
  const exponent = length + e;
  if (exponent < VANISHING || exponent > -VANISHING) {
    return { hi: sign * 2 ** -20, lo: 0, scale: exponent < 0 ? -10 : 10 };
  }
  // The top 53 bits, and 17 more to round and to make the low part of.
  const shift = length - 70;
  const top = shift > 0 ? size >> BigInt(shift) : size << BigInt(-shift);
  let whole = top >> 17n;
  const rest = Number(top & 0x1ffffn);
  const up = rest >= 0x10000 ? 1 : 0;
  if (up) whole++;
  let lo = (rest - up * 0x20000) / 2;
  if (whole === 1n << 53n) lo /= 2;
  const scale = exponent < -1020
    ? -Math.ceil(-exponent / 128)
    : exponent > 1020
    ? Math.ceil(exponent / 128)
    : 0;
  const hi = Number(whole) * 2 ** (exponent - 53 - 128 * scale);
  return { hi: sign * hi, lo: sign * lo, scale };
}
