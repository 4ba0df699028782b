import type { FormatName } from "./format.ts";

/**
 * A stretch of inputs by number, both ends included. Inputs are numbered in the order of their
 * values: +0 is 0, the smallest positive value 1, −0 is −1, the smallest negative value −2.
 */
export type Span = readonly [first: number, last: number];

/** The input with the largest distance; of equals the lowest. */
export interface Worst {
  /** The input. */
  readonly x: number;
  /** The distance there, in values of the format. */
  readonly ulps: number;
}

/** Counts over a set of inputs. */
export interface Share {
  /** How many were tried. */
  readonly inputs: number;
  /** At how many of them the two results differ. */
  readonly differing: number;
  /** The worst of them; `null` if none is at a distance. */
  readonly worst: Worst | null;
}

/** Counts over the inputs of one sign with 2ᵉ ≤ |x| < 2ᵉ⁺¹. */
export interface BinadeShare extends Share {
  /** The sign of the inputs. */
  readonly sign: -1 | 1;
  /** The exponent e; for zero and subnormals one less than the smallest of a normal number. */
  readonly exponent: number;
}

/** How many inputs are from `from` to `to` ulp away. */
export interface HistogramBin {
  /** The least distance of the bin. */
  readonly from: number;
  /** The largest distance of the bin. */
  readonly to: number;
  /** How many inputs it holds. */
  readonly inputs: number;
}

/**
 * What going through every input of a format found: plain data, the same after
 * `JSON.parse(JSON.stringify(…))`. Reference and candidate are computed in double and rounded once;
 * a distance counts the values of the format between the two results.
 */
export interface Certificate extends Share {
  /** The format whose inputs were tried. */
  readonly format: FormatName;
  /** The name of the reference. */
  readonly reference: string;
  /** The name of the candidate. */
  readonly candidate: string;
  /** True if every finite input of the format was tried. */
  readonly complete: boolean;
  /** Which inputs were tried. */
  readonly covered: readonly Span[];
  /** Inputs by distance, empty bins left out. */
  readonly histogram: readonly HistogramBin[];
  /** Counts by the sign of the input; each zero has its sign. */
  readonly bySign: { readonly negative: Share; readonly positive: Share };
  /** By sign and binade from the lowest input up, only where inputs were tried. */
  readonly byBinade: readonly BinadeShare[];
  /** Inputs at which just one of the two is NaN: they differ, but at no distance. */
  readonly nan: number;
  /** Inputs at which the two are zeros of unlike sign: they count as equal. */
  readonly zeroSigns: number;
  /**
   * Inputs whose reference, in double, lies within a step of where its rounding to the format
   * changes, so that the exact value might round the other way. At all others the reference is
   * correctly rounded, as long as the double is off by less than one step.
   */
  readonly doubleRounding: number;
}
