import type { Activation } from "../activations/activation.ts";
import { originOf } from "../activations/origin.ts";
import { exponentOf, powerOfTwo } from "../special/_scale.ts";

/** Errors in units in the last place of the double that f, f′ and f″ of the catalogue keep within. */
const BOUNDS = [0.6, 1.1, 2];

/** How many doubles on each side of x are asked. */
const NEIGHBOURS = 64;

/** How a function of the catalogue is rounded to float32. */
export interface Rounding {
  /** The float32 nearest to the exact value; where that is in doubt, to f(x), ties to even. */
  readonly nearest: (x: number) => number;
  /** Whether it is known to be the nearest to the exact value. */
  readonly settled: (x: number) => boolean;
}

/**
 * Rounds the exact value of a function to float32.
 *
 * A float32 midpoint is a double, and rounding is in doubt only where one lies within the error of
 * f(x). There the doubles beside x help: each f(x + d) has its own rounding error, and
 * f(x) = f(x + d) − d f′(x) to far below an ulp, so each gives an interval for f(x). What they have
 * in common is about a sixth of one, and mostly on one side of the midpoint.
 */
export function singleRounding(f: (x: number) => number): Rounding {
  const bound = promised(f);
  if (bound === undefined) return { nearest: (x) => Math.fround(f(x)), settled: () => true };
  const middleAt = (y: number) => mayBeNearMiddle(y) ? nearMiddle(y, bound) : undefined;
  const slope = bound === BOUNDS[0] ? (f as Activation).derivative : undefined;
  const kinks = slope ? (f as Activation).kinks : [];
  const sideAt = (x: number, middle: number) =>
    slope && !kinks.includes(x) ? sideOf(f, slope, x, middle) : 0;
  return {
    nearest: (x) => {
      const y = f(x);
      const middle = middleAt(y);
      if (middle === undefined) return Math.fround(y);
      const side = sideAt(x, middle);
      return side === 0 ? Math.fround(y) : beside(middle, side);
    },
    settled: (x) => {
      const middle = middleAt(f(x));
      return middle === undefined || sideAt(x, middle) !== 0;
    },
  };
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Which of the two words of a double holds its last bits. */
const LOWER = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** A quick look: the 29 bits that float32 lacks are within 4 of half, or its exponent is special. */
function mayBeNearMiddle(y: number): boolean {
  const size = Math.abs(y);
  if (!(size >= 2 ** -126 && size < 2 ** 127)) return size > 0 && size < 2 ** 129;
  double[0] = y;
  return Math.abs((words[LOWER] & 0x1fffffff) - 0x10000000) <= 4;
}

/** The promised error of a function of the catalogue, at any parameters, in ulp. */
function promised(f: (x: number) => number): number | undefined {
  const origin = originOf(f);
  return origin && BOUNDS[origin.order];
}

/** From here on the nearest float32 is ∞: half a step beyond the largest. */
const OVERFLOW = 2 ** 128 - 2 ** 103;

/** The middle between two float32 that lies within the error of y, if there is one. */
function nearMiddle(y: number, bound: number): number | undefined {
  const nearest = Math.fround(y);
  const other = nextSingle(nearest, y > nearest);
  const middle = Number.isFinite(nearest) && Number.isFinite(other)
    ? (nearest + other) / 2
    : Math.sign(y) * OVERFLOW;
  return Math.abs(y - middle) <= bound * ulp(y) ? middle : undefined;
}

/** 1 if f(x) is surely above the middle, −1 if surely below, else 0. */
function sideOf(
  f: (x: number) => number,
  slope: (x: number) => number,
  x: number,
  middle: number,
): -1 | 0 | 1 {
  const step = ulp(x);
  const error = BOUNDS[0] * ulp(middle);
  const rate = slope(x);
  let low = -Infinity;
  let high = Infinity;
  for (let k = -NEIGHBOURS; k <= NEIGHBOURS; k++) {
    const offset = f(x + k * step) - middle - k * step * rate;
    low = Math.max(low, offset - error);
    high = Math.min(high, offset + error);
  }
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** The next float32 upwards or downwards. */
function nextSingle(x: number, up: boolean): number {
  if (x === 0) return up ? 2 ** -149 : -(2 ** -149);
  single[0] = x;
  bits[0] += (x > 0) === up ? 1 : -1;
  return single[0];
}

/** The float32 on the given side of a middle. */
function beside(middle: number, side: -1 | 1): number {
  const nearest = Math.fround(middle);
  return (nearest > middle) === (side > 0) ? nearest : nextSingle(nearest, side > 0);
}

/** The distance to the next double away from 0. */
function ulp(x: number): number {
  return Math.abs(x) < 2 ** -1021 ? Number.MIN_VALUE : powerOfTwo(exponentOf(x) - 52);
}
