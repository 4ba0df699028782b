import { DoubleDouble } from "../special/double_double.ts";
import { inversePower } from "./_power.ts";
import { type Activation, activation } from "./activation.ts";

/** Above it, 1 + t is t to the last bit and beyond. */
const LARGE = 2 ** 60;

/**
 * `softsign(x) = x / (1 + |x|)`.
 *
 * - No kink: f′ = 1/(1 + |x|)². f″ jumps from 2 to −2 at 0, and f″(0) = 0, as |x|′ is 0 there.
 * - Asymptotes: y = −1 and y = 1, approached as slowly as 1/|x|.
 * - Within 0.51 ulp, f′ and f″ too.
 *
 * @param x any number
 * @returns a number of [−1, 1]
 * @see Turian, Bergstra and Bengio 2009, "Quadratic Features and Deep Architectures for Chunking"
 *
 * @example Half way at 1
 * ```ts
 * import { softsign } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([-1, 0, 3].map(softsign), [-0.5, 0, 0.75]);
 * assertEquals(softsign.derivative(1), 0.25);
 * ```
 */
export const softsign: Activation = activation({
  id: "softsign",
  title: "Softsign",
  tex: {
    f: "\\frac{x}{1 + |x|}",
    derivative: "\\frac{1}{(1 + |x|)^2}",
    secondDerivative: "\\frac{-2 \\operatorname{sign}(x)}{(1 + |x|)^3}",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => {
      const t = Math.abs(x);
      if (t >= LARGE) return Math.sign(x);
      if (t < 1 / LARGE) return x;
      return new DoubleDouble(x).dividedBy(DoubleDouble.sum(1, t)).toNumber();
    },
    derivative: (x) => inverse(x, 1, 2),
    secondDerivative: (x) => x === 0 ? 0 : Math.sign(x) * inverse(x, -2, 3),
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: -1 }, right: { slope: 0, intercept: 1 } },
  }),
  sources: [
    {
      who: "Joseph Turian, James Bergstra, Yoshua Bengio",
      year: 2009,
      title: "Quadratic Features and Deep Architectures for Chunking",
    },
  ],
});

/** factor / (1 + |x|)ⁿ. */
function inverse(x: number, factor: number, n: number): number {
  const t = Math.abs(x);
  if (t === Infinity) return 0;
  return inversePower(factor, t >= LARGE ? t : DoubleDouble.sum(1, t), n);
}
