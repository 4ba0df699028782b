/**
 * The numbers in which the Taylor coefficients around erf live: sums of q·√2ʲ·√πᵏ with rational q.
 *
 * @module
 */

import { pi, squareRoot, toDouble } from "./_fixed_point.ts";
import { Rational } from "./rational.ts";
import type { Term } from "./term.ts";
import { texOfTerms } from "./_tex.ts";

export type { Term };

/**
 * An exact number: a sum of terms q·√2ʲ·√πᵏ with rational q, integer k and j of 0 or 1. Polynomials
 * in 1/π and their multiples by √(2/π) are among them. As π is transcendental the terms are
 * independent, so a number is 0 only if it has no terms.
 *
 * @example
 * ```ts
 * import { Exact } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * // The cubic coefficient of atanh(erf(x/√2)), in units of the first one
 * const a3 = Exact.of(2, 3).multiply(Exact.pi.inverse()).add(Exact.of(-1, 6));
 * assertEquals(a3.toTex(), "\\frac{4-\\pi}{6\\pi}");
 * assertEquals(a3.toNumber(), 0.045539924122527116);
 * ```
 */
export class Exact {
  /** 0 */
  static readonly zero: Exact = new Exact(new Map());
  /** 1 */
  static readonly one: Exact = Exact.of(1);
  /** π */
  static readonly pi: Exact = new Exact(new Map([[4, Rational.one]]));
  /** √π */
  static readonly rootPi: Exact = new Exact(new Map([[2, Rational.one]]));
  /** √2 */
  static readonly rootTwo: Exact = new Exact(new Map([[1, Rational.one]]));

  /** Factors by 2k + j. */
  private constructor(private readonly factors: ReadonlyMap<number, Rational>) {}

  /**
   * The rational number n/d.
   *
   * @param numerator an integer
   * @param denominator an integer other than 0, 1 if not given
   * @throws RangeError if the denominator is 0
   */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Exact {
    const value = Rational.of(numerator, denominator);
    return value.isZero() ? Exact.zero : new Exact(new Map([[0, value]]));
  }

  /** The terms of the sum, by falling power of π. */
  get terms(): Term[] {
    return [...this.factors]
      .sort(([a], [b]) => b - a)
      .map(([key, factor]) => ({ factor, rootTwo: key & 1, rootPi: (key - (key & 1)) / 2 }));
  }

  /** The sum with `other`. */
  add(other: Exact): Exact {
    const sum = new Map(this.factors);
    for (const [key, factor] of other.factors) accumulate(sum, key, factor);
    return new Exact(sum);
  }

  /** The product with `other`. */
  multiply(other: Exact): Exact {
    const product = new Map<number, Rational>();
    for (const [a, p] of this.factors) {
      for (const [b, q] of other.factors) {
        const twice = a & b & 1; // √2·√2 = 2
        const factor = p.multiply(q);
        accumulate(product, a + b - 2 * twice, twice ? factor.add(factor) : factor);
      }
    }
    return new Exact(product);
  }

  /** The number with the other sign. */
  negate(): Exact {
    return new Exact(new Map([...this.factors].map(([key, factor]) => [key, factor.negate()])));
  }

  /**
   * One over the number, which must be a single term.
   *
   * @throws RangeError if the number is 0 or a sum of several terms: its inverse is no such sum
   */
  inverse(): Exact {
    const [term, ...more] = this.terms;
    if (!term || more.length > 0) {
      throw new RangeError(
        `Cannot invert as the number must be a single term: current value is ${this.toTex()}`,
      );
    }
    const { rootTwo, rootPi, factor } = term;
    const half = rootTwo ? Rational.of(1, 2) : Rational.one; // 1/√2 = √2/2
    return new Exact(new Map([[rootTwo - 2 * rootPi, factor.inverse().multiply(half)]]));
  }

  /** Whether the number is 0. */
  isZero(): boolean {
    return this.factors.size === 0;
  }

  /**
   * The nearest double, however much the terms cancel: the sum is taken in fixed point, at twice the
   * precision until enough of it is left.
   */
  toNumber(): number {
    if (this.isZero()) return 0;
    for (let bits = 192n;; bits *= 2n) {
      const sum = this.fixedPoint(bits);
      const magnitude = sum < 0n ? -sum : sum;
      if (magnitude >> (bits / 2n + 64n) || magnitude >> 128n) return toDouble(sum, bits);
    }
  }

  /** In LaTeX, over a common denominator: `\frac{4-\pi}{6\pi}`. */
  toTex(): string {
    return texOfTerms(this.terms);
  }

  /** The number times 2^bits, with an error of a few units. */
  private fixedPoint(bits: bigint): bigint {
    const one = 1n << bits;
    const rootPi = squareRoot(pi(bits) << bits);
    const rootTwo = squareRoot(2n << (2n * bits));
    const inverse = (one << bits) / rootPi;
    let sum = 0n;
    for (const term of this.terms) {
      let value = one;
      for (let k = Math.abs(term.rootPi); k > 0; k--) {
        value = (value * (term.rootPi > 0 ? rootPi : inverse)) >> bits;
      }
      if (term.rootTwo) value = (value * rootTwo) >> bits;
      sum += (value * term.factor.numerator) / term.factor.denominator;
    }
    return sum;
  }
}

function accumulate(sum: Map<number, Rational>, key: number, factor: Rational): void {
  const total = (sum.get(key) ?? Rational.zero).add(factor);
  if (total.isZero()) sum.delete(key);
  else sum.set(key, total);
}
