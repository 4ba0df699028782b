import { DoubleDouble } from "../special/double_double.ts";
import { inversePower } from "./_power.ts";
import { type Activation, activation, type Formulas } from "./activation.ts";

/**
 * `squareplus(x) = (x + √(x² + b)) / 2`: softplus without exponentials.
 *
 * - Default b = 4, as in JAX and Keras, which makes f(0) = 1.
 * - No kink. Asymptotes: y = 0 on the left, y = x on the right.
 * - Within 0.51 ulp, f′ and f″ too: left of 0 the difference is taken as b/(√(x² + b) − x)/2.
 *
 * @param x any number
 * @returns a number above 0
 * @see Barron 2021, https://arxiv.org/abs/2112.11687
 *
 * @example Far left, where the difference would be 0
 * ```ts
 * import { squareplus } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(squareplus(0), 1);
 * assertEquals(squareplus(-1e10), 1e-10);
 * ```
 */
export const squareplus: Activation = activation({
  id: "squareplus",
  title: "Squareplus",
  tex: {
    f: "\\tfrac12 \\left(x + \\sqrt{x^2 + b}\\right)",
    derivative: "\\tfrac12 \\left(1 + \\frac{x}{\\sqrt{x^2 + b}}\\right)",
    secondDerivative: "\\frac{b}{2 (x^2 + b)^{3/2}}",
  },
  parameters: {
    b: { value: 4, meaning: "width b of the bend", min: 1e-40, max: 1e40 },
  },
  formulas: ({ b }) => formulas(b),
  sources: [
    {
      who: "Jonathan Barron",
      year: 2021,
      title: "Squareplus: A Softplus-Like Algebraic Rectifier",
      url: "https://arxiv.org/abs/2112.11687",
    },
  ],
});

function formulas(b: number): Formulas {
  // Above it, x² + b is x² to the last bit and beyond.
  const large = 2 ** 40 * Math.max(1, Math.sqrt(b));
  const root = (x: number) => DoubleDouble.product(x, x).plus(b).squareRoot();
  return {
    f: (x) => {
      const t = Math.abs(x);
      if (t >= large) return x > 0 ? x : b / 4 / t;
      const r = root(x);
      return x < 0
        ? new DoubleDouble(b / 2).dividedBy(r.plus(t)).toNumber()
        : r.plus(x).toNumber() / 2;
    },
    derivative: (x) => {
      const t = Math.abs(x);
      if (t === Infinity) return x > 0 ? 1 : 0;
      if (t >= large) return x > 0 ? 1 : inversePower(b / 4, t, 2);
      const r = root(x);
      if (x < 0) return new DoubleDouble(b / 2).dividedBy(r.times(r.plus(t))).toNumber();
      return new DoubleDouble(x).dividedBy(r).plus(1).toNumber() / 2;
    },
    secondDerivative: (x) => {
      const t = Math.abs(x);
      if (t === Infinity) return 0;
      if (t >= large) return inversePower(b / 2, t, 3);
      const r = root(x);
      return new DoubleDouble(b / 2).dividedBy(r.times(r).times(r)).toNumber();
    },
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  };
}
