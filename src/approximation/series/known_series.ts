/**
 * The power series around which GELU's tanh form turns.
 *
 * @module
 */

import { Exact } from "./exact.ts";
import { PowerSeries } from "./power_series.ts";

/**
 * erf(x) = 2/√π · (x − x³/3 + x⁵/10 − x⁷/42 + …), the integral of its density 2/√π · e^(−x²).
 *
 * @param order the highest power wanted, at least 1
 * @returns the series to that power
 * @throws RangeError if the order is not an integer of at least 1
 *
 * @example
 * ```ts
 * import { erfSeries } from "@actbook/actbook/approximation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(erfSeries(25).evaluate(0.5), 0.5204998778130465, 1e-15);
 * ```
 */
export function erfSeries(order: number): PowerSeries {
  let factorial = 1n;
  const density = PowerSeries.of(order - 1, (k) => {
    if (k % 2 === 1) return Exact.zero;
    const half = k / 2;
    if (half > 0) factorial *= BigInt(-half);
    return Exact.of(2n, factorial).multiply(Exact.rootPi.inverse());
  });
  return density.integrate();
}

/**
 * atanh(x) = x + x³/3 + x⁵/5 + …, the integral of 1/(1 − x²).
 *
 * @param order the highest power wanted, at least 1
 * @returns the series to that power
 * @throws RangeError if the order is not an integer of at least 1
 *
 * @example
 * ```ts
 * import { atanhSeries } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(atanhSeries(5).toTex(), "x+\\frac{1}{3}x^{3}+\\frac{1}{5}x^{5}+O\\left(x^{6}\\right)");
 * ```
 */
export function atanhSeries(order: number): PowerSeries {
  return PowerSeries.of(order - 1, (k) => k % 2 === 0 ? Exact.one : Exact.zero).integrate();
}

/**
 * tanh(x) = x − x³/3 + 2x⁵/15 − …, the inverse function of atanh.
 *
 * @param order the highest power wanted, at least 1
 * @returns the series to that power
 * @throws RangeError if the order is not an integer of at least 1
 *
 * @example
 * ```ts
 * import { tanhSeries } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tanhSeries(5).coefficient(5).toTex(), "\\frac{2}{15}");
 * ```
 */
export function tanhSeries(order: number): PowerSeries {
  return atanhSeries(order).reverse();
}

/**
 * atanh(erf(x/√2)) = √(2/π) · (x + (4−π)/(6π)·x³ + …): the argument for which ½(1 + tanh u) is the
 * normal distribution function exactly. GELU's tanh form keeps two terms of it, with 0.044715 in the
 * place of (4−π)/(6π) = 0.0455….
 *
 * @param order the highest power wanted, at least 1
 * @returns the series to that power; divide by √(2/π) with `monic()`
 * @throws RangeError if the order is not an integer of at least 1
 *
 * @example
 * ```ts
 * import { tanhArgumentSeries } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * const series = tanhArgumentSeries(5).monic();
 * assertEquals(series.coefficient(3).toTex(), "\\frac{4-\\pi}{6\\pi}");
 * assertEquals(series.coefficient(5).toTex(), "\\frac{96-40\\pi+3\\pi^{2}}{120\\pi^{2}}");
 * ```
 */
export function tanhArgumentSeries(order: number): PowerSeries {
  const scaled = PowerSeries.of(order, (k) => k === 1 ? Exact.rootTwo.inverse() : Exact.zero);
  return atanhSeries(order).compose(erfSeries(order).compose(scaled));
}
