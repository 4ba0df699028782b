import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** How to count. */
export interface DensityOptions {
  /** How many bins of equal width; 64 if not given. */
  readonly bins?: number;
}

const known: Known<DensityOptions> = { bins: kinds.number };

/**
 * The density of real inputs as a function, to weight errors by what a network feeds its activation:
 * `{ leastSquares: densityOf(inputs) }` as a criterion, or `{ minimax: densityOf(inputs) }`.
 *
 * A histogram from the smallest to the largest finite input, joined by straight lines between the
 * middles of its bins, and 0 outside.
 *
 * @param inputs at least two different finite numbers; others are left out
 * @param options the number of bins
 * @returns the density, whose integral is 1 but for what the straight lines cut off at both ends
 * @throws RangeError if there are not two different numbers, or bins is no whole number of at least 2
 *
 * @example Inputs near −1 count most
 * ```ts
 * import { densityOf } from "@actbook/actbook/workbench";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const density = densityOf([-1.1, -1, -1, -0.9, 0, 1], { bins: 4 });
 * assert(density(-0.9) > density(0.5));
 * assertEquals(density(5), 0);
 * ```
 */
export function densityOf(
  inputs: ArrayLike<number>,
  options: DensityOptions = {},
): (x: number) => number {
  checkOptions("make a density", options, known);
  const { bins = 64 } = options;
  if (!(Number.isInteger(bins) && bins >= 2)) {
    throw new RangeError(
      `Cannot make a density as bins must be a whole number >= 2: current value is ${bins}`,
    );
  }
  const values = Array.from(inputs).filter(Number.isFinite);
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(low < high)) {
    throw new RangeError(
      "Cannot make a density as there must be two different finite inputs: " +
        `current value is ${values.length === 0 ? "none" : low}`,
    );
  }
  const width = (high - low) / bins;
  const heights = new Float64Array(bins);
  for (const value of values) {
    heights[Math.min(bins - 1, Math.floor((value - low) / width))] += 1 / (values.length * width);
  }
  return (x) => {
    if (!(x >= low && x <= high)) return 0;
    const place = (x - low) / width - 0.5;
    const left = Math.floor(place);
    const [a, b] = [heights[Math.max(0, left)], heights[Math.min(bins - 1, left + 1)]];
    return a + (b - a) * (place - left);
  };
}
