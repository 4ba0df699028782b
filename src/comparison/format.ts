/**
 * The binary floating-point formats in which activations are computed.
 *
 * @module
 */

import { exponentOf, powerOfTwo } from "../special/_scale.ts";
import { magnitudeWords } from "./_bits.ts";

/** The names of the formats. */
export type FormatName = "float64" | "float32" | "float16" | "bfloat16";

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
  /** The value of the format nearest to `x`, ties to even; past the largest by half a step or more, ±∞. */
  round(x: number): number;
  /** The bit pattern of the value nearest to `x`; NaN gives the quiet NaN. */
  encode(x: number): bigint;
  /** The value of a bit pattern. Throws a RangeError if it is negative or wider than the format. */
  decode(bits: bigint): number;
}

/**
 * IEEE 754 binary64, JavaScript's own number: 53 significant bits.
 *
 * @example
 * ```ts
 * import { float64 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(float64.encode(1), 0x3ff0000000000000n);
 * ```
 */
export const float64: Format = format("float64", 64, 53, 1023);
/**
 * IEEE 754 binary32: 24 significant bits.
 *
 * @example
 * ```ts
 * import { float32 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(float32.round(0.1), Math.fround(0.1));
 * ```
 */
export const float32: Format = format("float32", 32, 24, 127);
/**
 * IEEE 754 binary16, "half": 11 significant bits, largest value 65504.
 *
 * @example
 * ```ts
 * import { float16 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(float16.round(65520), Infinity);
 * ```
 */
export const float16: Format = format("float16", 16, 11, 15);
/**
 * The upper half of a float32: 8 significant bits, the range of float32.
 *
 * @example
 * ```ts
 * import { bfloat16 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(bfloat16.decode(0x3f80n), 1);
 * ```
 */
export const bfloat16: Format = format("bfloat16", 16, 8, 127);

/**
 * The formats by name.
 *
 * @example
 * ```ts
 * import { formats } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formats.bfloat16.round(1.005), 1.0078125);
 * ```
 */
export const formats: Readonly<Record<FormatName, Format>> = Object.freeze({
  float64,
  float32,
  float16,
  bfloat16,
});

function format(name: FormatName, bits: number, precision: number, maxExponent: number): Format {
  const minExponent = 1 - maxExponent;
  const stored = precision - 1;
  const wide = name === "float64";
  const minNormal = powerOfTwo(minExponent);
  const minSubnormal = wide ? Number.MIN_VALUE : powerOfTwo(minExponent - stored);
  const max = powerOfTwo(maxExponent) * (2 - powerOfTwo(-stored));
  const infinity = BigInt(2 ** (bits - precision) - 1) << BigInt(stored);
  const signBit = 1n << BigInt(bits - 1);

  /** Splits |x| into multiples of the last place: exact, as a division by a power of two is. */
  const round = wide ? (x: number): number => x : (x: number): number => {
    if (x === 0 || !Number.isFinite(x)) return x;
    const quantum = powerOfTwo(Math.max(exponentOf(x), minExponent) - stored);
    const steps = Math.abs(x) / quantum + 2 ** 52 - 2 ** 52;
    const rounded = steps * quantum;
    const magnitude = rounded > max ? Infinity : rounded;
    return x < 0 ? -magnitude : magnitude;
  };

  const magnitudeBits = (value: number): bigint => {
    if (wide) {
      const [high, low] = magnitudeWords(value);
      return (BigInt(high) << 32n) | BigInt(low);
    }
    if (value < minNormal) return BigInt(value / minSubnormal);
    const exponent = exponentOf(value);
    const fraction = (value / powerOfTwo(exponent) - 1) * 2 ** stored;
    return (BigInt(exponent - minExponent + 1) << BigInt(stored)) | BigInt(fraction);
  };

  const magnitudeOf = (magnitude: bigint): number => {
    const field = Number(magnitude >> BigInt(stored));
    const fraction = Number(magnitude & ((1n << BigInt(stored)) - 1n));
    if (field === 0) return fraction * minSubnormal;
    return powerOfTwo(field - 1 + minExponent) * (1 + fraction / 2 ** stored);
  };

  return Object.freeze({
    name,
    bits,
    precision,
    minExponent,
    maxExponent,
    max,
    minNormal,
    minSubnormal,
    finiteCount: 2 * Number(infinity),
    round,
    encode(x: number): bigint {
      if (Number.isNaN(x)) return infinity | (1n << BigInt(stored - 1));
      const value = round(x);
      const magnitude = Number.isFinite(value) ? magnitudeBits(Math.abs(value)) : infinity;
      return value < 0 || Object.is(value, -0) ? signBit | magnitude : magnitude;
    },
    decode(pattern: bigint): number {
      if (pattern < 0n || pattern >> BigInt(bits) !== 0n) {
        throw new RangeError(
          `Cannot decode a ${name} as 0 <= bits < 2^${bits} must hold: current value is ${pattern}`,
        );
      }
      const magnitude = pattern & (signBit - 1n);
      const sign = pattern === magnitude ? 1 : -1;
      if (magnitude > infinity) return NaN;
      return sign * (magnitude === infinity ? Infinity : magnitudeOf(magnitude));
    },
  });
}
