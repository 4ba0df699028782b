import { gelu } from "../../activations/gelu.ts";
import { integrate } from "../../calculus/integrate.ts";
import { exp } from "../../special/exp.ts";
import { normalCdf, normalPdf } from "../../special/normal.ts";
import { judge } from "../judge.ts";
import type { Statement } from "../statement.ts";
import { trial } from "../trial.ts";
import { sampled } from "./_sample.ts";

const where = "GELU, the definition";

/** P(X ≤ x) for X ~ N(0, 1) by integrating the density. */
function below(x: number): number {
  return integrate(normalPdf, [-Infinity, x]).value;
}

/** The integrand as the article has it, with σ inside the root. */
function asGiven(mean: number, deviation: number): (x: number) => number {
  const root = Math.sqrt(2 * Math.PI * deviation);
  return (x) => exp(-((x - mean) ** 2) / (2 * deviation ** 2)) / root;
}

function massAsGiven(deviation: number): number {
  return integrate(asGiven(0, deviation), [-Infinity, Infinity]).value;
}

/** The right density. */
function density(mean: number, deviation: number): (x: number) => number {
  const root = Math.sqrt(2 * Math.PI);
  return (x) => exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * root);
}

/** What the article says of the normal distribution inside GELU. */
export const gaussian: readonly Statement[] = [
  {
    id: "input-normal",
    where: "GELU, the idea",
    says: "Every input x follows the standard normal distribution.",
    given: "N(0, 1)",
    verdict: "unclear",
    why: "GELU needs a standard normal X to compare the input with, not a standard normal input. " +
      "Were inputs standard normal, the outputs, which are the next layer's inputs, would not be.",
    condition: null,
    corrected: "\\mathrm{gelu}(x) = x\\,P(X \\le x),\\quad X \\sim N(0, 1)\\text{ whatever } x",
    check() {
      const mean = integrate((x) => gelu(x) * normalPdf(x), [-Infinity, Infinity]).value;
      return judge({
        readings: [
          {
            says: "a random X that is N(0, 1) is compared with the input",
            trials: [-2, 0.5, 1].map((x) =>
              trial(`x·P(X ≤ x) at ${x} against gelu`, x * below(x), "=", gelu(x), 1e-14)
            ),
          },
          {
            says: "the inputs of every layer are N(0, 1)",
            trials: [trial("mean of gelu(x) for x ~ N(0, 1)", mean, "=", 0, 1e-9)],
          },
        ],
        figures: { "mean of gelu(x) for x ~ N(0, 1)": mean },
      });
    },
  },
  {
    id: "bernoulli-cdf",
    where: "GELU, the idea",
    says: "P(X ≤ x) is a Bernoulli distribution.",
    given: "\\phi(x) = P(X \\le x)",
    verdict: "fails",
    why: "It is a probability, the one with which a Bernoulli variable is 1. A Bernoulli " +
      "distribution has a staircase for P(X ≤ x), flat from 0 to 1.",
    condition: null,
    corrected: "m \\sim \\mathrm{Bernoulli}(\\Phi(x)),\\quad \\Phi(x) = P(X \\le x)",
    check() {
      // Whatever p is chosen to agree at ½, the staircase has the same height at ¼, and 0 at −1.
      const staircase = (x: number) => x < 0 ? 0 : x < 1 ? below(0.5) : 1;
      return judge({
        asStated: [-1, 0.25, 0.5].map((x) =>
          trial(`P(X ≤ ${x}) of X ~ N(0, 1)`, below(x), "=", staircase(x), 1e-9)
        ),
        curves: [sampled("N(0, 1)", normalCdf, -2, 2), sampled("Bernoulli", staircase, -2, 2)],
      });
    },
  },
  {
    id: "phi-symbol",
    where,
    says: "x times P(X ≤ x) is x times a small phi.",
    given: "x\\,P(X \\le x) = x\\,\\phi(x)",
    verdict: "fails",
    why: "The small letter stands for the density by custom. The probability is the capital Φ.",
    condition: null,
    corrected: "x\\,P(X \\le x) = x\\,\\Phi(x)",
    check() {
      return judge({
        asStated: [trial("φ(1) against P(X ≤ 1)", normalPdf(1), "=", below(1), 1e-9)],
        figures: { "φ(1)": normalPdf(1), "Φ(1)": normalCdf(1), "P(X ≤ 1)": below(1) },
        curves: [
          sampled("xφ(x)", (x) => x * normalPdf(x)),
          sampled("xΦ(x)", (x) => x * normalCdf(x)),
        ],
      });
    },
  },
  {
    id: "phi-gaussian",
    where,
    says: "The small phi of x is the Gaussian distribution of x.",
    given: "\\phi(x)",
    verdict: "unclear",
    why:
      "A distribution has a density and a cumulative distribution function. Only the second makes " +
      "the line above true.",
    condition: null,
    corrected: "\\Phi(x) = \\int_{-\\infty}^{x} \\varphi(t)\\,dt",
    check() {
      const readings = [
        { says: "it is the density", f: normalPdf },
        { says: "it is the cumulative distribution function", f: normalCdf },
      ];
      return judge({
        readings: readings.map(({ says, f }) => ({
          says,
          trials: [-1, 0, 1].map((x) => trial(`against P(X ≤ ${x})`, f(x), "=", below(x), 1e-14)),
        })),
        curves: [sampled("density", normalPdf), sampled("cumulative", normalCdf)],
      });
    },
  },
  {
    id: "density-root",
    where: "GELU, the integral",
    says: "The density of N(μ, σ²) has the square root of 2πσ below the line.",
    given: "x\\,P(X \\le x) = x \\int_{-\\infty}^{x} " +
      "\\frac{e^{-\\frac{(X - \\mu)^2}{2\\sigma^2}}}{\\sqrt{2\\pi\\sigma}}\\,dX",
    verdict: "fails",
    why:
      "A misprint that σ = 1 hides: σ belongs outside the root. As written the total probability " +
      "is √σ, which is 1 for no other σ.",
    condition: null,
    corrected: "x\\,P(X \\le x) = x \\int_{-\\infty}^{x} " +
      "\\frac{e^{-\\frac{(t - \\mu)^2}{2\\sigma^2}}}{\\sigma\\sqrt{2\\pi}}\\,dt " +
      "= x\\,\\Phi\\Bigl(\\frac{x - \\mu}{\\sigma}\\Bigr)",
    check() {
      const mass = (deviation: number) =>
        trial(`total probability for σ = ${deviation}`, massAsGiven(deviation), "=", 1, 1e-12);
      const [x, mean, deviation] = [1, 0.5, 2];
      const right = integrate(density(mean, deviation), [-Infinity, x]).value;
      return judge({
        asStated: [0.5, 1, 2, 4].map(mass),
        figures: {
          "total probability for σ = 2": massAsGiven(2),
          "P(X ≤ 1) for μ = ½, σ = 2": right,
          "Φ((1 − μ)/σ)": normalCdf((x - mean) / deviation),
        },
        curves: [sampled("as given, σ = 2", asGiven(0, 2)), sampled("right, σ = 2", density(0, 2))],
      });
    },
  },
  {
    id: "reused-symbol",
    where: "GELU, the integral",
    says: "X is both the random variable and the variable of integration.",
    given: "\\int_{-\\infty}^{x} e^{-\\frac{(X - \\mu)^2}{2\\sigma^2}}\\,dX",
    verdict: "unclear",
    why:
      "As a variable of integration X may bear any name, and the integral is right. As the random " +
      "variable it would be a constant under the integral, which then has no finite value.",
    condition: null,
    corrected: "\\int_{-\\infty}^{x} \\varphi(t)\\,dt",
    check() {
      const drawn = 0;
      const constant = (reach: number) => integrate(() => normalPdf(drawn), [-reach, 1]).value;
      return judge({
        readings: [
          {
            says: "X is bound by the integral",
            trials: [trial("integral to 1 against Φ(1)", below(1), "=", normalCdf(1), 1e-14)],
          },
          {
            says: "X is the random variable, say with the value 0",
            trials: [
              trial("integral from −20 against from −10", constant(20), "=", constant(10), 1e-9),
            ],
          },
        ],
      });
    },
  },
];
