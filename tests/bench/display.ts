/**
 * What each kind of chart costs: bytes in a notebook, and milliseconds to draw beside plain Vega on
 * the same spec, taken in turns. `deno run -A tests/bench/display.ts [rounds]` prints a table.
 */

import { table } from "@actbook/actbook";
import * as vega from "vega";
import { compile } from "vega-lite";
import { examples } from "../display/kinds/all.ts";

const rounds = Number(Deno.args[0] ?? 11);

async function plain(spec: Parameters<typeof compile>[0]): Promise<string> {
  const view = new vega.View(vega.parse(compile(structuredClone(spec)).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

async function milliseconds(draw: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await draw();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const rows = [];
for (const [kind, chart] of Object.entries(examples)) {
  const bundle = await chart.bundle();
  const [ours, theirs]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await milliseconds(() => chart.svg()));
    theirs.push(await milliseconds(() => plain(chart.spec)));
  }
  const bytes = (mime: string) => JSON.stringify(bundle[mime] ?? "").length;
  rows.push({
    kind,
    "spec, bytes": bytes("application/vnd.vegalite.v5+json"),
    "SVG, bytes": bytes("image/svg+xml"),
    "ms to draw": median(ours),
    "times plain Vega": median(ours.map((ms, i) => ms / theirs[i])),
  });
}
console.log(table(rows, { digits: 3 }).markdown());
