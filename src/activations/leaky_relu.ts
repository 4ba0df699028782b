import { type Activation, activation } from "./activation.ts";
import { sloped, slopedTex } from "./_sloped.ts";

/**
 * `leakyRelu(x) = x` for x > 0, `a x` else, with `a = negativeSlope`.
 *
 * - Default a = 0.01, as in PyTorch, JAX, NNlib, Hugging Face and ONNX; Keras has 0.3 and 0.2, and
 *   TensorFlow.js 0.2 or 0.3, by layer and version.
 * - Kink at 0, where f′ = a, as in PyTorch; JAX takes 1.
 * - Asymptotes: y = a x on the left, y = x on the right; both are reached.
 * - Correctly rounded: it is one product.
 *
 * @param x any number
 * @returns `x` or `a x`
 * @see Maas, Hannun and Ng 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"
 *
 * @example Another slope
 * ```ts
 * import { leakyRelu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(leakyRelu(-100), -1);
 * assertEquals(leakyRelu.with({ negativeSlope: 0.25 })(-100), -25);
 * assertEquals(leakyRelu.derivative(0), 0.01);
 * ```
 */
export const leakyRelu: Activation = activation({
  id: "leakyRelu",
  title: "Leaky ReLU",
  tex: slopedTex("a"),
  parameters: {
    negativeSlope: {
      value: 0.01,
      meaning: "slope a for x ≤ 0",
      min: -Infinity,
      max: Infinity,
      exclusive: true,
    },
  },
  formulas: ({ negativeSlope }) => sloped(negativeSlope),
  sources: [
    {
      who: "Andrew Maas, Awni Hannun, Andrew Ng",
      year: 2013,
      title: "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
    },
  ],
});
