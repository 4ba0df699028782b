/**
 * The names of formats: a few have their own; any other is `e4m3` by the bits of its exponent and its
 * stored significand, with `fn` for one without infinities and `s` for one that saturates.
 */
export type FormatName =
  | "float64"
  | "float32"
  | "float16"
  | "bfloat16"
  | `e${number}m${number}${"" | "fn" | "s" | "fns"}`;

/** Bits, and what is at the top of the range. */
export interface FormatShape {
  /** Bits of the exponent, from 2 to 11. */
  readonly exponentBits: number;
  /** Stored bits of the significand, without the leading 1: from 1 to 52. */
  readonly significandBits: number;
  /**
   * True if not given. Without infinities the largest exponent has numbers too, and only the pattern of
   * all ones is NaN.
   */
  readonly infinities?: boolean;
  /** False if not given. True if what is too large becomes the largest number, not ∞ or NaN. */
  readonly saturate?: boolean;
}

/**
 * A binary floating-point format: sign, exponent, significand, with subnormals, infinities and NaN,
 * as IEEE 754 lays them out. Values of a format are handled as the doubles they are equal to.
 *
 * @example
 * ```ts
 * import { float16 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(float16.max, 65504);
 * assertEquals(float16.round(0.1), 0.0999755859375);
 * ```
 */
export interface Format {
  /** The name, `"float16"`. */
  readonly name: FormatName;
  /** The bits it is made of. */
  readonly shape: Required<FormatShape>;
  /** Storage width in bits. */
  readonly bits: number;
  /** Significant bits of a normal number, the leading one included. */
  readonly precision: number;
  /** The exponent of the smallest normal number. */
  readonly minExponent: number;
  /** The exponent of the largest number. */
  readonly maxExponent: number;
  /** The largest finite value. */
  readonly max: number;
  /** The smallest positive normal value. */
  readonly minNormal: number;
  /** The smallest positive value. */
  readonly minSubnormal: number;
  /** How many bit patterns are finite numbers; both zeros count. */
  readonly finiteCount: number;
  /**
   * The value of the format nearest to `x`, ties to even; past the largest by half a step or more ±∞,
   * NaN if there are no infinities, or the largest number if the format saturates.
   */
  round(x: number): number;
  /** The bit pattern of the value nearest to `x`; NaN gives the quiet NaN. */
  encode(x: number): bigint;
  /** The value of a bit pattern. Throws a RangeError if it is negative or wider than the format. */
  decode(bits: bigint): number;
}
