import { out } from "../special/_out.ts";
import { scale } from "../special/_scale.ts";
import { sigmoidParts, sigmoidSlope } from "../special/_sigmoid_parts.ts";
import { sigmoidSecondDerivative } from "../special/sigmoid.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `sigmoid(x) = σ(x) = 1/(1 + e⁻ˣ)`, the logistic function.
 *
 * - Smooth, increasing; σ(0) = ½, inflection at 0, σ(x) + σ(−x) = 1.
 * - sigmoid(∞) = 1 and sigmoid(−∞) = 0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, reached below −745.14, y = 1 on the right, reached above 37.43.
 * - Accuracy: f, f′ and f″ are within 0.51 units in the last place, also next to the zero of f″;
 *   subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `1/(1 + e⁻ˣ)`, from 0 to 1
 * @see Verhulst 1845, "Recherches mathématiques sur la loi d'accroissement de la population"
 *
 * @example Both tails
 * ```ts
 * import { sigmoid } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sigmoid(0), 0.5);
 * assertEquals(sigmoid(-40), 4.248354255291589e-18);
 * assertEquals(sigmoid.derivative(40), 4.248354255291589e-18);
 * ```
 */
export const sigmoid: Activation = activation({
  id: "sigmoid",
  title: "Sigmoid",
  tex: {
    f: "\\frac{1}{1 + e^{-x}}",
    derivative: "\\sigma(x)\\,\\sigma(-x)",
    secondDerivative: "\\sigma(x)\\,\\sigma(-x)\\,\\bigl(\\sigma(-x) - \\sigma(x)\\bigr)",
  },
  parameters: {},
  formulas: () => ({
    f,
    derivative: (x) => Math.abs(x) < 800 ? sigmoidSlope(x, 0) : x !== x ? NaN : 0,
    secondDerivative: (x) => sigmoidSecondDerivative(x),
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: { slope: 0, intercept: 1 } },
  }),
  cost: { multiplyAdds: 1, exps: 1, divisions: 1 }, // 1/(1 + e⁻ˣ)
  sources: [
    {
      who: "Pierre-François Verhulst",
      year: 1845,
      title: "Recherches mathématiques sur la loi d'accroissement de la population",
    },
  ],
});

function f(x: number): number {
  if (!(Math.abs(x) < 800)) return x > 0 ? 1 : x < 0 ? 0 : NaN;
  const power = sigmoidParts(x, 0);
  return scale(out[0], power);
}
