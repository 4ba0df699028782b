/**
 * The local extrema of a function, refined beyond the grid.
 *
 * @module
 */

import { checkFunction } from "../options/check_function.ts";
import { checkDomain } from "./domain.ts";
import { grid } from "./grid.ts";
import type { Point } from "./point.ts";
import { refineMaximum } from "./refine_maximum.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

export type { Point };

/** How to look for extrema. */
export interface ExtremaOptions {
  /** Where the slope jumps: extrema there are found exactly. None if not given. */
  readonly kinks?: readonly number[];
  /** The number of grid steps between kinks, 512 if not given; a bump between two is missed. */
  readonly steps?: number;
  /** Extrema smaller than this part of the largest are left out, 0 if not given. */
  readonly floor?: number;
}

const extremaOptions: Known<ExtremaOptions> = {
  kinks: kinds.numbers,
  steps: kinds.number,
  floor: kinds.number,
};

/**
 * The local maxima and minima of a function over a domain, its ends included, in rising x; of a
 * stretch where the function is constant its first point, of an infinite end the outermost sample.
 * Where the function is smooth the place is the zero of the derivative of a local Chebyshev
 * interpolant, which has about 11 digits; at a kink that was not given, about 8.
 *
 * @param f a continuous function
 * @param domain the two ends, in rising order; they may be infinite
 * @param options kinks, and how fine to look
 * @returns the extrema, none if the function is constant
 * @throws RangeError if the domain is empty, reversed or NaN
 *
 * @example
 * ```ts
 * import { extrema } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const [left, low, right] = extrema((x) => x * x - x, [0, 2]);
 * assertEquals([left.x, right.x], [0, 2]);
 * assertAlmostEquals(low.x, 0.5, 1e-11);
 * assertAlmostEquals(low.value, -0.25, 1e-15);
 * ```
 */
export function extrema(
  f: (x: number) => number,
  domain: readonly [number, number],
  options: ExtremaOptions = {},
): Point[] {
  checkFunction("look for extrema", "f", f);
  checkOptions("look for extrema", options, extremaOptions);
  const [from, to] = checkDomain("look for extrema", domain);
  const { kinks = [], steps = 512, floor = 0 } = options;
  const inside = kinks.filter((x) => from < x && x < to).sort((a, b) => a - b);
  const breaks = [from, ...new Set(inside), to];
  const points: Point[] = [];
  for (let k = 0; k + 1 < breaks.length; k++) {
    const xs = grid(breaks[k], breaks[k + 1], steps);
    if (k > 0) xs.shift();
    for (const x of xs) points.push({ x, value: f(x) });
  }
  const smallest = floor * points.reduce((max, p) => Math.max(max, Math.abs(p.value)), 0);
  const fixed = new Set<number>([...inside, from, to]);
  const runs = runsOfEqual(points);
  return runs.flatMap((run, i) => {
    const [before, after] = [runs[i - 1]?.at(-1), runs[i + 1]?.[0]];
    const sign = turn(before?.value, run[0].value, after?.value);
    if (sign === 0 || Math.abs(run[0].value) < smallest) return [];
    const known = run.find(({ x }) => fixed.has(x)) ?? run[0];
    if (fixed.has(known.x) || !before || !after || run.length > 2) return [known];
    const value = (x: number) => sign * f(x);
    const best = refineMaximum(value, before.x, after.x, { x: known.x, value: sign * known.value });
    return [{ x: best.x, value: sign * best.value }];
  });
}

/** Neighbours of one value together: a plateau is one candidate. */
function runsOfEqual(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    if (runs.at(-1)?.[0].value === point.value) runs.at(-1)!.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** 1 for a maximum, −1 for a minimum, 0 for neither; a missing neighbour is an end of the domain. */
function turn(before: number | undefined, value: number, after: number | undefined): number {
  const left = Math.sign(value - (before ?? after ?? value));
  const right = Math.sign(value - (after ?? before ?? value));
  return left === right ? left : 0;
}
