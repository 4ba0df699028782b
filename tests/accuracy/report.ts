/**
 * Prints how every function of the catalogue stands: `deno run -A tests/accuracy/report.ts [id…]`
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import { fixtureIds, readFixture } from "./fixture.ts";
import { describe, measure } from "./measure.ts";

const known = new Set(fixtureIds());
const wanted = Deno.args.length ? Deno.args : Object.keys(activations);

for (const id of wanted) {
  if (!known.has(id)) {
    console.log(`${id}: NO FIXTURE: add it to tests/fixtures/definitions.py`);
    continue;
  }
  const fixture = await readFixture(id);
  const record = activations[id];
  const [ours, theirs] = [record.parameters, fixture.parameters].map((values) =>
    JSON.stringify(Object.entries(values).sort())
  );
  if (ours !== theirs) console.log(`${id}: PARAMETERS ${ours}, in the fixture ${theirs}`);
  [record, record.derivative, record.derivative.derivative].forEach((f, order) =>
    console.log(describe(measure(fixture, order, f)))
  );
}

if (!Deno.args.length) {
  const missing = [...known].filter((id) => !(id in activations));
  console.log(`Not in the catalogue: ${missing.join(", ") || "none"}`);
}
