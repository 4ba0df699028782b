/**
 * The error of a computed number against one known to more digits.
 *
 * @module
 */

/** An exact value: `(hi + lo/65536 · ulp(hi)) · 2^(128 · scale)`. */
export interface Exact {
  readonly hi: number;
  readonly lo: number;
  readonly scale: number;
}

/** A binary format by its precision and range. */
export interface Precision {
  /** Bits of the significand. */
  readonly bits: number;
  /** Exponent of the smallest normal number. */
  readonly least: number;
  /** Exponent of the first power of two that overflows. */
  readonly overflow: number;
}

/** IEEE binary64. */
export const double: Precision = { bits: 53, least: -1022, overflow: 1024 };

/** IEEE binary32. */
export const single: Precision = { bits: 24, least: -126, overflow: 128 };

/** How far a computed value is from the exact one. */
export interface UlpError {
  /** In units in the last place of the exact value; in quanta where that is subnormal. */
  readonly ulps: number;
  readonly subnormal: boolean;
}

const word = new DataView(new ArrayBuffer(8));

/** The exponent e of a normal double, 2^e ≤ |x| < 2^(e+1). */
export function exponentOf(x: number): number {
  word.setFloat64(0, x);
  return ((word.getUint16(0) >> 4) & 0x7ff) - 1023;
}

/** The unit in the last place of a double. */
export function ulpOf(x: number): number {
  return 2 ** (Math.max(exponentOf(x), -1022) - 52);
}

/** x · 2^exponent, exactly where the result is a normal double. */
function scaled(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * 2 ** half * 2 ** (exponent - half);
}

/**
 * The error of `computed`. An infinity counts as the first power of two that overflows, and is
 * right where the exact value rounds to it.
 */
export function ulpError(computed: number, exact: Exact, precision = double): UlpError {
  const { hi, lo, scale } = exact;
  const { bits, least, overflow } = precision;
  if (Number.isNaN(computed)) return { ulps: Infinity, subnormal: false };
  if (hi === 0) return { ulps: Math.abs(computed) / 2 ** (least - bits + 1), subnormal: false };
  const shift = 128 * scale;
  // hi may have been rounded up to a power of two: the exact value lies in the binade below.
  const rounded = Math.abs(hi) === 2 ** exponentOf(hi) && lo * Math.sign(hi) < 0;
  const exponent = exponentOf(hi) + shift - (rounded ? 1 : 0);
  const remainder = lo / 65536 * 2 ** (exponentOf(hi) - 52);
  const limit = Math.sign(computed) * 2 ** (overflow - shift);
  const infinite = Math.abs(computed) >= 2 ** (overflow - 1) * 2;
  if (infinite && exponent >= overflow && Math.sign(hi) === Math.sign(computed)) {
    return { ulps: 0, subnormal: false };
  }
  const value = infinite ? limit : scaled(computed, -shift);
  const unit = 2 ** (Math.max(exponent, least) - bits + 1 - shift);
  return {
    ulps: Math.abs((value - hi) - remainder) / unit,
    subnormal: exponent < least,
  };
}
