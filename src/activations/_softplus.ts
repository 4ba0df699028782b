import { productError } from "../special/_error_free.ts";
import { expParts } from "../special/_exp_parts.ts";
import { out } from "../special/_out.ts";
import { log1pParts } from "../special/_log_parts.ts";
import { quotientParts } from "../special/_quotient.ts";
import { powerOfTwo, scale } from "../special/_scale.ts";
import { sigmoidParts, sigmoidSlope } from "../special/_sigmoid_parts.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expScaled, scaleBy } from "../special/exp.ts";
import { reflected } from "./_reflected.ts";
import type { Formulas } from "./activation.ts";

/** ln(1 + e^(βx))/β with its derivatives, for |β| from 1e-100 to 1e100. */
export function softplusFormulas(beta: number): Formulas {
  if (beta < 0) return reflected(softplusFormulas(-beta));
  return {
    f: (x) => softplusAt(x, beta),
    derivative: (x) => softplusSlopeAt(x, beta),
    secondDerivative: (x) => softplusBendAt(x, beta),
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  };
}

/** ln(1 + e^u)/β with u = βx, as max(0, x) + ln(1 + e^(−|u|))/β, where nothing cancels. */
export function softplusAt(x: number, beta: number): number {
  const u = beta * x;
  if (!(Math.abs(u) < 1900)) return x < 0 ? 0 : x;
  const low = beta === 1 ? 0 : productError(beta, x, u);
  const power = u > 0 ? expParts(-u, -low) : expParts(u, low);
  if (power > -100) {
    const unit = powerOfTwo(power);
    log1pParts(out[0] * unit, out[1] * unit);
  }
  if (beta !== 1) quotientParts(out[0], out[1], beta, 0);
  // So far on the left ln(1 + eᵘ) is eᵘ, and on the right it no longer counts.
  if (power <= -100) return x > 0 ? x : scale(out[0], power);
  if (x <= 0) return out[0];
  const sum = x + out[0];
  return x > out[0] ? sum + ((out[0] - (sum - x)) + out[1]) : sum + ((x - (sum - out[0])) + out[1]);
}

/** σ(βx). */
export function softplusSlopeAt(x: number, beta: number): number {
  const u = beta * x;
  if (!(Math.abs(u) < 1900)) return u > 0 ? 1 : u < 0 ? 0 : NaN;
  const power = sigmoidParts(u, beta === 1 ? 0 : productError(beta, x, u));
  return scale(out[0], power);
}

/** βσ(βx)σ(−βx). */
export function softplusBendAt(x: number, beta: number): number {
  const u = Math.abs(beta * x);
  if (!(u < 1900)) return u > 0 ? 0 : NaN;
  if (beta === 1) return sigmoidSlope(u, 0);
  const { significand, power } = expScaled(DoubleDouble.product(-beta, Math.abs(x)));
  const sum = significand.scaled(powerOfTwo(power)).plus(1);
  return scaleBy(significand.dividedBy(sum.squared()).times(beta), power);
}
