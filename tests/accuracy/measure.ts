/**
 * Measures a function against exact values.
 *
 * @module
 */

import type { Fixture } from "./fixture.ts";
import { judge, type Region, type Verdict } from "./rule.ts";
import type { Exact } from "./ulp_error.ts";

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

/** What the rule needs to know of a function. */
export type Subject = Pick<Fixture, "id" | "kind">;

/** Collects verdicts on f (order 0), f′ (1) or f″ (2) point by point. */
export class Tally {
  #points = 0;
  #failures = 0;
  readonly #worst: Partial<Record<Region, Worst>> = {};

  constructor(readonly subject: Subject, readonly order: number) {}

  add(x: number, computed: number, exact: Exact): void {
    const verdict = judge(this.subject, this.order, computed, exact);
    this.#points++;
    if (!verdict.holds) this.#failures++;
    const before = this.#worst[verdict.region];
    if (!before || verdict.error > before.error) {
      this.#worst[verdict.region] = { ...verdict, x, computed };
    }
  }

  get measurement(): Measurement {
    return {
      id: this.subject.id,
      order: this.order,
      points: this.#points,
      failures: this.#failures,
      worst: this.#worst,
    };
  }
}

/** Measures f (order 0), f′ (1) or f″ (2) at every point of its fixture. */
export function measure(fixture: Fixture, order: number, f: (x: number) => number): Measurement {
  const { xs } = fixture;
  const { hi, lo, scale } = fixture.orders[order];
  const tally = new Tally(fixture, order);
  for (let i = 0; i < xs.length; i++) {
    if (Number.isNaN(hi[i])) continue;
    tally.add(xs[i], f(xs[i]), { hi: hi[i], lo: lo[i], scale: scale[i] });
  }
  return tally.measurement;
}

/** One line on what was found: `gelu′: normal 0.5021 (≤ 1.10) at −3.1; subnormal …`. */
export function describe({ id, order, failures, points, worst }: Measurement): string {
  const parts = Object.entries(worst).map(([region, { error, bound, x, computed, holds }]) =>
    `${region} ${error.toFixed(4)} (≤ ${bound.toFixed(2)}) at ${x}` +
    (holds ? "" : ` gives ${computed}: FAILS`)
  );
  const count = failures ? ` — ${failures} of ${points} points fail` : "";
  return `${id}${["", "′", "″"][order]}: ${parts.join("; ")}${count}`;
}
