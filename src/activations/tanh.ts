import { sigmoidSlope } from "../special/_sigmoid_parts.ts";
import { tanh as hyperbolicTangent } from "../special/hyperbolic.ts";
import { sigmoidSecondDerivative } from "../special/sigmoid.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `tanh(x) = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)`, the hyperbolic tangent.
 *
 * - Smooth, increasing, odd; tanh x = 2σ(2x) − 1; inflection at 0.
 * - tanh(±0) = ±0 and tanh(±∞) = ±1; NaN gives NaN.
 * - Asymptotes: y = −1 on the left and y = 1 on the right, reached beyond ±19.0616. The derivative
 *   keeps its digits there: it is 4e/(1 + e)² with e = e^(−2|x|), not 1 − tanh².
 * - Accuracy: f, f′ and f″ are within 0.51 units in the last place, also next to the zero of f″;
 *   subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns the hyperbolic tangent, from −1 to 1
 * @see LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp"
 *
 * @example The derivative where the function is saturated
 * ```ts
 * import { tanh } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tanh(1), 0.7615941559557649);
 * assertEquals(tanh(30), 1);
 * assertEquals(tanh.derivative(30), 3.502604305078608e-26);
 * ```
 */
export const tanh: Activation = activation({
  id: "tanh",
  title: "Tanh",
  tex: {
    f: "\\tanh x",
    derivative: "1 - \\tanh^2 x",
    secondDerivative: "-2\\,\\tanh x\\,(1 - \\tanh^2 x)",
  },
  parameters: {},
  formulas: () => ({
    f: (x) => hyperbolicTangent(x),
    // tanh x = 2σ(2x) − 1
    derivative: (x) => Math.abs(x) < 400 ? sigmoidSlope(2 * x, 2) : x !== x ? NaN : 0,
    secondDerivative: (x) => sigmoidSecondDerivative(2 * x, 3),
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: -1 }, right: { slope: 0, intercept: 1 } },
  }),
  sources: [
    {
      who: "Yann LeCun, Leon Bottou, Genevieve Orr, Klaus-Robert Müller",
      year: 1998,
      title: "Efficient BackProp",
      url: "https://doi.org/10.1007/3-540-49430-8_2",
    },
  ],
});
