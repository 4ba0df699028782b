import { exponentOf, powerOfTwo } from "../special/_scale.ts";

/** The values of a binary format of at most 25 significant bits. */
export interface Grid {
  /** Significant bits of a normal number. */
  readonly precision: number;
  /** The exponent of the smallest normal number. */
  readonly least: number;
  /** The exponent of the largest number. */
  readonly greatest: number;
}

/** IEEE 754 binary32. */
export const single: Grid = { precision: 24, least: -126, greatest: 127 };

/** IEEE 754 binary16. */
export const half: Grid = { precision: 11, least: -14, greatest: 15 };

/** The upper half of a binary32. */
export const brain: Grid = { precision: 8, least: -126, greatest: 127 };

/** The distance of neighbours in the binade of a double. */
export function quantumOf({ precision, least }: Grid, y: number): number {
  const exponent = Math.abs(y) < 2 ** -1000 ? least : Math.max(exponentOf(y), least);
  return powerOfTwo(exponent - precision + 1);
}

/** The value nearest to a double, ties to even; beyond the largest by half a step or more, ±∞. */
export function roundTo(grid: Grid, y: number): number {
  if (grid === single) return Math.fround(y);
  if (!(Math.abs(y) < Infinity)) return y;
  const quantum = quantumOf(grid, y);
  // A sum with 2⁵² has no place for what is below 1; sign last, for the sake of −0.
  const steps = Math.abs(y) / quantum + 2 ** 52 - 2 ** 52;
  return limited(grid, y, steps * quantum);
}

/** A magnitude with the sign of y, ∞ from the first power of two that is too large. */
export function limited({ greatest }: Grid, y: number, magnitude: number): number {
  const size = magnitude >= powerOfTwo(greatest) * 2 ? Infinity : magnitude;
  return y < 0 || Object.is(y, -0) ? -size : size;
}
