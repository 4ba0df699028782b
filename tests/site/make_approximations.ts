/**
 * Fits and measures what may stand in for each function:
 * `deno run -A tests/site/make_approximations.ts [id…]`
 *
 * Writes `approximations.json`; with ids, only their part of it. All of it takes half an hour.
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import type { Candidate } from "../../src/site/approximations/candidate.ts";
import { candidatesFor } from "../../src/site/approximations/candidates.ts";
import { measured } from "../../src/site/approximations/measured.ts";
import { type Rows, toRow } from "../../src/site/approximations/rows.ts";

const file = new URL("approximations.json", import.meta.url);
const generator = "tests/site/make_approximations.ts. Do not edit.";

/** What there is already. */
async function before(): Promise<Rows> {
  const text = await Deno.readTextFile(file).catch(() => `{ "functions": {} }`);
  return JSON.parse(text).functions;
}

/** A line for each candidate. */
function written(functions: Rows): string {
  const parts = Object.keys(activations).filter((id) => functions[id]).map((id) => {
    const rows = functions[id].map((row) => `      ${JSON.stringify(row)}`);
    return `    ${JSON.stringify(id)}: [\n${rows.join(",\n")}\n    ]`;
  });
  return `{\n  "generator": ${JSON.stringify(generator)},\n  "functions": {\n${
    parts.join(",\n")
  }\n  }\n}\n`;
}

const ids = Deno.args.length > 0 ? Deno.args : Object.keys(activations);
for (const id of ids) {
  const f = activations[id];
  const start = performance.now();
  const rows = candidatesFor(f).map((candidate: Candidate) => {
    const row = toRow(candidate, measured(f, candidate));
    const ulps = Object.values(row.formats).map((each) => each.ulps).join(", ");
    console.log(`${id}: ${row.title}: ${row.error.toExponential(2)}; ${ulps}`);
    return row;
  });
  const functions = { ...await before(), [id]: rows };
  await Deno.writeTextFile(file, written(functions));
  console.log(`${id}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
