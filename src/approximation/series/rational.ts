/**
 * Fractions of integers of any size, always in lowest terms.
 *
 * @module
 */

import { gcd } from "./_gcd.ts";

/**
 * A fraction of two integers of any size, kept in lowest terms with a positive denominator.
 *
 * @example
 * ```ts
 * import { Rational } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * const half = Rational.of(1, 2);
 * assertEquals(half.add(Rational.of(1, 3)).toString(), "5/6");
 * ```
 */
export class Rational {
  /** 0 */
  static readonly zero: Rational = new Rational(0n, 1n);
  /** 1 */
  static readonly one: Rational = new Rational(1n, 1n);

  private constructor(readonly numerator: bigint, readonly denominator: bigint) {}

  /**
   * The fraction in lowest terms.
   *
   * @param numerator an integer
   * @param denominator an integer other than 0, 1 if not given
   * @throws RangeError if the denominator is 0, or a number is not an integer
   */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const [n, d] = [BigInt(numerator), BigInt(denominator)];
    if (d === 0n) throw new RangeError(`Cannot make ${n}/0 as the denominator must not be 0`);
    const divisor = d < 0n ? -gcd(n, d) : gcd(n, d);
    return new Rational(n / divisor, d / divisor);
  }

  /** The sum with `other`. */
  add(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  /** The product with `other`. */
  multiply(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.numerator,
      this.denominator * other.denominator,
    );
  }

  /** The number with the other sign. */
  negate(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /**
   * One over the number.
   *
   * @throws RangeError if the number is 0
   */
  inverse(): Rational {
    return Rational.of(this.denominator, this.numerator);
  }

  /** Whether the number is 0. */
  isZero(): boolean {
    return this.numerator === 0n;
  }

  /** `"5/6"`, or `"5"` for an integer. */
  toString(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }
}
