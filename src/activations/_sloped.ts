import type { Formulas } from "./activation.ts";

/**
 * The line with slope 1 on the right of 0 and another slope on the left, which all leaky rectifiers
 * share. f′(0) is the left slope, as in PyTorch.
 */
export function sloped(slope: number): Formulas {
  return {
    // The limit of 0 · x at −∞ is 0, while IEEE 754 has 0 · ∞ = NaN.
    f: (x) => x > 0 ? x : slope === 0 && x === -Infinity ? -0 : slope * x,
    derivative: (x) => x > 0 ? 1 : x <= 0 ? slope : NaN,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: slope === 1 ? [] : [0],
    asymptotes: { left: { slope, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  };
}

/** The formulas of {@linkcode sloped} in LaTeX, with a letter for the slope. */
export function slopedTex(letter: string): {
  f: string;
  derivative: string;
  secondDerivative: string;
} {
  return {
    f: `\\begin{cases} ${letter} x & x \\le 0 \\\\ x & x > 0 \\end{cases}`,
    derivative: `\\begin{cases} ${letter} & x \\le 0 \\\\ 1 & x > 0 \\end{cases}`,
    secondDerivative: "0",
  };
}
