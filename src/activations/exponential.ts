import { exp } from "../special/exp.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `exponential(x) = eˣ`.
 *
 * - No kink; it is its own derivative.
 * - Asymptotes: y = 0 on the left, none on the right; ∞ above 709.78.
 * - Within 0.51 ulp.
 *
 * @param x any number
 * @returns eˣ
 * @see Keras, https://keras.io/api/layers/activations/
 *
 * @example It is its own derivative
 * ```ts
 * import { exponential } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(exponential(0), 1);
 * assertEquals(exponential.derivative(3), exponential(3));
 * ```
 */
export const exponential: Activation = activation({
  id: "exponential",
  title: "Exponential",
  tex: { f: "e^x", derivative: "e^x", secondDerivative: "e^x" },
  parameters: {},
  formulas: () => ({
    f: (x) => exp(x),
    derivative: (x) => exp(x),
    secondDerivative: (x) => exp(x),
    kinks: [],
    asymptotes: { left: { slope: 0, intercept: 0 }, right: null },
  }),
  sources: [
    {
      who: "François Chollet and others",
      year: 2015,
      title: "Keras: activation functions",
      url: "https://keras.io/api/layers/activations/",
    },
  ],
});
