import { productError } from "../special/_error_free.ts";
import { timesOut } from "../special/_quotient.ts";
import { cancels, exponentialSum } from "../special/_cancellation.ts";
import { powerOfTwo, scale } from "../special/_scale.ts";
import { gateSlope, sigmoidParts } from "../special/_sigmoid_parts.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expScaled, scaleBy } from "../special/exp.ts";
import { reflected } from "./_reflected.ts";
import type { Formulas } from "./activation.ts";

/**
 * xσ(βx) with its derivatives, for β = 0 or |β| from 1e-100 to 1e100.
 *
 * It is x/2 for β = 0, and turned about the origin for −β. With u = βx, exact in two parts, and e = e^(−|u|), where σ(u)(1 − σ(u)) = e/(1 + e)².
 */
export function swishFormulas(beta: number): Formulas {
  if (beta === 0) return half();
  if (beta < 0) return reflected(swishFormulas(-beta));
  const f = (x: number): number => {
    const u = beta * x;
    if (!(Math.abs(u) < 1900)) return x < 0 ? -0 : x;
    const power = sigmoidParts(u, beta === 1 ? 0 : productError(beta, x, u));
    return scale(timesOut(x), power);
  };
  const derivative = (x: number): number => {
    const u = beta * x;
    if (!(Math.abs(u) < 1900)) return u > 0 ? 1 : u < 0 ? 0 : NaN;
    const low = beta === 1 ? 0 : productError(beta, x, u);
    return gateSlope(u, low, u, low);
  };
  const secondDerivative = (x: number): number => {
    const u = Math.abs(beta * x);
    if (!(u < 1900)) return u > 0 ? 0 : NaN;
    // β e (2(1 + e) − |u|(1 − e))/(1 + e)³
    const argument = DoubleDouble.product(beta, Math.abs(x));
    const { significand, power } = expScaled(argument.negated());
    const e = significand.scaled(powerOfTwo(power));
    const sum = e.plus(1);
    let top = sum.times(2).minus(argument.times(new DoubleDouble(1).minus(e)));
    if (cancels(top.hi, 2)) {
      top = exponentialSum(argument.negated(), [argument.negated().plus(2), argument.plus(2)]);
    }
    const value = significand.times(top).dividedBy(sum.squared().times(sum)).times(beta);
    return scaleBy(value, power);
  };
  return {
    f,
    derivative,
    secondDerivative,
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  };
}

/** x/2. */
function half(): Formulas {
  const line = { slope: 0.5, intercept: 0 };
  return {
    f: (x) => x / 2,
    derivative: (x) => Number.isNaN(x) ? NaN : 0.5,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: [],
    asymptotes: { left: line, right: line },
  };
}

/** LaTeX of xσ(βx) and its derivatives, for β of that name: empty for 1. */
export function swishTex(beta: string) {
  const u = `${beta} x`.trim();
  const twice = beta ? `2 ${beta}` : "2";
  return {
    f: `x\\,\\sigma(${u})`,
    derivative: `\\sigma(${u})\\,\\bigl(1 + ${u}\\,\\sigma(-${u})\\bigr)`,
    secondDerivative:
      `\\sigma(${u})\\,\\sigma(-${u})\\,\\bigl(${twice} + ${beta ? `${beta}^2 x` : "x"}\\,` +
      `(\\sigma(-${u}) - \\sigma(${u}))\\bigr)`,
  };
}
