import { DoubleDouble } from "../special/double_double.ts";
import { type SineCosine, sineCosine } from "./_circular.ts";
import { type Activation, activation, type Formulas } from "./activation.ts";

/**
 * `snake(x) = x + sin²(a x)/a`: a line with ripples, for periodic data.
 *
 * - Default a = 1. No kink; f never falls: f′ = 1 + sin(2 a x).
 * - No asymptote: the ripples stay. snake(±∞) = ±∞; f′ and f″ have no limit there and give NaN.
 * - Within 0.51 ulp, f′ and f″ too for every finite x: sin and cos take as many bits of π as x
 *   needs, and `Math.sin`, which differs between engines, is not used.
 *
 * @param x any number
 * @returns `x + sin²(a x)/a`
 * @see Ziyin, Hartwig and Ueda 2020, https://arxiv.org/abs/2006.08195
 *
 * @example A ripple
 * ```ts
 * import { snake } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(snake(1), 1.7080734182735712);
 * assertEquals(snake.derivative(0), 1);
 * ```
 */
export const snake: Activation = activation({
  id: "snake",
  title: "Snake",
  tex: {
    f: "x + \\tfrac1a \\sin^2(a x)",
    derivative: "1 + \\sin(2 a x)",
    secondDerivative: "2 a \\cos(2 a x)",
  },
  parameters: {
    a: { value: 1, meaning: "frequency of the ripples", min: 1e-6, max: 1e6 },
  },
  formulas: ({ a }) => formulas(a),
  sources: [
    {
      who: "Liu Ziyin, Tilman Hartwig, Masahito Ueda",
      year: 2020,
      title: "Neural networks fail to learn periodic functions and how to fix it",
      url: "https://arxiv.org/abs/2006.08195",
    },
  ],
});

function formulas(a: number): Formulas {
  return {
    f: (x) => {
      const size = Math.abs(a * x);
      // Too far out, and too near to 0, sin²(a x)/a is too small beside x to count.
      if (!(size < 2 ** 60) || size < 2 ** -80) return x;
      const { sine } = turn(x, a);
      return sine.times(sine).dividedBy(a).plus(x).toNumber();
    },
    derivative: (x) => turn(x, 2 * a).sine.plus(1).toNumber(),
    secondDerivative: (x) => turn(x, 2 * a).cosine.times(2 * a).toNumber(),
    kinks: [],
    asymptotes: { left: null, right: null },
  };
}

/** sin and cos of factor · x, a product that is not rounded. */
function turn(x: number, factor: number): SineCosine {
  const doublings = Math.abs(x) > 2 ** 900 ? 200 : 0;
  const angle = DoubleDouble.product(factor, x * 2 ** -doublings);
  const coarse = sineCosine(angle.hi, doublings);
  return angle.lo === 0 ? coarse : added(coarse, sineCosine(angle.lo, doublings));
}

/** The sine and cosine of a sum. */
function added(a: SineCosine, b: SineCosine): SineCosine {
  return {
    sine: a.sine.times(b.cosine).plus(a.cosine.times(b.sine)),
    cosine: a.cosine.times(b.cosine).minus(a.sine.times(b.sine)),
  };
}
