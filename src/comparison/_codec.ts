import { roundedDoubles } from "../arrays/_evaluate32.ts";
import { formatNamed } from "./float_format.ts";
import type { Format, FormatName } from "./format.ts";

/** Between doubles and the bit patterns of a format of at most 32 bits, fast. */
export interface Codec {
  readonly format: Format;
  readonly signBit: number;
  /** The pattern of +∞; without infinities that of the largest number. Beyond it is NaN. */
  readonly infinity: number;
  /** Width of the stored fraction in bits. */
  readonly stored: number;
  /** The value of a pattern. */
  valueOf(bits: number): number;
  /** The pattern of the value nearest to x; some NaN for NaN. */
  bitsOf(x: number): number;
  /**
   * The patterns of f, in double and rounded once, at every input.
   *
   * @param settle f itself; it is called for f wherever a kernel cannot tell, or everywhere
   */
  roundAll(
    f: (x: number) => number,
    settle: (x: number) => number,
    xs: Float32Array,
    patterns: Int32Array,
  ): void;
}

/** A codec for a format other than float64, whose inputs nobody can go through. */
export function codecOf(name: FormatName): Codec {
  const format = formatNamed(name);
  const shape = {
    format,
    signBit: 2 ** (format.bits - 1),
    infinity: Number(format.encode(format.max)) + (format.shape.infinities ? 1 : 0),
    stored: format.precision - 1,
  };
  if (name !== "float32") {
    const bitsOf = (x: number) => Number(format.encode(x));
    return {
      ...shape,
      valueOf: (bits) => format.decode(BigInt(bits)),
      bitsOf,
      roundAll: (_, settle, xs, patterns) => xs.forEach((x, i) => patterns[i] = bitsOf(settle(x))),
    };
  }
  const value = new Float32Array(1);
  const pattern = new Uint32Array(value.buffer);
  return {
    ...shape,
    valueOf: (bits) => {
      pattern[0] = bits;
      return value[0];
    },
    bitsOf: (x) => {
      value[0] = x;
      return pattern[0];
    },
    roundAll: (f, settle, xs, { buffer }) =>
      roundedDoubles(f, settle, xs, new Float32Array(buffer)),
  };
}
