/**
 * What is promised of every function of the catalogue, and how a value is judged by it.
 *
 * @module
 */

import { accuracy } from "../../src/activations/accuracy.ts";
import type { Fixture, Zero } from "./fixture.ts";
import { type Exact, exponentOf, ulpError, ulpOf } from "./ulp_error.ts";

/** Largest errors of f, f′ and f″ in ulp. */
export const bounds = {
  smooth: accuracy,
  // Half an ulp, and what the fixtures' low part does not resolve.
  exact: [0.5 + 2 ** -15, 0.5 + 2 ** -15, 0.5 + 2 ** -15],
} as const;

/**
 * Within this distance of a zero of a derivative the error is measured against the largest term. So
 * it is at the zero of xielu, the only f that vanishes by cancellation elsewhere than at 0.
 */
export const nearness = 0.05;

/** Which of the rules applies. */
export type Region = "normal" | "near zero" | "subnormal";

/** A value that was judged. */
export interface Verdict {
  readonly region: Region;
  /** In ulp of the exact value, in ulp of the largest term near a zero, in quanta if subnormal. */
  readonly error: number;
  readonly bound: number;
  readonly holds: boolean;
}

/** Judges one value of f (order 0), f′ (1) or f″ (2). */
export function judge(
  fixture: Pick<Fixture, "kind" | "zeros">,
  order: number,
  x: number,
  computed: number,
  exact: Exact,
): Verdict {
  const error = ulpError(computed, exact);
  const zero = nearestZero(fixture.zeros, order, x);
  const sign = order > 0 || rightSign(computed, exact);
  if (error.subnormal) return verdict("subnormal", error.ulps, 1, sign);
  const bound = bounds[fixture.kind][order];
  if (zero && exact.scale === 0) {
    const ofTerm = error.ulps * ulpOfExact(exact) / ulpOf(zero.term);
    // A narrow function may be large so near to its zero, and its error small beside it.
    if (ofTerm <= 1 || error.ulps > bound) return verdict("near zero", ofTerm, 1, true);
  }
  return verdict("normal", error.ulps, bound, sign);
}

function verdict(region: Region, error: number, bound: number, sign: boolean): Verdict {
  return { region, error: sign ? error : Infinity, bound, holds: sign && error <= bound };
}

/** An f that vanishes keeps the sign of the exact value. */
function rightSign(computed: number, { hi }: Exact): boolean {
  return computed !== 0 || hi === 0 || Object.is(computed, 0) === hi > 0;
}

function nearestZero(zeros: readonly Zero[], order: number, x: number): Zero | undefined {
  return zeros.find((zero) => zero.order === order && Math.abs(x - zero.x) <= nearness);
}

function ulpOfExact({ hi, lo }: Exact): number {
  const below = Math.abs(hi) === 2 ** exponentOf(hi) && lo * Math.sign(hi) < 0;
  return ulpOf(hi) / (below ? 2 : 1);
}
