import { exponentOf, powerOfTwo } from "../special/_scale.ts";
import { magnitudeWords } from "./_bits.ts";
import type { Format, FormatName, FormatShape } from "./_format_types.ts";

/** A format of its bits. */
export function makeFormat(
  name: FormatName,
  { exponentBits, significandBits: stored, infinities = true, saturate = false }: FormatShape,
): Format {
  const bits = 1 + exponentBits + stored;
  const precision = stored + 1;
  const bias = 2 ** (exponentBits - 1) - 1;
  const maxExponent = infinities ? bias : bias + 1;
  const minExponent = 1 - bias;
  const wide = stored === 52 && exponentBits === 11;
  const minNormal = powerOfTwo(minExponent);
  const minSubnormal = wide ? Number.MIN_VALUE : powerOfTwo(minExponent - stored);
  // Without infinities the pattern of all ones is NaN, and the one before it the largest number.
  const max = powerOfTwo(maxExponent) * (2 - powerOfTwo(infinities ? -stored : 1 - stored));
  const allOnes = (1n << BigInt(bits - 1)) - 1n;
  const infinity = BigInt(2 ** exponentBits - 1) << BigInt(stored);
  /** The first magnitude that is no finite number. */
  const end = infinities ? infinity : allOnes;
  const beyond = saturate ? max : infinities ? Infinity : NaN;
  const signBit = 1n << BigInt(bits - 1);

  /** Splits |x| into multiples of the last place: exact, as a division by a power of two is. */
  const own = wide
    ? (x: number) => x
    : stored === 23 && exponentBits === 8
    ? Math.fround
    : undefined;
  const round = own && infinities && !saturate ? own : (x: number): number => {
    if (x === 0 || Number.isNaN(x)) return x;
    if (!Number.isFinite(x)) return x < 0 ? -beyond : beyond;
    const quantum = powerOfTwo(Math.max(exponentOf(x), minExponent) - stored);
    const steps = Math.abs(x) / quantum + 2 ** 52 - 2 ** 52;
    const rounded = steps * quantum;
    const magnitude = rounded > max ? beyond : rounded;
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
    shape: Object.freeze({ exponentBits, significandBits: stored, infinities, saturate }),
    bits,
    precision,
    minExponent,
    maxExponent,
    max,
    minNormal,
    minSubnormal,
    finiteCount: 2 * Number(end),
    round,
    encode(x: number): bigint {
      const value = round(x);
      if (Number.isNaN(value)) {
        const nan = infinities ? infinity | (1n << BigInt(stored - 1)) : allOnes;
        return x < 0 ? signBit | nan : nan;
      }
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
      if (magnitude < end) return sign * magnitudeOf(magnitude);
      return infinities && magnitude === end ? sign * Infinity : NaN;
    },
  });
}
