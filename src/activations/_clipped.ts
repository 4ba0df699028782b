import type { Formulas } from "./activation.ts";

/** `min(max(x, low), high)`; f′ is 0 at both kinks, as in PyTorch. */
export function clipped(low: number, high: number): Formulas {
  return {
    f: (x) => x <= low ? low : x >= high ? high : x,
    derivative: (x) => x > low && x < high ? 1 : Number.isNaN(x) ? NaN : 0,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: [low, high],
    asymptotes: { left: { slope: 0, intercept: low }, right: { slope: 0, intercept: high } },
  };
}
