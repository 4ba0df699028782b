import { softplusFormulas } from "./_softplus.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `softplus(x) = ln(1 + e^(β x))/β`, a smooth relu, with β = 1 by default.
 *
 * - Smooth, increasing, positive; softplus(0) = ln 2/β; softplus′ = σ(β x).
 * - softplus(x) − softplus(−x) = x.
 * - softplus(∞) = ∞ and softplus(−∞) = 0; NaN gives NaN.
 * - Asymptotes: y = 0 on the left, y = x on the right.
 * - −β turns it about the origin: −softplus(−x).
 * - PyTorch replaces it by x where β x > 20, so that function and derivative jump there; nothing
 *   jumps here. {@linkcode softplusThreshold} is PyTorch's.
 * - Accuracy, at every allowed β: f, f′ and f″ are within 0.51 units in the last place; subnormal
 *   results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `ln(1 + e^(β x))/β`
 * @see Dugas, Bengio, Bélisle, Nadeau and Garcia 2000, "Incorporating Second-Order Functional
 *   Knowledge for Better Option Pricing"
 *
 * @example Both tails, and another β
 * ```ts
 * import { softplus } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(softplus(0), Math.LN2);
 * assertEquals(softplus(-40), 4.248354255291589e-18);
 * assertEquals(softplus(21), 21.000000000758256);
 * assertEquals(softplus.with({ beta: 2 })(0), Math.LN2 / 2);
 * ```
 */
export const softplus: Activation = activation({
  id: "softplus",
  title: "Softplus",
  tex: {
    f: "\\frac{\\ln(1 + e^{\\beta x})}{\\beta}",
    derivative: "\\sigma(\\beta x)",
    secondDerivative: "\\beta\\,\\sigma(\\beta x)\\,\\sigma(-\\beta x)",
  },
  parameters: {
    beta: {
      value: 1,
      meaning: "sharpness β of the bend",
      min: -1e100,
      max: 1e100,
      smallest: 1e-100,
      nonzero: true,
    },
  },
  formulas: ({ beta }) => softplusFormulas(beta),
  sources: [
    {
      who: "Charles Dugas, Yoshua Bengio, François Bélisle, Claude Nadeau, René Garcia",
      year: 2000,
      title: "Incorporating Second-Order Functional Knowledge for Better Option Pricing",
    },
  ],
});
