import type { Grid } from "./_grid.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** Where a function of two variables is sampled. */
export interface GridOptions {
  /** Smallest and largest x. */
  readonly x: readonly [number, number];
  /** Smallest and largest y. */
  readonly y: readonly [number, number];
  /** How many values along each axis, 50 if not given. */
  readonly count?: number;
}

const gridOptions: Known<GridOptions> = {
  x: kinds.needed(kinds.interval),
  y: kinds.needed(kinds.interval),
  count: kinds.number,
};

/**
 * Samples a function of two variables on an even grid, for a heat map or a surface.
 *
 * @param f the function
 * @param options where, and how finely
 * @returns the values
 * @throws RangeError if `count` is not an integer >= 2
 *
 * @example
 * ```ts
 * import { gridOf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const { z } = gridOf((x, y) => x + 10 * y, { x: [0, 1], y: [0, 1], count: 2 });
 * assertEquals(z, [[0, 1], [10, 11]]);
 * ```
 */
export function gridOf(f: (x: number, y: number) => number, options: GridOptions): Grid {
  checkOptions("sample a grid", options, gridOptions);
  const { count = 50 } = options;
  if (!(Number.isInteger(count) && count >= 2)) {
    throw new RangeError(
      `Cannot sample a grid as count must be an integer >= 2: current value is ${count}`,
    );
  }
  const even = ([low, high]: readonly [number, number]) =>
    Array.from({ length: count }, (_, i) => low + (high - low) * (i / (count - 1)));
  const [x, y] = [even(options.x), even(options.y)];
  return { x, y, z: y.map((row) => x.map((column) => f(column, row))) };
}
