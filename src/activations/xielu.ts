import { cancels } from "../special/_cancellation.ts";
import { Wide } from "../special/_wide.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expm1Double, expScaled, scaleBy } from "../special/exp.ts";
import { powerOfTwo } from "../special/_scale.ts";
import { type Activation, activation, type Formulas } from "./activation.ts";

/**
 * `xielu(x) = αₚ x² + β x` for x > 0, `αₙ (eˣ − 1 − x) + β x` else: the integral of a line and an
 * exponential, with weights that a network learns.
 *
 * - αₚ = `positive` and αₙ = `negative` start at 0.8, β = 0.5, as in Hugging Face, which keeps them
 *   through softplus so that αₚ > 0 and αₙ > β.
 * - No kink: f′(0) = β. f″ jumps from αₙ to 2 αₚ at 0, and f″(0) = αₙ, the left side.
 * - Asymptote y = (β − αₙ) x − αₙ on the left, none on the right.
 * - Within 0.51 ulp at every allowed parameter, f′ and f″ too, next to the zeros of f and f′ as
 *   elsewhere; f′ vanishes at ln(1 − β/αₙ).
 *
 * @param x any number
 * @returns a number
 * @see Huang and Schlag 2024, https://arxiv.org/abs/2411.13010
 *
 * @example Both sides
 * ```ts
 * import { xielu } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertAlmostEquals(xielu(2), 4.2, 1e-15);
 * assertAlmostEquals(xielu(-10), 2.2000363199438104, 1e-15);
 * assertEquals(xielu.derivative(0), 0.5);
 * ```
 */
export const xielu: Activation = activation({
  id: "xielu",
  title: "xIELU",
  tex: {
    f: "\\beta x + \\begin{cases} \\alpha_n (e^x - 1 - x) & x \\le 0 \\\\ " +
      "\\alpha_p x^2 & x > 0 \\end{cases}",
    derivative: "\\beta + \\begin{cases} \\alpha_n (e^x - 1) & x \\le 0 \\\\ " +
      "2 \\alpha_p x & x > 0 \\end{cases}",
    secondDerivative:
      "\\begin{cases} \\alpha_n e^x & x \\le 0 \\\\ 2 \\alpha_p & x > 0 \\end{cases}",
  },
  parameters: {
    positive: { value: 0.8, meaning: "weight αₚ of the right side", min: 1e-6, max: 1e6 },
    negative: { value: 0.8, meaning: "weight αₙ of the left side", min: 1e-6, max: 1e6 },
    beta: { value: 0.5, meaning: "slope β at 0", min: 1e-6, max: 1e6 },
  },
  formulas: ({ positive, negative, beta }) => formulas(positive, negative, beta),
  sources: [
    {
      who: "Allen Hao Huang, Imanol Schlag",
      year: 2024,
      title: "Deriving Activation Functions Using Integration",
      url: "https://arxiv.org/abs/2411.13010",
    },
  ],
});

function formulas(positive: number, negative: number, beta: number): Formulas {
  const slope = DoubleDouble.sum(beta, -negative);
  const farLeft = (x: number) => {
    if (slope.hi === 0) return -negative;
    return x === -Infinity ? slope.hi * x : slope.times(x * 2 ** -200).toNumber() * 2 ** 200;
  };
  const leftNearZero = (x: number) => {
    const rest = Wide.of(x).exp().minus(1).minus(x).times(negative);
    return Wide.of(x).times(beta).plus(rest).toDouble().toNumber();
  };
  const slopeNearZero = (x: number) =>
    Wide.of(x).exp().minus(1).times(negative).plus(beta).toDouble().toNumber();
  /** Where αₙ is so near to β that their difference, which is exact, is as small as αₙ eˣ. */
  const slopeOnFlatLeft = (x: number) => {
    const { significand, power } = expScaled(Math.max(x, -1900));
    const weighted = significand.times(negative);
    if (slope.hi === 0) return scaleBy(weighted, power);
    const term = weighted.scaled(powerOfTwo(power));
    const sum = term.plus(slope);
    return cancels(sum.hi, slope.hi) ? slopeNearZero(x) : sum.toNumber();
  };
  return {
    f: (x) => {
      if (Math.abs(x) < 2 ** -100) return beta * x;
      if (x > 2 ** 100) return scaledSquare(positive, x);
      if (x > 0) return DoubleDouble.product(positive, x).plus(beta).times(x).toNumber();
      if (x < -(2 ** 900)) return farLeft(x);
      const bend = expm1Double(Math.max(x, -1900)).times(negative);
      const sum = bend.plus(slope.times(x));
      return x > -150 && cancels(sum.hi, bend.hi) ? leftNearZero(x) : sum.toNumber();
    },
    derivative: (x) => {
      if (x > 2 ** 100) return 2 * positive * x;
      if (x > 0) return DoubleDouble.product(2 * positive, x).plus(beta).toNumber();
      if (x < -1 && cancels(slope.hi, negative)) return slopeOnFlatLeft(x);
      const sum = expm1Double(Math.max(x, -1900)).times(negative).plus(beta);
      return cancels(sum.hi, beta) ? slopeNearZero(x) : sum.toNumber();
    },
    secondDerivative: (x) => {
      if (x > 0) return 2 * positive;
      const { significand, power } = expScaled(Math.max(x, -1900));
      return scaleBy(significand.times(negative), power);
    },
    kinks: [],
    asymptotes: {
      left: { slope: slope.hi, intercept: -negative },
      right: null,
    },
  };
}

/** factor · x² for large x, where the parts would overflow. */
function scaledSquare(factor: number, x: number): number {
  if (x > 2 ** 530) return Infinity;
  const small = x * 2 ** -500;
  return scaleBy(DoubleDouble.product(small, small).times(factor), 1000);
}
