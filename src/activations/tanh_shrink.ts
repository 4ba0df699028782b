import { DoubleDouble } from "../special/double_double.ts";
import { scaleBy } from "../special/exp.ts";
import { tanhDouble } from "../special/hyperbolic.ts";
import { sechSquared } from "./_sech.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `tanhShrink(x) = x − tanh x`: nearly 0 around 0, like x³/3.
 *
 * - Odd, no kink; f′ = tanh² x.
 * - Asymptotes: y = x + 1 on the left, y = x − 1 on the right.
 * - Within 0.55 ulp, f′ and f″ too: below 1/4 it is the power series, as the difference cancels.
 *
 * @param x any number
 * @returns `x − tanh x`
 * @see Collobert, Kavukcuoglu and Farabet 2011, "Torch7: A Matlab-like Environment for Machine Learning"
 *
 * @example Near 0
 * ```ts
 * import { tanhShrink } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tanhShrink(3e-5), 8.999999996760001e-15);
 * assertEquals(tanhShrink(50), 49);
 * ```
 */
export const tanhShrink: Activation = activation({
  id: "tanhShrink",
  title: "Tanh shrink",
  tex: {
    f: "x - \\tanh x",
    derivative: "\\tanh^2 x",
    secondDerivative: "2 \\tanh x \\operatorname{sech}^2 x",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => {
      const t = Math.abs(x);
      if (t < 2 ** -400) return 0 * x;
      if (t < 0.25) return series(x);
      if (t < 40) return tanhDouble(x).negated().plus(x).toNumber();
      return x - Math.sign(x);
    },
    derivative: (x) => {
      if (Math.abs(x) >= 40) return 1;
      if (Math.abs(x) < 2 ** -30) return x * x;
      const t = tanhDouble(x);
      return t.times(t).toNumber();
    },
    secondDerivative: (x) => {
      if (Math.abs(x) < 2 ** -30) return 2 * x;
      const { significand, power } = sechSquared(x);
      const bounded = Math.sign(x) * Math.min(Math.abs(x), 300);
      return scaleBy(tanhDouble(bounded).times(significand), power + 1);
    },
    kinks: [],
    asymptotes: { left: { slope: 1, intercept: 1 }, right: { slope: 1, intercept: -1 } },
  }),
  sources: [
    {
      who: "Ronan Collobert, Koray Kavukcuoglu, Clément Farabet",
      year: 2011,
      title: "Torch7: A Matlab-like Environment for Machine Learning",
    },
  ],
});

/** Coefficients of x⁵, x⁷, … in x − tanh x: from tanh′ = 1 − tanh². */
const HIGHER: readonly number[] = (() => {
  const tanh = [1];
  for (let k = 1; k < 15; k++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum -= tanh[j] * tanh[k - 1 - j];
    tanh.push(sum / (2 * k + 1));
  }
  return tanh.slice(2).map((coefficient) => -coefficient);
})();

const THIRD: DoubleDouble = DoubleDouble.quotient(1, 3);

/** x³ (1/3 − 2x²/15 + …), |x| < 1/4: only the first term needs two parts. */
function series(x: number): number {
  const square = x * x;
  const tail = HIGHER.reduceRight((sum, coefficient) => sum * square + coefficient, 0) * square;
  // x³ by parts would underflow below 1e-90: scaling there is exact.
  const unit = Math.abs(x) < 2 ** -300 ? 2 ** 300 : 1;
  const scaled = x * unit;
  const cube = DoubleDouble.product(scaled, scaled).times(scaled);
  const value = THIRD.plus(tail).times(cube).toNumber();
  return unit === 1 ? value : value / unit / unit / unit;
}
