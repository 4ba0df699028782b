import * as iv from "./_interval.ts";
import type { Interval } from "./_interval.ts";
import * as taylor from "./_taylor.ts";
import type { Series } from "./_taylor.ts";

/** How many Taylor coefficients a rest comes after. */
export const ORDER = 6;

/** A stretch and its middle. */
export interface Stretch {
  readonly x: Interval;
  readonly middle: Interval;
  /** How far from the middle its points are. */
  readonly distance: Interval;
}

/** The stretch from a to b. */
export function stretch(a: number, b: number): Stretch {
  const middle = iv.point(a + (b - a) / 2);
  return { x: [a, b], middle, distance: iv.subtract([a, b], middle) };
}

/**
 * A Taylor model: the coefficients at the middle of a stretch, and over all of it, of which the last
 * bounds the rest and the first, made as narrow as both allow, is the range.
 */
export interface Model {
  readonly narrow: Series;
  readonly wide: Series;
}

/** A model whose range is what the polynomial and the rest leave of it. */
export function model(narrow: Series, wide: Series, { distance }: Stretch): Model {
  let sum = wide[ORDER];
  for (let k = ORDER - 1; k >= 0; k--) sum = iv.add(iv.multiply(sum, distance), narrow[k]);
  const [low, high] = [Math.max(sum[0], wide[0][0]), Math.min(sum[1], wide[0][1])];
  // Both hold, so that they overlap; NaN says that nothing is known of one.
  const range: Interval = low <= high ? [low, high] : wide[0];
  return { narrow, wide: [range, ...wide.slice(1)] };
}

/** The same step on both. */
export const applied = (
  step: (...of: readonly Series[]) => Series,
  over: Stretch,
  ...of: readonly Model[]
): Model => model(step(...of.map((m) => m.narrow)), step(...of.map((m) => m.wide)), over);

/** A number. */
export const constant = (value: Interval): Model => ({
  narrow: taylor.constant(value, ORDER - 1),
  wide: taylor.constant(value, ORDER),
});

/** x itself. */
export const variable = ({ x, middle }: Stretch): Model => ({
  narrow: taylor.variable(middle, ORDER - 1),
  wide: taylor.variable(x, ORDER),
});

/** Φ(x). */
export const normalCdf = (over: Stretch): Model =>
  model(taylor.normalCdf(over.middle, ORDER - 1), taylor.normalCdf(over.x, ORDER), over);
