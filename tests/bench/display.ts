/**
 * What each kind of chart costs: bytes in a notebook, processor time to draw beside plain Vega on the
 * same spec, taken in turns, and to make beside drawing. `deno run -A tests/bench/display.ts [rounds]`
 * prints two tables.
 */

import * as actbook from "@actbook/actbook";
import process from "node:process";
import * as vega from "vega";
import { compile } from "vega-lite";
import { examples } from "../display/kinds/all.ts";
import { charts, texts } from "./_display_makers.ts";

const rounds = Number(Deno.args[0] ?? 11);

async function plain(spec: Parameters<typeof compile>[0]): Promise<string> {
  const view = new vega.View(vega.parse(compile(structuredClone(spec)).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** Of the processor, as others may use the machine. */
async function milliseconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Made so many times in a row, as the clock of the processor is coarse. */
const turns = 5;

async function making(make: () => unknown): Promise<number> {
  const all = await milliseconds(async () => {
    for (let turn = 0; turn < turns; turn++) await make();
  });
  return all / turns;
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
console.log(actbook.table(rows, { digits: 3 }).markdown());

const made = [];
for (const [what, make] of Object.entries(charts(actbook))) {
  const chart = make();
  const [toMake, toDraw]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    toMake.push(await making(make));
    toDraw.push(await milliseconds(() => chart.svg()));
  }
  made.push({
    what,
    "ms to make": median(toMake),
    "times drawing": median(toMake.map((ms, i) => ms / toDraw[i])),
  });
}
for (const [what, make] of Object.entries(texts(actbook))) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await making(make));
  made.push({ what, "ms to make": median(times), "times drawing": null });
}
console.log(actbook.table(made, { digits: 3 }).markdown());
