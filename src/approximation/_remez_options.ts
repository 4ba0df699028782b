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
  /** Only even or only odd powers; all if not given. */
  readonly parity?: "even" | "odd";
  /** The lowest coefficients where they are given, by name: `{ c0: 0, c1: 1 }`. */
  readonly fixed?: Readonly<Record<string, number>>;
  /** The error is multiplied by this positive function, 1 if not given. It may be infinite at 0 where
   * parity or fixed coefficients make the error vanish there too. */
  readonly weight?: (x: number) => number;
  /** Where the slope of the target jumps. */
  readonly kinks?: readonly number[];
}

/** What each of {@linkcode RemezOptions} must be. */
export const remezOptions: Known<RemezOptions> = {
  domain: kinds.needed(kinds.interval),
  degree: kinds.needed(kinds.number),
  denominator: kinds.number,
  parity: kinds.oneOf("even", "odd"),
  fixed: kinds.object,
  weight: kinds.callable,
  kinks: kinds.numbers,
};
