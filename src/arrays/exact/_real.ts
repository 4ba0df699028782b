/**
 * Real numbers as large integers times powers of two, each with a bound of its error: an answer is
 * as precise as its bound says, and never quietly wrong. Shares no code with `special`.
 *
 * @module
 */

let precision = 160;

/** Runs `work` with that many bits kept of every result. */
export function withBits<T>(bits: number, work: () => T): T {
  const before = precision;
  precision = bits;
  try {
    return work();
  } finally {
    precision = before;
  }
}

/** The bits that are kept now. */
export function bitsKept(): number {
  return precision;
}

const word = new DataView(new ArrayBuffer(8));

/** The number of binary digits of |m|, or one more. */
export function bitLength(m: bigint): number {
  const near = Math.abs(Number(m));
  if (near === 0) return 0;
  if (near < Infinity) {
    word.setFloat64(0, near);
    return (word.getUint16(0) >> 4) - 1022;
  }
  const digits = (m < 0n ? -m : m).toString(16);
  return digits.length * 4 - Math.clz32(parseInt(digits[0], 16)) + 28;
}

/** log₂(2ᵃ + 2ᵇ), rounded up a little. */
function together(a: number, b: number): number {
  const high = Math.max(a, b);
  const apart = high - Math.min(a, b);
  return apart > 60 || !(apart >= 0) ? high : high + Math.log2(1 + 2 ** -apart) + 1e-12;
}

/** The number m · 2ᵉ, give or take 2^error. */
export class Real {
  constructor(
    readonly m: bigint,
    readonly e: number,
    readonly error: number = -Infinity,
  ) {}

  /** A double, exactly. */
  static of(x: number): Real {
    word.setFloat64(0, x);
    const high = word.getUint32(0);
    const biased = (high >>> 20) & 0x7ff;
    const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(word.getUint32(4));
    const m = biased ? fraction | (1n << 52n) : fraction;
    return new Real(high >>> 31 ? -m : m, (biased || 1) - 1075);
  }

  /** 0, give or take 2^error. */
  static negligible(error: number): Real {
    return new Real(0n, 0, error);
  }

  /** The exponent of a power of two above the magnitude. */
  get size(): number {
    return this.m === 0n ? -Infinity : bitLength(this.m) + this.e;
  }

  get sign(): number {
    return this.m > 0n ? 1 : this.m < 0n ? -1 : 0;
  }

  /** This with no more bits than are kept. */
  private kept(): Real {
    const excess = bitLength(this.m) - precision;
    if (excess <= 0) return this;
    const [e, places] = [this.e + excess, BigInt(excess)];
    const m = this.m >> places;
    // Where only zeros are dropped, as of an exact quotient, nothing is lost.
    return new Real(m, e, m << places === this.m ? this.error : together(this.error, e));
  }

  /** This with an error of up to 2^error more. */
  blurred(error: number): Real {
    return new Real(this.m, this.e, together(this.error, error));
  }

  scaled(exponent: number): Real {
    return new Real(this.m, this.e + exponent, this.error + exponent);
  }

  get negated(): Real {
    return new Real(-this.m, this.e, this.error);
  }

  plus(other: Real): Real {
    if (this.m === 0n) return other.blurred(this.error);
    if (other.m === 0n) return this.blurred(other.error);
    const [a, b] = this.e >= other.e ? [this, other] : [other, this];
    // What is far below the last bit kept only blurs the sum.
    if (a.size - b.size > precision + 8) return a.blurred(together(b.error, b.size));
    if (b.size - a.size > precision + 8) return b.blurred(together(a.error, a.size));
    const m = (a.m << BigInt(a.e - b.e)) + b.m;
    return new Real(m, b.e, together(a.error, b.error)).kept();
  }

  minus(other: Real): Real {
    return this.plus(other.negated);
  }

  times(other: Real): Real {
    const error = together(
      together(sum(this.size, other.error), sum(other.size, this.error)),
      sum(this.error, other.error),
    );
    if (this.m === 0n || other.m === 0n) return Real.negligible(error);
    return new Real(this.m * other.m, this.e + other.e, error).kept();
  }

  over(other: Real): Real {
    const relative = other.error - other.size;
    if (other.m === 0n || relative > -5) return Real.negligible(Infinity);
    // The magnitude of the other is at least a quarter of 2^size.
    const fromTop = this.error - other.size + 2.2;
    if (this.m === 0n) return Real.negligible(fromTop);
    const shift = Math.max(0, precision + 2 + bitLength(other.m) - bitLength(this.m));
    const e = this.e - other.e - shift;
    const dividend = this.m << BigInt(shift);
    const quotient = new Real(dividend / other.m, e, dividend % other.m ? e : -Infinity);
    return quotient.blurred(together(fromTop, quotient.size + relative + 2.3)).kept();
  }

  get root(): Real {
    if (this.m <= 0n) return Real.negligible(this.m === 0n ? this.error / 2 : Infinity);
    const shift = Math.max(0, 2 * precision - bitLength(this.m));
    const even = shift + ((this.e - shift) & 1);
    const e = (this.e - even) / 2;
    const square = this.m << BigInt(even);
    const m = integerRoot(square);
    const root = new Real(m, e, m * m === square ? -Infinity : e);
    return root.blurred(this.error - root.size + 0.5).kept();
  }

  /** The integer nearest to this · 2^places, for arithmetic with a fixed point. */
  fixed(places: number): bigint {
    const shift = this.e + places;
    if (shift >= 0) return this.m << BigInt(shift);
    if (shift < -bitLength(this.m) - 2) return 0n;
    return (this.m + (1n << BigInt(-shift - 1))) >> BigInt(-shift);
  }

  /** The nearest double, roughly. */
  toNumber(): number {
    const excess = Math.max(0, bitLength(this.m) - 60);
    return Number(this.m >> BigInt(excess)) * 2 ** (this.e + excess);
  }
}

/** The logarithm of a product from those of its factors; nothing times anything is nothing. */
function sum(a: number, b: number): number {
  return a === -Infinity || b === -Infinity ? -Infinity : a + b;
}

function integerRoot(n: bigint): bigint {
  let root = 1n << BigInt((bitLength(n) >> 1) + 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
