import { softplusFormulas } from "./_softplus.ts";
import { type Activation, activation } from "./activation.ts";

/**
 * `softplusThreshold(x) = x` where β x > θ, {@linkcode softplus} else: softplus as PyTorch has it,
 * with β = 1 and θ = 20 by default.
 *
 * - Kink at θ/β, rounded to a double: there f jumps by ln(1 + e^(−θ))/β, 2.06e-9 by default, and f′
 *   from σ(θ) to 1. At θ/β itself it is softplus.
 * - The jump is an error of 5.8e5 units in the last place of softplus.
 * - Asymptotes: y = 0 on the left, y = x on the right, reached.
 * - Accuracy: against this formula, f, f′ and f″ are within 0.51 units in the last place; subnormal
 *   results are within 0.76 quanta.
 *
 * @param x any number
 * @returns `x` or `ln(1 + e^(β x))/β`
 * @see PyTorch, https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html
 *
 * @example The jump
 * ```ts
 * import { softplus, softplusThreshold } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(softplusThreshold(20), softplus(20));
 * assertEquals(softplusThreshold(21), 21);
 * assertEquals(softplus(21), 21.000000000758256);
 * assertEquals(softplusThreshold.kinks, [20]);
 * ```
 */
export const softplusThreshold: Activation = activation({
  id: "softplusThreshold",
  title: "Softplus (threshold)",
  tex: {
    f: "\\begin{cases} \\frac{1}{\\beta} \\ln(1 + e^{\\beta x}) & \\beta x \\le \\theta \\\\ " +
      "x & \\beta x > \\theta \\end{cases}",
    derivative: "\\begin{cases} \\sigma(\\beta x) & \\beta x \\le \\theta \\\\ " +
      "1 & \\beta x > \\theta \\end{cases}",
    secondDerivative:
      "\\begin{cases} \\beta\\,\\sigma(\\beta x)\\,\\sigma(-\\beta x) & \\beta x \\le \\theta \\\\ " +
      "0 & \\beta x > \\theta \\end{cases}",
  },
  parameters: {
    beta: { value: 1, meaning: "sharpness β of the bend", min: 1e-100, max: 1e100 },
    threshold: { value: 20, meaning: "threshold θ of β x", min: -1e100, max: 1e100 },
  },
  formulas: ({ beta, threshold }) => {
    const smooth = softplusFormulas(beta);
    const kink = threshold / beta;
    return {
      f: (x) => x > kink ? x : smooth.f(x),
      derivative: (x) => x > kink ? 1 : smooth.derivative(x),
      secondDerivative: (x) => x > kink ? 0 : smooth.secondDerivative(x),
      kinks: [kink],
      asymptotes: smooth.asymptotes,
    };
  },
  sources: [
    {
      who: "Adam Paszke and others",
      year: 2019,
      title: "PyTorch: An Imperative Style, High-Performance Deep Learning Library",
      url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html",
    },
  ],
});
