/**
 * Truncated power series with exact coefficients.
 *
 * @module
 */

import { Exact } from "./exact.ts";

/**
 * A power series c₀ + c₁x + … + cₙxⁿ + O(xⁿ⁺¹) with exact coefficients. A result is known as far as
 * the shorter of its operands.
 *
 * @example
 * ```ts
 * import { Exact, PowerSeries } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * // 1/(1 − x²), integrated, is atanh x; reversed, tanh x
 * const geometric = PowerSeries.of(7, (k) => Exact.of(k % 2 === 0 ? 1 : 0));
 * const tanh = geometric.integrate().reverse();
 * assertEquals(tanh.coefficient(7).toTex(), "-\\frac{17}{315}");
 * ```
 */
export class PowerSeries {
  private constructor(private readonly coefficients: readonly Exact[]) {}

  /**
   * The series with the given coefficients.
   *
   * @param order the highest power that is known, at least 0
   * @param coefficient the coefficient of the k-th power
   * @throws RangeError if the order is not an integer of at least 0
   */
  static of(order: number, coefficient: (k: number) => Exact): PowerSeries {
    if (!Number.isInteger(order) || order < 0) {
      throw new RangeError(
        `Cannot make a power series as order must be an integer >= 0: current value is ${order}`,
      );
    }
    return new PowerSeries(Array.from({ length: order + 1 }, (_, k) => coefficient(k)));
  }

  /** The highest power whose coefficient is known. */
  get order(): number {
    return this.coefficients.length - 1;
  }

  /**
   * The coefficient of xᵏ.
   *
   * @param k an integer from 0 to the order
   * @throws RangeError if k is beyond the order: that coefficient is unknown, not 0
   */
  coefficient(k: number): Exact {
    const found = this.coefficients[k];
    if (!found) {
      throw new RangeError(
        `Cannot give a coefficient as 0 <= k <= ${this.order} must hold: current value is ${k}`,
      );
    }
    return found;
  }

  /** The sum with `other`. */
  add(other: PowerSeries): PowerSeries {
    const order = Math.min(this.order, other.order);
    return PowerSeries.of(order, (k) => this.coefficients[k].add(other.coefficients[k]));
  }

  /** The product with a number. */
  scale(factor: Exact): PowerSeries {
    return PowerSeries.of(this.order, (k) => this.coefficients[k].multiply(factor));
  }

  /** The product with `other`. */
  multiply(other: PowerSeries): PowerSeries {
    const order = Math.min(this.order, other.order);
    return PowerSeries.of(order, (n) => {
      let sum = Exact.zero;
      for (let k = 0; k <= n; k++) {
        const [a, b] = [this.coefficients[k], other.coefficients[n - k]];
        if (!a.isZero() && !b.isZero()) sum = sum.add(a.multiply(b));
      }
      return sum;
    });
  }

  /**
   * This series of `inner`: c₀ + c₁·inner + c₂·inner² + …, by Horner's rule.
   *
   * @throws RangeError if `inner` has a constant term: the sum would not end
   */
  compose(inner: PowerSeries): PowerSeries {
    requireNoConstant(inner, "compose with");
    const order = Math.min(this.order, inner.order);
    const constant = (c: Exact) => PowerSeries.of(order, (k) => k === 0 ? c : Exact.zero);
    let result = constant(this.coefficients[order]);
    for (let k = order - 1; k >= 0; k--) {
      result = result.multiply(inner).add(constant(this.coefficients[k]));
    }
    return result;
  }

  /**
   * The inverse function, g with this(g(x)) = x, by Lagrange: n·gₙ is the coefficient of wⁿ⁻¹ in
   * (w/this(w))ⁿ.
   *
   * @throws RangeError if there is a constant term, or the coefficient of x is not a single term
   */
  reverse(): PowerSeries {
    requireNoConstant(this, "reverse");
    const quotient = PowerSeries.of(this.order - 1, (k) => this.coefficients[k + 1]).reciprocal();
    const result = [Exact.zero];
    let power = quotient;
    for (let n = 1; n <= this.order; n++) {
      result.push(power.coefficients[n - 1].multiply(Exact.of(1, n)));
      power = power.multiply(quotient);
    }
    return new PowerSeries(result);
  }

  /**
   * One over the series.
   *
   * @throws RangeError if the constant term is 0 or not a single term
   */
  reciprocal(): PowerSeries {
    const first = this.coefficients[0].inverse();
    const result = [first];
    for (let n = 1; n <= this.order; n++) {
      let sum = Exact.zero;
      for (let k = 1; k <= n; k++) sum = sum.add(this.coefficients[k].multiply(result[n - k]));
      result.push(sum.multiply(first).negate());
    }
    return new PowerSeries(result);
  }

  /** The derivative, known to one power less. */
  differentiate(): PowerSeries {
    return PowerSeries.of(
      Math.max(0, this.order - 1),
      (k) => (this.coefficients[k + 1] ?? Exact.zero).multiply(Exact.of(k + 1)),
    );
  }

  /** The integral from 0, known to one power more. */
  integrate(): PowerSeries {
    return PowerSeries.of(
      this.order + 1,
      (k) => k === 0 ? Exact.zero : this.coefficients[k - 1].multiply(Exact.of(1, k)),
    );
  }

  /**
   * The series divided by its first coefficient that is not 0, so that it begins with a bare power.
   *
   * @throws RangeError if that coefficient is not a single term, or there is none
   */
  monic(): PowerSeries {
    const first = this.coefficients.find((c) => !c.isZero()) ?? Exact.zero;
    return this.scale(first.inverse());
  }

  /**
   * The value of the known part.
   *
   * @param x where
   * @returns the sum in double precision; how close it is to the function depends on x and the order
   */
  evaluate(x: number): number {
    return this.coefficients.reduceRight((sum, c) => sum * x + c.toNumber(), 0);
  }

  /**
   * The series in LaTeX, ending in the order of what is left out. An irrational first coefficient,
   * if it is a single term, is drawn out as a factor.
   *
   * @param variable its name in LaTeX, `x` if not given
   */
  toTex(variable = "x"): string {
    const first = this.coefficients.find((c) => !c.isZero());
    if (first?.terms.length === 1 && first.terms[0].rootTwo + Math.abs(first.terms[0].rootPi) > 0) {
      return `${first.toTex()}\\left(${this.monic().toTex(variable)}\\right)`;
    }
    const terms = this.coefficients.flatMap((c, k) =>
      c.isZero() ? [] : [texOfTerm(c, k, variable)]
    );
    const rest = `O\\left(${power(variable, this.order + 1)}\\right)`;
    return [...terms, rest].reduce((sum, t) => t.startsWith("-") ? sum + t : `${sum}+${t}`);
  }
}

function requireNoConstant(series: PowerSeries, action: string): void {
  if (series.order >= 1 && series.coefficient(0).isZero()) return;
  throw new RangeError(
    `Cannot ${action} a series as it must begin with x: ` +
      `current constant is ${series.coefficient(0).toTex()}, current order is ${series.order}`,
  );
}

function power(variable: string, k: number): string {
  return k === 1 ? variable : `${variable}^{${k}}`;
}

function texOfTerm(coefficient: Exact, k: number, variable: string): string {
  const tex = coefficient.toTex();
  if (k === 0) return tex;
  if (tex === "1") return power(variable, k);
  if (tex === "-1") return `-${power(variable, k)}`;
  if (coefficient.terms.length > 1 && !tex.startsWith("\\frac")) {
    return `\\left(${tex}\\right)${power(variable, k)}`;
  }
  return tex + power(variable, k);
}
