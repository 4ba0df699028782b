import { LN_2 } from "../special/constants.ts";
import { DoubleDouble } from "../special/double_double.ts";
import { expDouble, expm1Double, scaleBy } from "../special/exp.ts";
import { tanh } from "../special/hyperbolic.ts";
import { log1pDouble } from "../special/log.ts";
import { sechSquared } from "./_sech.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `logCosh(x) = ln cosh x`: a parabola at 0, |x| − ln 2 far out.
 *
 * - Even, no kink; f′ = tanh.
 * - Asymptotes: y = −x − ln 2 on the left, y = x − ln 2 on the right.
 * - Within 0.51 ulp, f′ and f″ too: cosh x − 1 = m²/(2(m + 1)) with m = e^|x| − 1 does not cancel.
 *
 * @param x any number
 * @returns a number of [0, ∞)
 * @see NNlib.jl, https://fluxml.ai/NNlib.jl/
 *
 * @example A parabola at 0
 * ```ts
 * import { logCosh, tanh } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(logCosh(1e-100), 5e-201);
 * assertEquals(logCosh.derivative(2), tanh(2));
 * ```
 */
export const logCosh: Activation = activation({
  id: "logCosh",
  title: "Log-cosh",
  tex: {
    f: "\\ln \\cosh x",
    derivative: "\\tanh x",
    secondDerivative: "\\operatorname{sech}^2 x",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => {
      const t = Math.abs(x);
      if (t < 2 ** -30) return x * x / 2;
      if (t > 2 ** 60) return t;
      if (t > 20) {
        const tail = t < 60 ? log1pDouble(expDouble(-2 * t)) : new DoubleDouble(0);
        return LN_2.negated().plus(tail).plus(t).toNumber();
      }
      const m = expm1Double(t);
      return log1pDouble(m.times(m).dividedBy(m.plus(1).scaled(2))).toNumber();
    },
    derivative: (x) => tanh(x),
    secondDerivative: (x) => {
      const { significand, power } = sechSquared(x);
      return scaleBy(significand, power);
    },
    kinks: [],
    asymptotes: {
      left: { slope: -1, intercept: -LN_2.hi },
      right: { slope: 1, intercept: -LN_2.hi },
    },
  }),
  sources: [
    {
      who: "Mike Innes and others",
      year: 2018,
      title: "NNlib.jl: activation functions",
      url: "https://fluxml.ai/NNlib.jl/",
    },
  ],
});
