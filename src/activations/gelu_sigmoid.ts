import { swishFormulas, swishTex } from "./_swish.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `geluSigmoid(x) = x σ(k x)` with k = 1.702, the sigmoid approximation of {@linkcode gelu}.
 *
 * - Its largest error against gelu is 0.0203, at ±2.27; k = 1.702 is best for Φ, not for gelu.
 * - geluSigmoid(x) = silu(k x)/k. Smooth, with its minimum at −1.278464542761074/k.
 * - geluSigmoid(−0) = −0; geluSigmoid(∞) = ∞ and geluSigmoid(−∞) = −0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, y = x on the right.
 * - Hugging Face calls it `quick_gelu`. NNlib's `gelu_sigmoid` is not this function but another
 *   way to write {@linkcode geluTanh}.
 * - k is the double next to 1.702.
 * - Accuracy, at every allowed k: f, f′ and f″ are within 0.51 units in the last place, next to their
 *   zeros too; subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `x σ(k x)`
 * @see Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415
 *
 * @example The same under its other name
 * ```ts
 * import { geluSigmoid, quickGelu } from "@actbook/actbook";
 * import { assertEquals, assertStrictEquals } from "@std/assert";
 *
 * assertStrictEquals(quickGelu, geluSigmoid);
 * assertEquals(geluSigmoid(1), 0.8457957659328212);
 * ```
 */
export const geluSigmoid: Activation = activation({
  id: "geluSigmoid",
  title: "GELU (sigmoid)",
  tex: swishTex("k"),
  parameters: {
    k: {
      value: 1.702,
      meaning: "steepness k of the sigmoid",
      min: -1e100,
      max: 1e100,
      smallest: 1e-100,
    },
  },
  formulas: ({ k }) => swishFormulas(k),
  cost: { multiplyAdds: 2, exps: 1, divisions: 1 }, // x/(1 + exp(−kx))
  sources: [
    {
      who: "Dan Hendrycks, Kevin Gimpel",
      year: 2016,
      title: "Gaussian Error Linear Units (GELUs)",
      url: "https://arxiv.org/abs/1606.08415",
    },
  ],
});

export {
  /** {@linkcode geluSigmoid} by the name it has in Hugging Face's libraries: the same object. */
  geluSigmoid as quickGelu,
};
