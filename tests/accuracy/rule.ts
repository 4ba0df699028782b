/**
 * What is promised of every function of the catalogue, and how a value is judged by it.
 *
 * @module
 */

import { accuracy } from "../../src/activations/accuracy.ts";
import type { Fixture } from "./fixture.ts";
import { type Exact, ulpError } from "./ulp_error.ts";

/** Largest errors of f, f′ and f″ in ulp. */
export const bounds = {
  smooth: accuracy,
  // Half an ulp, and what the fixtures' low part does not resolve.
  exact: [0.5 + 2 ** -15, 0.5 + 2 ** -15, 0.5 + 2 ** -15],
} as const;

/**
 * Largest error of a subnormal result in quanta: half of one, a quarter of one where the 53 bits it
 * is rounded to before have one more than the result, and the error before that.
 */
export const subnormalBound = 0.76;

/** Which of the rules applies. */
export type Region = "normal" | "subnormal";

/** A value that was judged. */
export interface Verdict {
  readonly region: Region;
  /** In ulp of the exact value, in quanta if subnormal. */
  readonly error: number;
  readonly bound: number;
  readonly holds: boolean;
}

/** Judges one value of f (order 0), f′ (1) or f″ (2). */
export function judge(
  fixture: Pick<Fixture, "kind">,
  order: number,
  computed: number,
  exact: Exact,
): Verdict {
  const error = ulpError(computed, exact);
  const sign = order > 0 || rightSign(computed, exact);
  if (error.subnormal) return verdict("subnormal", error.ulps, subnormalBound, sign);
  return verdict("normal", error.ulps, bounds[fixture.kind][order], sign);
}

function verdict(region: Region, error: number, bound: number, sign: boolean): Verdict {
  return { region, error: sign ? error : Infinity, bound, holds: sign && error <= bound };
}

/** An f that vanishes keeps the sign of the exact value. */
function rightSign(computed: number, { hi }: Exact): boolean {
  return computed !== 0 || hi === 0 || Object.is(computed, 0) === hi > 0;
}
