/**
 * Numbers of about 106 bits: the unevaluated sum of two doubles. No fused multiply-add is assumed,
 * so results are the same bits on every engine.
 *
 * @module
 */

import { productError, sumError } from "./_error_free.ts";

/**
 * An immutable number `hi + lo` of about 106 bits, where |lo| is at most half a unit in the last
 * place of hi. Formulas read as mathematics: `e.times(e.plus(2))`.
 *
 * Sums, products and quotients have a relative error below 2⁻¹⁰¹ while no part over- or
 * underflows: parts stay below 2⁹⁹⁶, results above 2⁻⁹⁰⁰.
 *
 * Source: T. J. Dekker, 1971; Y. Hida, X. S. Li and D. H. Bailey, "Algorithms for quad-double
 * precision floating point arithmetic", 2001.
 *
 * @example 1/3 to 32 digits, and what is left of a cancellation
 * ```ts
 * import { DoubleDouble } from "@actbook/actbook/special";
 * import { assertEquals } from "@std/assert";
 *
 * const third = DoubleDouble.quotient(1, 3);
 * assertEquals(third.toNumber(), 1 / 3);
 * assertEquals(third.times(3).minus(1).toNumber(), 0);
 * assertEquals(DoubleDouble.sum(1, 1e-20).minus(1).toNumber(), 1e-20);
 * ```
 */
export class DoubleDouble {
  /** The nearest double. */
  readonly hi: number;
  /** What is left of the value after `hi`. */
  readonly lo: number;

  /**
   * The number `hi + lo`.
   *
   * @param hi the nearest double of the value
   * @param lo the rest, at most half a unit in the last place of `hi`
   */
  constructor(hi: number, lo: number = 0) {
    this.hi = hi;
    this.lo = lo;
  }

  /** The exact sum of two doubles, in either order. */
  static sum(a: number, b: number): DoubleDouble {
    const sum = a + b;
    return new DoubleDouble(sum, sumError(a, b, sum));
  }

  /** The exact product of two doubles. */
  static product(a: number, b: number): DoubleDouble {
    const product = a * b;
    return new DoubleDouble(product, productError(a, b, product));
  }

  /** The quotient of two doubles. */
  static quotient(a: number, b: number): DoubleDouble {
    return new DoubleDouble(a).dividedBy(b);
  }

  /** The number itself, or a double as a DoubleDouble. */
  static of(x: DoubleDouble | number): DoubleDouble {
    return typeof x === "number" ? new DoubleDouble(x) : x;
  }

  /** This + other. */
  plus(other: DoubleDouble | number): DoubleDouble {
    if (typeof other === "number") {
      const sum = this.hi + other;
      return normalized(sum, sumError(this.hi, other, sum) + this.lo);
    }
    const high = this.hi + other.hi;
    const low = this.lo + other.lo;
    const middle = sumError(this.hi, other.hi, high) + low;
    const sum = high + middle;
    const rest = (middle - (sum - high)) + sumError(this.lo, other.lo, low);
    return normalized(sum, rest);
  }

  /** This − other. */
  minus(other: DoubleDouble | number): DoubleDouble {
    return this.plus(typeof other === "number" ? -other : other.negated());
  }

  /** −this. */
  negated(): DoubleDouble {
    return new DoubleDouble(-this.hi, -this.lo);
  }

  /** This · other. */
  times(other: DoubleDouble | number): DoubleDouble {
    if (typeof other === "number") {
      const product = this.hi * other;
      return normalized(product, productError(this.hi, other, product) + this.lo * other);
    }
    const product = this.hi * other.hi;
    const error = productError(this.hi, other.hi, product);
    return normalized(product, error + (this.hi * other.lo + this.lo * other.hi));
  }

  /** This · this. */
  squared(): DoubleDouble {
    return this.times(this);
  }

  /** This / other. */
  dividedBy(other: DoubleDouble | number): DoubleDouble {
    const divisor = DoubleDouble.of(other);
    const first = this.hi / divisor.hi;
    const product = first * divisor.hi;
    const rest = (this.hi - product) - productError(first, divisor.hi, product);
    return normalized(first, (rest + (this.lo - first * divisor.lo)) / divisor.hi);
  }

  /** √this, of a number that is not negative. */
  squareRoot(): DoubleDouble {
    if (this.hi === 0) return this;
    const root = Math.sqrt(this.hi);
    const rest = this.minus(DoubleDouble.product(root, root));
    return normalized(root, rest.hi / (2 * root));
  }

  /** This · 2ᵖ by a power of two that is given as a number: exact while nothing underflows. */
  scaled(powerOfTwo: number): DoubleDouble {
    return new DoubleDouble(this.hi * powerOfTwo, this.lo * powerOfTwo);
  }

  /** The nearest double. */
  toNumber(): number {
    return this.hi + this.lo;
  }
}

/** `hi + lo` with |lo| brought below half a unit of hi; |hi| ≥ |lo| or hi = 0 on entry. */
function normalized(hi: number, lo: number): DoubleDouble {
  const sum = hi + lo;
  return new DoubleDouble(sum, lo - (sum - hi));
}
