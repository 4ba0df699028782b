import type { Measured } from "./_measure.ts";

/** One curve: a name and where it runs. */
export interface Curve {
  /** Its name in the legend. */
  readonly title: string;
  /** The points, in order of x; `null` for y lifts the pen. An x may be a date. */
  readonly points?: Iterable<readonly [x: Measured, y: Measured]>;
  /** Or the function, sampled over the domain. */
  readonly f?: (x: number) => number;
  /** Abscissas to sample besides the even ones, so that the corners there stay sharp. */
  readonly corners?: readonly number[];
  /**
   * Abscissas where the function jumps: drawn to both sides, with a gap between. Jumps and poles are
   * looked for where neither these nor corners are given.
   */
  readonly jumps?: readonly number[];
  /** A band around the curve: what the values are between, such as those of repeated runs. */
  readonly band?: Iterable<readonly [x: Measured, low: Measured, high: Measured]>;
  /** Error bars: what single values are between. */
  readonly bars?: Iterable<readonly [x: Measured, low: Measured, high: Measured]>;
  /** The small multiple it stands in; all in one if none is given. */
  readonly group?: string;
  /** Drawn with dashes. */
  readonly dashed?: boolean;
}
