import { findAsymptote } from "../calculus/find_asymptote.ts";
import { once } from "../special/_once.ts";

/**
 * The function, with its limit where terms overflow and make NaN of it: the line that it approaches.
 */
export function withLimits(f: (x: number) => number): (x: number) => number {
  const lines = [-1, 1].map((side) => once(() => findAsymptote(f, side as -1 | 1)));
  return (x) => {
    const value = f(x);
    if (!Number.isNaN(value) || Number.isNaN(x)) return value;
    const line = lines[x < 0 ? 0 : 1]();
    if (!line || Math.abs(x) < Math.abs(line.at)) return NaN;
    return line.slope === 0 ? line.intercept : line.slope * x;
  };
}
