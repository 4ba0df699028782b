import { swishFormulas, swishTex } from "./_swish.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `swish(x) = x σ(β x)`, with β = 1 by default, where it is {@linkcode silu}.
 *
 * - Smooth. Its minimum −0.2784645427610738/β is at −1.278464542761074/β.
 * - As β grows it approaches relu, as β shrinks the line x/2, which it is at β = 0; −β turns it
 *   about the origin: −swish(−x).
 * - swish(−0) = −0; swish(∞) = ∞ and swish(−∞) = −0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, y = x on the right.
 * - β is adjustable in TensorFlow.js and ONNX; elsewhere "swish" is β = 1.
 * - Accuracy, at every allowed β: f, f′ and f″ are within 0.51 units in the last place, next to their
 *   zeros too; subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `x σ(β x)`
 * @see Ramachandran, Zoph and Le 2017, https://arxiv.org/abs/1710.05941
 *
 * @example Another β
 * ```ts
 * import { silu, swish } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(swish(-3), silu(-3));
 * assertEquals(swish.with({ beta: 2 })(-1.5), silu(-3) / 2);
 * ```
 */
export const swish: Activation = activation({
  id: "swish",
  title: "Swish",
  tex: swishTex("\\beta"),
  parameters: {
    beta: {
      value: 1,
      meaning: "steepness β of the sigmoid",
      min: -1e100,
      max: 1e100,
      smallest: 1e-100,
    },
  },
  formulas: ({ beta }) => swishFormulas(beta),
  sources: [
    {
      who: "Prajit Ramachandran, Barret Zoph, Quoc Le",
      year: 2017,
      title: "Searching for Activation Functions",
      url: "https://arxiv.org/abs/1710.05941",
    },
  ],
});
