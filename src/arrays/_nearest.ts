import { originOf } from "../activations/origin.ts";
import { productError } from "../special/_error_free.ts";
import { exponentOf, powerOfTwo } from "../special/_scale.ts";
import { hasDefaults } from "./_defaults.ts";
import { exactSide } from "./exact/_side.ts";
import { numberFrom } from "./_number_from.ts";
import { type Grid, limited, quantumOf, roundTo, single } from "./_grid.ts";

/** A bound of the error of a double of the catalogue, in ulp: what it promises, and some more. */
const BOUND = 4;

/** How a function is rounded to a format. */
export interface Rounding {
  /** The value nearest to the exact one, ties to even. */
  readonly nearest: (x: number) => number;
  /** Whether the exact value lies just in the middle of two. */
  readonly isTie: (x: number) => boolean;
}

/**
 * Rounds the exact value of a function to a format.
 *
 * The middle between two values of a format is a double, and rounding f(x) is in doubt only where
 * one lies within its error. There the side is decided by the next term of the series about 0, or by
 * as many digits as it takes; what remains are exact ties, which go to even.
 *
 * Functions that are not of the catalogue promise no accuracy: their doubles are rounded as they are.
 */
export function nearestOf(f: (x: number) => number, grid: Grid = single): Rounding {
  if (grid !== single) return roundingOf(f, grid);
  const before = known.get(f);
  if (before) return before;
  const rounding = roundingOf(f, grid);
  known.set(f, rounding);
  return rounding;
}

/** Roundings to float32, made once for a function. */
const known = new WeakMap<object, Rounding>();

function roundingOf(f: (x: number) => number, grid: Grid): Rounding {
  const origin = originOf(f);
  if (!origin) return { nearest: (x) => roundTo(grid, numberFrom(f, x)), isTie: () => false };
  const sideAt = (x: number, y: number, middle: number) => {
    const side = sideOfProduct(f, x, y, middle) || sideBesideZero(f, x, y, middle) ||
      exactSide(origin, x, middle);
    // On a jump the double is the exact value.
    return Number.isNaN(side) ? Math.sign(y - middle) : side;
  };
  const inDoubt = grid === single ? nearMiddleOfSingles : () => true;
  return {
    nearest: (x) => {
      const y = f(x);
      // Always the same NaN, whatever bits the argument has.
      if (y !== y) return NaN;
      if (!inDoubt(y)) return Math.fround(y);
      const middle = nearMiddle(grid, y);
      if (middle === undefined) return roundTo(grid, y);
      const side = sideAt(x, y, middle);
      if (side === 0) return roundTo(grid, middle);
      const up = side > 0 === middle > 0;
      const step = quantumOf(grid, middle) / 2;
      return limited(grid, middle, Math.abs(middle) + (up ? step : -step));
    },
    isTie: (x) => {
      const y = f(x);
      const middle = nearMiddle(grid, y);
      return middle !== undefined && sideAt(x, y, middle) === 0;
    },
  };
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Which of the two words of a double holds its last bits. */
const LOWER = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** A quick look: the 29 bits that float32 lacks are within 8 of half, or its exponent is special. */
function nearMiddleOfSingles(y: number): boolean {
  const size = Math.abs(y);
  if (!(size >= 2 ** -126 && size < 2 ** 127)) return size > 0 && size < 2 ** 129;
  double[0] = y;
  return Math.abs((words[LOWER] & 0x1fffffff) - 0x10000000) <= 2 * BOUND;
}

/** The middle between two values of a format that lies within the error of y, if there is one. */
function nearMiddle(grid: Grid, y: number): number | undefined {
  const size = Math.abs(y);
  const quantum = quantumOf(grid, y);
  if (!(size > quantum / 4 && size < 2 * powerOfTwo(grid.greatest))) return undefined;
  const middle = (Math.floor(size / quantum) + 0.5) * quantum;
  const error = BOUND * powerOfTwo(exponentOf(y) - 52);
  return Math.abs(size - middle) <= error ? Math.sign(y) * middle : undefined;
}

/** The side on which slope · x lies, where f is that: a product knows its error. 0 elsewhere. */
function sideOfProduct(f: (x: number) => number, x: number, y: number, middle: number): number {
  const { id, order } = originOf(f)!;
  if (order !== 0 || !sloped.includes(id) || !(x < 0) || !(Math.abs(y) > 2 ** -900)) return 0;
  return Math.sign(y - middle) || Math.sign(productError(-f(-1), x, y));
}

/** Functions that are a straight line on the left of 0. */
const sloped = ["leakyRelu", "prelu", "rrelu"];

/**
 * The side of a tie that a straight line through 0 hits, where x is so small that the next term of
 * the series has the sign that it has farther out; 0 if that is not the case.
 */
function sideBesideZero(f: (x: number) => number, x: number, y: number, middle: number): number {
  if (y !== middle || !(Math.abs(x) < 2 ** -100) || f(0) !== 0 || !hasDefaults(f)) return 0;
  const slope = y / x;
  if (Math.fround(slope) !== slope || Math.abs(slope) < 2 ** -10) return 0;
  const farther = Math.sign(x) * 2 ** -12;
  return Math.sign(f(farther) - slope * farther);
}
