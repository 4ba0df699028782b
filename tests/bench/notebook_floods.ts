/**
 * What the runner keeps, and how long it takes, where other runners lose or are slow: awaited values,
 * a flood of lines beside `jupyter nbconvert --execute` (paired runs, the order alternates), and
 * twenty notebooks of which one has changed, with its memory of what is unchanged and without.
 *
 *     deno run -A tests/bench/notebook_floods.ts [pairs]
 *
 * nbconvert is left out if there is no `jupyter` on the PATH.
 */

import { readNotebook, runNotebook } from "../../src/notebook/mod.ts";

const pairs = Number(Deno.args[0] ?? 3);
const folder = await Deno.makeTempDir({ prefix: "actbook-bench-" });
const env = {
  JUPYTER_PATH: `${folder}/jupyter`,
  JUPYTER_DATA_DIR: `${folder}/data`,
  ACTBOOK_CACHE: `${folder}/cache`,
  NO_COLOR: "1",
};

async function write(name: string, sources: readonly string[]): Promise<string> {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    execution_count: null,
    id: `c${i}`,
    metadata: {},
    outputs: [],
    source,
  }));
  const kernelspec = { display_name: "Deno", language: "typescript", name: "deno" };
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  await Deno.writeTextFile(`${folder}/${name}.ipynb`, JSON.stringify(notebook, null, 1));
  return `${folder}/${name}.ipynb`;
}

/** Seconds that a command takes. */
async function seconds(program: string, args: string[]): Promise<number> {
  const start = performance.now();
  const { success, stderr } = await new Deno.Command(program, {
    args,
    env,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return (performance.now() - start) / 1000;
}

const actbook = (...args: string[]) =>
  seconds(Deno.execPath(), ["run", "-A", "--no-check", "src/cli/mod.ts", ...args]);

/** How many lines and values a notebook shows. */
async function shown(path: string): Promise<number> {
  const { cells } = await readNotebook(path);
  return cells.flatMap(({ outputs }) => outputs).reduce(
    (sum, output) =>
      sum + (output.output_type === "stream" ? output.text.split("\n").length - 1 : 1),
    0,
  );
}

function median(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1].toFixed(2);
}

async function awaitedValues(): Promise<void> {
  const path = await write(
    "awaited",
    Array.from({ length: 200 }, (_, i) => `await new Promise((r) => setTimeout(r, 1)); ${i}`),
  );
  let kept = 0;
  for (let run = 0; run < 10; run++) {
    const { results } = await runNotebook(path);
    [...results.values()].forEach(({ outputs }, i) => {
      const [output] = outputs;
      if (outputs.length === 1 && "data" in output && output.data["text/plain"] === `${i}`) kept++;
    });
  }
  console.log(`awaited values kept in their cells: ${kept} of 2000`);
}

async function flood(): Promise<void> {
  const path = await write("logs", [
    "for (let i = 0; i < 100_000; i++) console.log(i, 'a line');",
  ]);
  await Deno.mkdir(`${env.JUPYTER_PATH}/kernels/deno`, { recursive: true });
  const argv = [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"];
  const spec = { argv, display_name: "Deno", language: "typescript" };
  await Deno.writeTextFile(`${env.JUPYTER_PATH}/kernels/deno/kernel.json`, JSON.stringify(spec));
  const [ours, theirs] = [`${folder}/ours.ipynb`, `${folder}/theirs.ipynb`];
  const first = () => actbook("run", path, "--output", ours, "--fresh");
  const convert = ["nbconvert", "--execute", "--to", "notebook", "--output", theirs, path];
  const second = () => seconds("jupyter", convert);
  const times: [number, number][] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const [a, b] = pair % 2 ? [await first(), await second()] : await swapped(first, second);
    times.push([a, b]);
  }
  const [a, b] = [0, 1].map((i) => median(times.map((each) => each[i])));
  console.log(`100,000 lines: actbook run ${a} s, ${await shown(ours)} lines kept`);
  console.log(`               nbconvert   ${b} s, ${await shown(theirs)} lines kept`);
  const ratios = times.map(([a, b]) => a / b);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  console.log(`               ratio ${median(ratios)} (${low} to ${high})`);
}

async function swapped(first: () => Promise<number>, second: () => Promise<number>) {
  const b = await second();
  return [await first(), b] as const;
}

async function unchanged(): Promise<void> {
  await Deno.mkdir(`${folder}/many`);
  for (let i = 0; i < 20; i++) await write(`many/${i}`, [`await Promise.resolve(${i})`, "1", "2"]);
  await actbook("run", `${folder}/many`);
  const ratios: number[] = [], all: number[] = [], some: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    await write("many/7", [`await Promise.resolve(${100 + pair})`, "1", "2"]);
    some.push(await actbook("run", `${folder}/many`));
    all.push(await actbook("run", `${folder}/many`, "--fresh"));
    ratios.push(some.at(-1)! / all.at(-1)!);
  }
  console.log(
    `20 notebooks, one changed: ${median(some)} s, all of them ${median(all)} s, ` +
      `ratio ${median(ratios)}`,
  );
}

try {
  await awaitedValues();
  await unchanged();
  const jupyter = await seconds("jupyter", ["nbconvert", "--version"]).catch(() => undefined);
  if (jupyter === undefined) console.log("nbconvert: left out, there is no jupyter on the PATH");
  else await flood();
} finally {
  await Deno.remove(folder, { recursive: true });
}
