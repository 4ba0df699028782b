/**
 * What each kind of output costs beside another checkout, such as that of an older commit, in
 * processor time: one process for each, asked in turns.
 * `deno run -A tests/bench/display_paired.ts CHECKOUT [rounds]` prints a table of ratios, ours to
 * theirs, of making and of drawing.
 */

import * as actbook from "@actbook/actbook";
import { charts, texts } from "./_display_makers.ts";

const [other, count = "7"] = Deno.args;
const program = `${import.meta.dirname}/_display_worker.ts`;
const [ours, theirs] = [`${import.meta.dirname}/../..`, await Deno.realPath(other)].map(worker);

type Times = readonly [making: number, drawing: number | null];

/** A process that has loaded a checkout. */
function worker(root: string) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--no-lock", `--config=${root}/deno.json`, program, root],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const input = child.stdin.getWriter();
  const output = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async times(name: string): Promise<Times> {
      await input.write(new TextEncoder().encode(`${name}\n`));
      const { value } = await output.read();
      return JSON.parse(value ?? "");
    },
    end: () => input.close(),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const rows = [];
for (const name of [...Object.keys(charts(actbook)), ...Object.keys(texts(actbook))]) {
  const pairs: (readonly [Times, Times])[] = [];
  // The first round warms up.
  for (let round = 0; round <= Number(count); round++) {
    const pair = [await ours.times(name), await theirs.times(name)] as const;
    if (round > 0) pairs.push(pair);
  }
  const [making, drawing] = [0, 1].map((k) => ({
    ms: median(pairs.map(([a]) => a[k] ?? NaN)),
    ratio: median(pairs.map(([a, b]) => (a[k] ?? NaN) / (b[k] ?? NaN))),
  }));
  rows.push({
    what: name,
    "ms to make": making.ms,
    "times theirs": making.ratio,
    "ms to draw": drawing.ms,
    "times theirs ": drawing.ratio,
  });
  console.error(name, making.ratio.toFixed(2), drawing.ratio.toFixed(2));
}
console.log(actbook.table(rows, { digits: 3 }).markdown());
await Promise.all([ours.end(), theirs.end()]);
