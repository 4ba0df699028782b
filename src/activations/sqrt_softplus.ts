import { cancels } from "../special/_cancellation.ts";
import { Wide } from "../special/_wide.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expDouble, expScaled, scaleBy } from "../special/exp.ts";
import { log1pDouble } from "../special/log.ts";
import { inversePower } from "./_power.ts";
import { type Activation, activation } from "./activation.ts";

/** From it on the left eˣ, on the right e⁻ˣ, is too small to count beside 1. */
const FAR = 45;

/**
 * `sqrtSoftplus(x) = √ln(1 + eˣ)`.
 *
 * - No kink. Inflection at 0.9214225086553604. Asymptote y = 0 on the left, none on the right, where it
 *   is √x.
 * - Within 0.51 ulp, f′ and f″ too, next to the zero of f″ as elsewhere.
 *
 * @param x any number
 * @returns a number above 0
 * @see Hugging Face transformers, `ACT2FN`
 *
 * @example The square root of softplus
 * ```ts
 * import { softplus, sqrtSoftplus } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertAlmostEquals(sqrtSoftplus(1) ** 2, softplus(1), 1e-15);
 * assertEquals(sqrtSoftplus(144), 12);
 * ```
 */
export const sqrtSoftplus: Activation = activation({
  id: "sqrtSoftplus",
  title: "Sqrt softplus",
  tex: {
    f: "\\sqrt{\\ln(1 + e^x)}",
    derivative: "\\frac{\\sigma(x)}{2 \\sqrt{\\ln(1 + e^x)}}",
    secondDerivative: "\\frac{1}{2 \\sqrt{s}} \\left(\\sigma(x)(1 - \\sigma(x)) - " +
      "\\frac{\\sigma(x)^2}{2 s}\\right), \\; s = \\ln(1 + e^x)",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => {
      if (x >= FAR) return Math.sqrt(x);
      return x <= -FAR ? halfExponential(x, 0) : softplus(x, small(x)).squareRoot().toNumber();
    },
    derivative: (x) => {
      if (x >= FAR) return x === Infinity ? 0 : inverseRoot(0.5, x, 1);
      if (x <= -FAR) return halfExponential(x, -1);
      const e = small(x);
      return sigmoid(x, e).dividedBy(softplus(x, e).squareRoot().scaled(2)).toNumber();
    },
    secondDerivative: (x) => {
      if (x >= FAR) return x === Infinity ? 0 : inverseRoot(-0.25, x, 3);
      if (x <= -FAR) return halfExponential(x, -2);
      const e = small(x);
      const s = softplus(x, e);
      const up = sigmoid(x, e);
      const square = up.times(up).dividedBy(s.scaled(2));
      let bend = up.times(sigmoid(-x, e)).minus(square);
      if (cancels(bend.hi, square.hi)) bend = square.times(bendNearZero(x));
      return bend.dividedBy(s.squareRoot().scaled(2)).toNumber();
    },
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: null },
  }),
  sources: [
    {
      who: "Thomas Wolf and others",
      year: 2020,
      title: "Transformers: State-of-the-Art Natural Language Processing",
      url: "https://arxiv.org/abs/1910.03771",
    },
  ],
});

/** e^(x/2) 2ᵏ. */
function halfExponential(x: number, k: number): number {
  const { significand, power } = expScaled(Math.max(x / 2, -1900));
  return scaleBy(significand, power + k);
}

/** 2 ln(1 + eˣ)/eˣ − 1, which vanishes where f″ does. */
function bendNearZero(x: number): DoubleDouble {
  const e = Wide.of(-x).exp();
  return e.plus(1).log().plus(x).times(2).times(e).minus(1).toDouble();
}

/** e^(−|x|), which the two below share. */
function small(x: number): DoubleDouble {
  return expDouble(-Math.abs(x));
}

/** ln(1 + eˣ), |x| < 45. */
function softplus(x: number, e: DoubleDouble): DoubleDouble {
  return x > 0 ? log1pDouble(e).plus(x) : log1pDouble(e);
}

/** 1/(1 + e⁻ˣ), |x| < 45. */
function sigmoid(x: number, e: DoubleDouble): DoubleDouble {
  return (x > 0 ? new DoubleDouble(1) : e).dividedBy(e.plus(1));
}

/** factor / √xⁿ for large x. */
function inverseRoot(factor: number, x: number, n: number): number {
  // The square of a root next to the largest double would overflow.
  const unit = x > 2 ** 900 ? 2 ** -100 : 1;
  const root = new DoubleDouble(x * unit * unit).squareRoot();
  return inversePower(factor, root, n) * unit ** n;
}
