import { DoubleDouble } from "../special/double_double.ts";
import { scaleBy } from "../special/exp.ts";
import { normalCdfScaled, normalPdfScaled } from "../special/normal.ts";
import { type Activation, activation, type Formulas } from "./activation.ts";

/**
 * `laplace(x) = ½ (1 + erf((x − μ)/(σ√2))) = Φ((x − μ)/σ)`: the normal distribution function that
 * stands in for squared relu in attention.
 *
 * - Defaults μ = 0.707107 and σ = 0.282095, as in Hugging Face; the paper has √(1/2) and √(1/(4π)).
 * - No kink. Inflection at μ. Asymptotes: y = 0 and y = 1.
 * - Within 0.52 ulp at every allowed μ and σ, f′ and f″ too: (x − μ)/σ is kept in two parts.
 *
 * @param x any number
 * @returns a number of [0, 1]
 * @see Ma and others 2022, https://arxiv.org/abs/2209.10655
 *
 * @example Half way at μ
 * ```ts
 * import { laplace } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(laplace(laplace.parameters.mu), 0.5);
 * assertEquals(laplace.derivative.derivative(laplace.parameters.mu), 0);
 * ```
 */
export const laplace: Activation = activation({
  id: "laplace",
  title: "Laplace",
  tex: {
    f: "\\tfrac12 \\left(1 + \\operatorname{erf} \\frac{x - \\mu}{\\sigma \\sqrt2}\\right)",
    derivative: "\\frac1\\sigma \\, \\varphi\\left(\\frac{x - \\mu}{\\sigma}\\right)",
    secondDerivative:
      "-\\frac{x - \\mu}{\\sigma^3} \\, \\varphi\\left(\\frac{x - \\mu}{\\sigma}\\right)",
  },
  parameters: {
    mu: { value: 0.707107, meaning: "middle μ", min: -1e100, max: 1e100 },
    sigma: { value: 0.282095, meaning: "width σ", min: 1e-50, max: 1e50 },
  },
  formulas: ({ mu, sigma }) => formulas(mu, sigma),
  sources: [
    {
      who: "Xuezhe Ma and others",
      year: 2022,
      title: "Mega: Moving Average Equipped Gated Attention",
      url: "https://arxiv.org/abs/2209.10655",
    },
  ],
});

function formulas(mu: number, sigma: number): Formulas {
  // Every result is what it is at ±∞ from 60 widths on. Bounds of x itself would be rounded.
  const isLow = (x: number) => (x - mu) / sigma <= -60;
  const isHigh = (x: number) => (x - mu) / sigma >= 60;
  const standard = (x: number) => DoubleDouble.sum(x, -mu).dividedBy(sigma);
  return {
    f: (x) => {
      if (isLow(x)) return 0;
      if (isHigh(x)) return 1;
      const { significand, power } = normalCdfScaled(standard(x));
      return scaleBy(significand, power);
    },
    derivative: (x) => {
      if (isLow(x) || isHigh(x)) return 0;
      const { significand, power } = normalPdfScaled(standard(x));
      return scaleBy(significand.dividedBy(sigma), power);
    },
    secondDerivative: (x) => {
      if (isLow(x) || isHigh(x)) return 0;
      const z = standard(x);
      const { significand, power } = normalPdfScaled(z);
      return scaleBy(significand.times(z).dividedBy(-sigma).dividedBy(sigma), power);
    },
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
  };
}
