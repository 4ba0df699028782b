import { type Format, type FormatName, formats } from "./format.ts";

/** Between doubles and the bit patterns of a format of at most 32 bits, fast. */
export interface Codec {
  readonly format: Format;
  readonly signBit: number;
  /** The pattern of +∞. */
  readonly infinity: number;
  /** Width of the stored fraction in bits. */
  readonly stored: number;
  /** The value of a pattern. */
  valueOf(bits: number): number;
  /** The pattern of the value nearest to x; some NaN for NaN. */
  bitsOf(x: number): number;
}

/** A codec for a format other than float64, whose inputs nobody can go through. */
export function codecOf(name: FormatName): Codec {
  const format = formats[name];
  const shape = {
    format,
    signBit: 2 ** (format.bits - 1),
    infinity: Number(format.encode(Infinity)),
    stored: format.precision - 1,
  };
  if (name !== "float32") {
    return {
      ...shape,
      valueOf: (bits) => format.decode(BigInt(bits)),
      bitsOf: (x) => Number(format.encode(x)),
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
  };
}
