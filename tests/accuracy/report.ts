/**
 * Prints how functions of the catalogue stand: `deno run -A tests/accuracy/report.ts [id…]`
 *
 * A function that is not listed in the catalogue yet is found by its id in `src/activations/`.
 *
 * @module
 */

import type { Activation } from "../../src/activations/activation.ts";
import { activations } from "../../src/activations/catalogue.ts";
import { type Fixture, fixtureIds, readFixture } from "./fixture.ts";
import { describe, measure } from "./measure.ts";

const ids = Deno.args.length
  ? Deno.args
  : [...new Set([...Object.keys(activations), ...fixtureIds()])].sort();

for (const id of ids) {
  const record = activations[id] ?? await unlisted(id);
  const fixture = await readFixture(id).catch(() => null);
  if (!record) console.log(`${id}: not written yet`);
  else if (!fixture) console.log(`${id}: NO FIXTURE: add it to tests/fixtures/definitions.py`);
  else report(record, fixture);
}

function report(record: Activation, fixture: Fixture): void {
  const [ours, theirs] = [record.parameters, fixture.parameters]
    .map((values) => JSON.stringify(Object.entries(values).sort()));
  if (ours !== theirs) console.log(`${record.id}: PARAMETERS ${ours}, in the fixture ${theirs}`);
  [record, record.derivative, record.derivative.derivative].forEach((f, order) =>
    console.log(describe(measure(fixture, order, f)))
  );
}

async function unlisted(id: string): Promise<Activation | undefined> {
  const file = id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const path = new URL(`../../src/activations/${file}.ts`, import.meta.url);
  return await import(path.href).then((module) => module[id], () => undefined);
}
