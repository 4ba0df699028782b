/**
 * Measures the catalogue at random points against exact values from large integers:
 * `deno run -A tests/accuracy/sweep.ts [--sweep 1e7] [--seed 1] [id…]`
 *
 * `--sweep` is the number of points over all functions, 1e5 if not given; `--seed` repeats a run.
 *
 * @module
 */

import { parseArgs } from "node:util";
import type { Activation } from "../../src/activations/activation.ts";
import { activations } from "../../src/activations/catalogue.ts";
import { type Fixture, readFixture } from "./fixture.ts";
import { describe, type Measurement, Tally } from "./measure.ts";
import { type Draws, draws, likelyDouble } from "./random.ts";
import { isCovered, reference } from "./reference/reference.ts";

/** Measures f, f′ and f″ of one function at random points. */
export function sweep(
  record: Activation,
  fixture: Pick<Fixture, "id" | "kind" | "zeros" | "breaks">,
  count: number,
  random: Draws,
): Measurement[] {
  const places = [...fixture.breaks, ...fixture.zeros.map(({ x }) => x)];
  const functions = [record, record.derivative, record.derivative.derivative];
  const tallies = functions.map((_, order) => new Tally(fixture, order));
  for (let i = 0; i < count; i++) {
    const x = likelyDouble(random, places);
    if (!isCovered(record, x)) continue;
    reference(record, x).forEach((exact, order) => {
      if (exact) tallies[order].add(x, functions[order](x), exact);
    });
  }
  return tallies.map((tally) => tally.measurement);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { sweep: { type: "string" }, seed: { type: "string" } },
    allowPositionals: true,
  });
  const ids = positionals.length ? positionals : Object.keys(activations);
  const count = Math.ceil(Number(values.sweep ?? 1e5) / ids.length);
  const seed = Number(values.seed ?? crypto.getRandomValues(new Uint32Array(1))[0]);
  console.log(`${count} points of each of ${ids.length} functions; repeat with --seed ${seed}`);
  let failures = 0;
  for (const id of ids) {
    const found = sweep(activations[id], await readFixture(id), count, draws(seed));
    found.forEach((measurement) => console.log(describe(measurement)));
    failures += found.reduce((sum, measurement) => sum + measurement.failures, 0);
  }
  console.log(`${failures} values break the rule`);
  Deno.exit(failures ? 1 : 0);
}
