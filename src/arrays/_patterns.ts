import { exponentOf, powerOfTwo } from "../special/_scale.ts";
import type { Grid } from "./_grid.ts";

const SIGN = 0x8000;

/** The value of a bit pattern of a 16-bit format. */
export function valueOf({ precision, least, greatest }: Grid, pattern: number): number {
  const size = pattern & 0x7fff;
  const field = size >> (precision - 1);
  const fraction = size & (2 ** (precision - 1) - 1);
  const sign = pattern & SIGN ? -1 : 1;
  if (field === 0) return sign * fraction * powerOfTwo(least - precision + 1);
  if (field > greatest - least + 1) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction * powerOfTwo(1 - precision)) * powerOfTwo(field - 1 + least);
}

/** The bit pattern of a value of a 16-bit format; the quiet NaN for NaN. */
export function patternOf({ precision, least, greatest }: Grid, value: number): number {
  const infinity = (greatest - least + 2) << (precision - 1);
  const size = Math.abs(value);
  if (value !== value) return infinity | (1 << (precision - 2));
  const sign = value < 0 || Object.is(value, -0) ? SIGN : 0;
  if (size === Infinity) return sign | infinity;
  if (size < powerOfTwo(least)) return sign | (size / powerOfTwo(least - precision + 1));
  const exponent = exponentOf(size);
  const fraction = (size / powerOfTwo(exponent) - 1) * 2 ** (precision - 1);
  return sign | ((exponent - least + 1) << (precision - 1)) | fraction;
}
