import { swishFormulas, swishTex } from "./_swish.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `silu(x) = x σ(x) = x/(1 + e⁻ˣ)`, the sigmoid-weighted linear unit.
 *
 * - Smooth. Minimum −0.2784645427610738 at −1.278464542761074 = −1 − W(1/e); inflections at
 *   ±2.3993572805154.
 * - silu(0) = 0 and silu(−0) = −0; silu(∞) = ∞ and silu(−∞) = −0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, reached below −751.76 (−0), y = x on the right, reached above
 *   36.88.
 * - It is {@linkcode swish} with β = 1.
 * - Accuracy: f, f′ and f″ are within 0.51 units in the last place, next to their
 *   zeros too; subnormal results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `x σ(x)`
 * @see Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415
 * @see Elfwing, Uchibe and Doya 2017, https://arxiv.org/abs/1702.03118
 *
 * @example No −0 before it is due
 * ```ts
 * import { silu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(silu(1), 0.7310585786300049);
 * assertEquals(silu(-740), -3.09967e-319);
 * assertEquals(silu.derivative(0), 0.5);
 * ```
 */
export const silu: Activation = activation({
  id: "silu",
  title: "SiLU",
  tex: swishTex(""),
  parameters: {},
  formulas: () => swishFormulas(1),
  cost: { multiplyAdds: 1, exps: 1, divisions: 1 }, // x/(1 + e⁻ˣ)
  sources: [
    {
      who: "Dan Hendrycks, Kevin Gimpel",
      year: 2016,
      title: "Gaussian Error Linear Units (GELUs)",
      url: "https://arxiv.org/abs/1606.08415",
    },
    {
      who: "Stefan Elfwing, Eiji Uchibe, Kenji Doya",
      year: 2017,
      title: "Sigmoid-Weighted Linear Units for Neural Network Function Approximation in " +
        "Reinforcement Learning",
      url: "https://arxiv.org/abs/1702.03118",
    },
  ],
});
