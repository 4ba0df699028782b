import { DoubleDouble } from "../special/double_double.ts";
import { cosDouble, sinDouble } from "../special/trigonometric.ts";
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
    a: { value: 1, meaning: "frequency of the ripples", min: 1e-3, max: 1e3 },
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
      const sine = sinDouble(DoubleDouble.product(a, x));
      return sine.squared().dividedBy(a).plus(x).toNumber();
    },
    derivative: (x) => {
      const sine = turned(sinDouble, x, 2 * a);
      if (sine.hi > -0.5 || sine.hi !== sine.hi) return sine.plus(1).toNumber();
      // 1 + sin = cos²/(1 − sin), where nothing cancels.
      const cosine = turned(cosDouble, x, 2 * a);
      return cosine.squared().dividedBy(new DoubleDouble(1).minus(sine)).toNumber();
    },
    secondDerivative: (x) => turned(cosDouble, x, 2 * a).times(2 * a).toNumber(),
    kinks: [],
    asymptotes: { left: null, right: null },
  };
}

/** The sine or cosine of factor · x, a product that is not rounded. */
function turned(
  wave: typeof sinDouble | typeof cosDouble,
  x: number,
  factor: number,
): DoubleDouble {
  if (!Number.isFinite(x)) return new DoubleDouble(NaN);
  if (Math.abs(x) < 2 ** 900) return wave(DoubleDouble.product(factor, x));
  // The product itself may overflow.
  return wave(DoubleDouble.product(factor, x * 2 ** -100), 100);
}
