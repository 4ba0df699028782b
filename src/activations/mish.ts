import { cancels, exponentialSum } from "../special/_cancellation.ts";
import { productError, sumError } from "../special/_error_free.ts";
import { expParts } from "../special/_exp_parts.ts";
import { out } from "../special/_out.ts";
import { quotientParts, timesOut } from "../special/_quotient.ts";
import { powerOfTwo, scale } from "../special/_scale.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expScaled, scaleBy } from "../special/exp.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `mish(x) = x tanh(ln(1 + eˣ))`.
 *
 * - It is x n/(n + 2) with n = eˣ(eˣ + 2), and so it is computed.
 * - Smooth. Minimum −0.30884341301725 at −1.192431214515495; inflections at −2.2563763963608 and
 *   1.4905711794854.
 * - mish(−0) = −0; mish(∞) = ∞ and mish(−∞) = −0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, reached below −751.76 (−0), y = x on the right, reached above
 *   18.80.
 * - Accuracy: f, f′ and f″ are within 0.51 units in the last place, next to their
 *   zeros too; subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `x tanh(ln(1 + eˣ))`
 * @see Misra 2019, https://arxiv.org/abs/1908.08681
 *
 * @example Values
 * ```ts
 * import { mish } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mish(1), 0.8650983882673103);
 * assertEquals(mish(-40), -1.6993417021166355e-16);
 * assertEquals(mish.derivative(0), 0.6);
 * ```
 */
export const mish: Activation = activation({
  id: "mish",
  title: "Mish",
  tex: {
    f: "x\\,\\tanh\\bigl(\\ln(1 + e^x)\\bigr)",
    derivative: "\\frac{e^x\\,\\bigl(4(x + 1) + (4x + 6)\\,e^x + 4 e^{2x} + e^{3x}\\bigr)}" +
      "{(e^{2x} + 2 e^x + 2)^2}",
    secondDerivative: "\\frac{4 e^x\\,\\bigl(4 + 8 e^x + 6 e^{2x} + 2 e^{3x} + " +
      "x\\,(2 + 2 e^x - 3 e^{2x} - 2 e^{3x})\\bigr)}{(e^{2x} + 2 e^x + 2)^3}",
  },
  parameters: {},
  formulas: () => ({
    f,
    derivative,
    secondDerivative,
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  sources: [
    {
      who: "Diganta Misra",
      year: 2019,
      title: "Mish: A Self Regularized Non-Monotonic Activation Function",
      url: "https://arxiv.org/abs/1908.08681",
    },
  ],
});

function f(x: number): number {
  if (!(Math.abs(x) < 800)) return x < 0 ? -0 : x;
  if (x > 0) {
    rightGate(x);
    return timesOut(x);
  }
  const power = leftGate(x);
  return scale(timesOut(x), power);
}

/** e(e + 2)/(e(e + 2) + 2) with e = eˣ; returns the power of two. */
function leftGate(x: number): number {
  const power = expParts(x, 0);
  const unit = powerOfTwo(power);
  const significand = out[0];
  const significandLow = out[1];
  const e = significand * unit;
  const sum = 2 + e;
  const sumLow = (e - (sum - 2)) + significandLow * unit;
  const top = significand * sum;
  const topLow = productError(significand, sum, top) +
    (significand * sumLow + significandLow * sum);
  const bottom = 2 + top * unit;
  const bottomLow = sumError(2, top * unit, bottom) + topLow * unit;
  quotientParts(top, topLow, bottom, bottomLow);
  return power;
}

/** (1 + 2e)/(1 + 2e + 2e²) with e = e⁻ˣ. */
function rightGate(x: number): void {
  const power = expParts(-x, 0);
  const unit = powerOfTwo(power);
  const e = out[0] * unit;
  const eLow = out[1] * unit;
  const square = 2 * e * e;
  const squareLow = productError(2 * e, e, square) + 4 * e * eLow;
  const top = 1 + 2 * e;
  const part = top - 1;
  const topLow = (1 - (top - part)) + (2 * e - part) + 2 * eLow;
  const bottom = top + square;
  const bottomLow = square - (bottom - top) + (topLow + squareLow);
  quotientParts(top, topLow, bottom, bottomLow);
}

function derivative(x: number): number {
  if (!(Math.abs(x) < 800)) return x > 0 ? 1 : x < 0 ? 0 : NaN;
  const { significand, power } = expScaled(-Math.abs(x));
  const e = significand.scaled(powerOfTwo(power));
  const slope = DoubleDouble.sum(4 * x, 4);
  const middle = DoubleDouble.sum(4 * x, 6);
  if (x > 0) {
    const bottom = e.plus(1).times(e).scaled(2).plus(1);
    const top = slope.times(e).plus(middle).times(e).plus(4).times(e).plus(1);
    return top.dividedBy(bottom.squared()).toNumber();
  }
  const bottom = e.plus(2).times(e).plus(2);
  let top = e.plus(4).times(e).plus(middle).times(e).plus(slope);
  if (cancels(top.hi, 1)) top = exponentialSum(x, [slope, middle, 4, 1]);
  return scaleBy(significand.times(top).dividedBy(bottom.squared()), power);
}

/**
 * With e = eˣ and t = e(e + 2)/(e(e + 2) + 2), where mish(x) = x t, f″ = 2t′ + x t″ is
 *
 *   4e·(2e³ + 6e² + 8e + 4 + x(−2e³ − 3e² + 2e + 2))/(e² + 2e + 2)³
 *
 * and with e = e⁻ˣ, so that nothing overflows where x > 0,
 *
 *   4e²·(4e³ + 8e² + 6e + 2 + x(2e³ + 2e² − 3e − 2))/(2e² + 2e + 1)³.
 *
 * All of it is in two parts: an operation errs by about 2⁻¹⁰⁴, e by 2⁻⁷⁵. As e stands in the tenth
 * power at most, counted above and below the fraction bar, the result errs by 10·2⁻⁷⁵, below 2⁻⁷¹,
 * before it is rounded; where the two terms of the bracket cancel, next to an inflection, by that
 * part of the larger one.
 */
function secondDerivative(x: number): number {
  if (!(Math.abs(x) < 800)) return x !== x ? NaN : 0;
  const { significand, power } = expScaled(-Math.abs(x));
  const e = significand.scaled(powerOfTwo(power));
  if (x > 0) {
    const bottom = e.plus(1).times(e).scaled(2).plus(1);
    const steady = e.scaled(4).plus(8).times(e).plus(6).times(e).plus(2);
    const factor = e.plus(1).times(e).scaled(2).minus(3).times(e).minus(2);
    let top = steady.plus(factor.times(x)).times(4);
    if (cancels(top.hi, 8)) top = exponentialSum(-x, numerators(x)).times(4);
    const value = significand.squared().times(top).dividedBy(bottom.squared().times(bottom));
    return scaleBy(value, 2 * power);
  }
  const bottom = e.plus(2).times(e).plus(2);
  const steady = e.scaled(2).plus(6).times(e).plus(8).times(e).plus(4);
  const factor = e.scaled(-2).minus(3).times(e).plus(2).times(e).plus(2);
  let top = steady.plus(factor.times(x)).times(4);
  if (cancels(top.hi, 8)) top = exponentialSum(x, numerators(x).reverse()).times(4);
  return scaleBy(significand.times(top).dividedBy(bottom.squared().times(bottom)), power);
}

/** A quarter of the numerator of f″, by powers of e⁻ˣ. */
function numerators(x: number): DoubleDouble[] {
  const two = 2 * x;
  return [
    DoubleDouble.sum(2, -two),
    new DoubleDouble(6).minus(DoubleDouble.product(3, x)),
    DoubleDouble.sum(8, two),
    DoubleDouble.sum(4, two),
  ];
}
