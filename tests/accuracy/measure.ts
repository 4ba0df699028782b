/**
 * Measures a function against its fixture.
 *
 * @module
 */

import type { Fixture } from "./fixture.ts";
import { judge, type Region, type Verdict } from "./rule.ts";

/** The worst value of a region. */
export interface Worst extends Verdict {
  readonly x: number;
  readonly computed: number;
}

/** What was found of one order of one function. */
export interface Measurement {
  readonly id: string;
  readonly order: number;
  readonly points: number;
  /** How many points break the rule. */
  readonly failures: number;
  /** The worst of each region that has points. */
  readonly worst: Partial<Record<Region, Worst>>;
}

/** Measures f (order 0), f′ (1) or f″ (2). */
export function measure(
  fixture: Fixture,
  order: number,
  f: (x: number) => number,
): Measurement {
  const { xs, orders, id } = fixture;
  const { hi, lo, scale } = orders[order];
  const worst: Partial<Record<Region, Worst>> = {};
  let failures = 0, points = 0;
  for (let i = 0; i < xs.length; i++) {
    if (Number.isNaN(hi[i])) continue;
    const computed = f(xs[i]);
    const exact = { hi: hi[i], lo: lo[i], scale: scale[i] };
    const verdict = judge(fixture, order, xs[i], computed, exact);
    points++;
    if (!verdict.holds) failures++;
    const before = worst[verdict.region];
    if (!before || verdict.error > before.error) {
      worst[verdict.region] = { ...verdict, x: xs[i], computed };
    }
  }
  return { id, order, points, failures, worst };
}

/** One line on what was found: `gelu′: 1.02 ulp at −3.1; near zero 0.4 ulp of the largest term`. */
export function describe({ id, order, failures, points, worst }: Measurement): string {
  const parts = Object.entries(worst).map(([region, { error, bound, x, holds }]) =>
    `${region} ${error.toFixed(4)} (≤ ${bound.toFixed(2)}) at ${x}${holds ? "" : " FAILS"}`
  );
  const count = failures ? ` — ${failures} of ${points} points fail` : "";
  return `${id}${"′".repeat(order)}: ${parts.join("; ")}${count}`;
}
