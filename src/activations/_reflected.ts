import type { Asymptote, Formulas } from "./activation.ts";

/** −f(−x), which turns a curve about the origin. */
export function reflected(
  { f, derivative, secondDerivative, kinks, asymptotes }: Formulas,
): Formulas {
  return {
    f: (x) => -f(-x),
    derivative: (x) => derivative(-x),
    secondDerivative: (x) => 0 - secondDerivative(-x),
    kinks: kinks.map((kink) => -kink).reverse(),
    asymptotes: { left: turned(asymptotes.right), right: turned(asymptotes.left) },
  };
}

function turned(line: Asymptote): Asymptote {
  return line && { slope: line.slope, intercept: 0 - line.intercept };
}
