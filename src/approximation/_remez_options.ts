import type { Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** What to look for. */
export interface RemezOptions {
  /** The two ends, in rising order, both finite. */
  readonly domain: readonly [number, number];
  /** The degree of the polynomial, or of the numerator: an integer of at least 0. */
  readonly degree: number;
  /** The degree of the denominator, 0 if not given. */
  readonly denominator?: number;
  /** The error is multiplied by this positive function, 1 if not given. */
  readonly weight?: (x: number) => number;
  /** Where the slope of the target jumps. */
  readonly kinks?: readonly number[];
}

/** What each of {@linkcode RemezOptions} must be. */
export const remezOptions: Known<RemezOptions> = {
  domain: kinds.needed(kinds.interval),
  degree: kinds.needed(kinds.number),
  denominator: kinds.number,
  weight: kinds.callable,
  kinks: kinds.numbers,
};
