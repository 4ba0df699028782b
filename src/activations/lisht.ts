import { cancels, exponentialSum } from "../special/_cancellation.ts";
import { powerOfTwo } from "../special/_scale.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expDouble, scaleBy } from "../special/exp.ts";
import { tanhDouble } from "../special/hyperbolic.ts";
import { sechSquared } from "./_sech.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `lisht(x) = x tanh x`, the linearly scaled hyperbolic tangent: |x| with a rounded corner.
 *
 * - Even, no kink. Inflections at ±1.1996786402577338, where x tanh x = 1.
 * - Asymptotes: y = −x on the left, y = x on the right.
 * - Within 0.51 ulp, f′ and f″ too, next to the zeros of f″ as elsewhere.
 *
 * @param x any number
 * @returns a number of [0, ∞)
 * @see Roy and others 2019, https://arxiv.org/abs/1901.05894
 *
 * @example Even
 * ```ts
 * import { lisht } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(lisht(1), 0.7615941559557649);
 * assertEquals(lisht(-1), lisht(1));
 * ```
 */
export const lisht: Activation = activation({
  id: "lisht",
  title: "LiSHT",
  tex: {
    f: "x \\tanh x",
    derivative: "\\tanh x + x \\operatorname{sech}^2 x",
    secondDerivative: "2 \\operatorname{sech}^2 x \\, (1 - x \\tanh x)",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => {
      const t = Math.abs(x);
      if (t >= 40) return t;
      return t < 2 ** -30 ? x * x : tanhDouble(x).times(x).toNumber();
    },
    derivative: (x) => {
      if (Math.abs(x) >= 40) return Math.sign(x);
      if (Math.abs(x) < 2 ** -30) return 2 * x;
      const { significand, power } = sechSquared(x);
      return tanhDouble(x).plus(significand.scaled(powerOfTwo(power)).times(x)).toNumber();
    },
    secondDerivative: (x) => {
      const t = Math.min(Math.abs(x), 900);
      const { significand, power } = sechSquared(t);
      let rest = t < 2 ** -30
        ? new DoubleDouble(1)
        : tanhDouble(Math.min(t, 300)).times(-t).plus(1);
      if (cancels(rest.hi, 1)) {
        // (1 + e − t(1 − e))/(1 + e) with e = e^(−2t)
        const top = exponentialSum(-2 * t, [DoubleDouble.sum(1, -t), DoubleDouble.sum(1, t)]);
        rest = top.dividedBy(expDouble(-2 * t).plus(1));
      }
      return scaleBy(significand.times(rest), power + 1);
    },
    kinks: [],
    asymptotes: { left: { slope: -1, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  sources: [
    {
      who: "Swalpa Kumar Roy, Suvojit Manna, Shiv Ram Dubey, Bidyut Baran Chaudhuri",
      year: 2019,
      title: "LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation Function for " +
        "Neural Networks",
      url: "https://arxiv.org/abs/1901.05894",
    },
  ],
});
