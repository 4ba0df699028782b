/**
 * What other tools make of Deno notebooks, beside the runner: each case is a notebook, and the table
 * says what came of it. The README's table is its output.
 *
 *     pip install nbconvert==7.17.2 papermill==2.7.0 nbval==0.11.0 nbmake==1.5.5 jupyter-cache==1.0.1 ipykernel
 *     deno run -A tests/bench/other_runners.ts
 */

import { readNotebook } from "../../src/notebook/mod.ts";

const folder = await Deno.makeTempDir({ prefix: "actbook-bench-" });
const env = {
  JUPYTER_PATH: `${folder}/jupyter`,
  JUPYTER_DATA_DIR: `${folder}/data`,
  JUPYTERCACHE: `${folder}/jupyter-cache`,
  ACTBOOK_CACHE: `${folder}/actbook-cache`,
  NO_COLOR: "1",
};
const root = new URL("../../", import.meta.url).pathname;

/** Runs a program in the folder; says whether it succeeded. */
async function succeeds(program: string, ...args: string[]): Promise<boolean> {
  const { success } = await new Deno.Command(program, {
    args,
    cwd: folder,
    env,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
  return success;
}

const actbook = (...args: string[]) =>
  succeeds(Deno.execPath(), "run", "-A", "--no-check", `${root}src/cli/mod.ts`, ...args);
const nbconvert = (name: string, output: string) =>
  succeeds("jupyter", "nbconvert", "--execute", "--to", "notebook", "--output", output, name);
const pytest = (plugin: string, name: string) => succeeds("pytest", "-q", plugin, name);

async function write(
  name: string,
  sources: readonly string[],
  tags: readonly string[] = [],
): Promise<string> {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    execution_count: null,
    id: `c${i}`,
    metadata: i === 0 && tags.length > 0 ? { tags } : {},
    outputs: [],
    source: source.split(/(?<=\n)/),
  }));
  const kernelspec = { display_name: "Deno", language: "typescript", name: "deno" };
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  await Deno.writeTextFile(`${folder}/${name}.ipynb`, JSON.stringify(notebook, null, 1));
  return `${name}.ipynb`;
}

/** How many lines and values of a notebook's cells are kept. */
async function kept(name: string): Promise<number | undefined> {
  const notebook = await readNotebook(`${folder}/${name}`).catch(() => undefined);
  return notebook?.cells.flatMap(({ outputs }) => outputs).reduce(
    (sum, output) =>
      sum + (output.output_type === "stream" ? output.text.split("\n").length - 1 : 1),
    0,
  );
}

const COLUMNS = [
  "actbook",
  "nbconvert (nbclient)",
  "papermill",
  "nbval",
  "nbmake",
  "jupyter-cache",
];
const rows: string[][] = [];

/** What the tools that store outputs keep of a notebook. */
async function storing(title: string, sources: readonly string[]): Promise<void> {
  const name = await write("case", sources);
  const cells = [];
  const tools = [
    () => actbook("run", name, "--output", "actbook.ipynb"),
    () => nbconvert(name, "nbconvert.ipynb"),
    () => succeeds("papermill", name, "papermill.ipynb"),
  ];
  for (const [i, output] of ["actbook", "nbconvert", "papermill"].entries()) {
    await tools[i]();
    cells.push(`${await kept(`${output}.ipynb`) ?? 0}`);
    await Deno.remove(`${folder}/${output}.ipynb`).catch(() => {});
  }
  rows.push([title, ...cells, "–", "–", "–"]);
}

/** Which tools notice that a notebook is wrong. */
async function noticing(title: string, sources: readonly string[]): Promise<void> {
  const name = await write("case", sources);
  const noticed = [
    !await actbook("run", name, "--output", "out.ipynb"),
    !await nbconvert(name, "out2.ipynb"),
    !await succeeds("papermill", name, "out3.ipynb"),
    !await pytest("--nbval-lax", name),
    !await pytest("--nbmake", name),
  ];
  rows.push([title, ...noticed.map((yes) => yes ? "yes" : "no"), "–"]);
}

async function typeErrors(): Promise<void> {
  const name = await write("case", ["const text: string = 1;"]);
  const found = !await actbook("check", name);
  const others = [
    !await nbconvert(name, "out2.ipynb"),
    !await succeeds("papermill", name, "out3.ipynb"),
    !await pytest("--nbval-lax", name),
    !await pytest("--nbmake", name),
  ];
  rows.push(["finds a type error", ...[found, ...others].map((yes) => yes ? "yes" : "no"), "–"]);
}

async function parameters(): Promise<void> {
  const name = await write("case", ["const alpha = 0.1;", "alpha"], ["parameters"]);
  const ours = await actbook("run", name, "-p", "alpha=0.5", "--output", "out.ipynb");
  const theirs = await succeeds("papermill", "-p", "alpha", "0.5", name, "out2.ipynb");
  rows.push(["parameters", ours ? "yes" : "no", "–", theirs ? "yes" : "no", "–", "–", "–"]);
}

/** Whether notebooks verify that the runner stored, of so many tries. */
async function verifying(tries: number): Promise<void> {
  const sources = Array.from(
    { length: 20 },
    (_, i) => `console.log(${i}); await Promise.resolve(${i})`,
  );
  const name = await write("case", sources);
  await actbook("run", name);
  let ours = 0, theirs = 0;
  for (let i = 0; i < tries; i++) {
    ours += await actbook("verify", name, "--fresh") ? 1 : 0;
    theirs += await pytest("--nbval", name) ? 1 : 0;
  }
  const title = "verifies what did not change";
  rows.push([title, `${ours} of ${tries}`, "–", "–", `${theirs} of ${tries}`, "–", "–"]);
}

/** Whether a changed import runs a notebook again that is itself unchanged. */
async function changedImport(): Promise<void> {
  const name = await write("case", ['import { x } from "./module.ts"; x']);
  const module = (x: number) => Deno.writeTextFile(`${folder}/module.ts`, `export const x = ${x};`);
  const value = async () => (await Deno.readTextFile(`${folder}/${name}`)).includes('"2"');
  await module(1);
  await actbook("run", name);
  await module(2);
  await actbook("run", name);
  const ours = await value();
  await write("case", ['import { x } from "./module.ts"; x']);
  await module(1);
  await Deno.mkdir(env.JUPYTERCACHE);
  /** Whether it says that it ran the notebook. */
  const jcache = async (args: string) => {
    const { stdout } = await new Deno.Command("bash", {
      args: ["-c", `yes | jcache ${args} 2>&1`],
      cwd: folder,
      env,
    }).output();
    return new TextDecoder().decode(stdout).includes(`- ${folder}/${name}`);
  };
  await jcache(`notebook add ${name}`);
  const first = await jcache("project execute");
  await module(2);
  const second = await jcache("project execute");
  const theirs = first ? second ? "yes" : "no" : "it did not run";
  const title = "a changed import runs it again";
  rows.push([title, ours ? "yes" : "no", "–", "–", "–", "–", theirs]);
}

try {
  await Deno.mkdir(`${env.JUPYTER_PATH}/kernels/deno`, { recursive: true });
  const argv = [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"];
  const spec = { argv, display_name: "Deno", language: "typescript" };
  await Deno.writeTextFile(`${env.JUPYTER_PATH}/kernels/deno/kernel.json`, JSON.stringify(spec));
  await storing(
    "200 awaited values",
    Array.from({ length: 200 }, (_, i) => `await new Promise((r) => setTimeout(r, 1)); ${i}`),
  );
  await storing("20,000 lines of one cell", ["for (let i = 0; i < 20_000; i++) console.log(i);"]);
  await storing("4 lines past the kernel", [
    "process.stdout.write('1\\n'); undefined",
    "Deno.stdout.writeSync(new TextEncoder().encode('2\\n')); undefined",
    "await new Deno.Command('echo', { args: ['3'], stdout: 'inherit' }).spawn().status; undefined",
    "const w = new Worker('data:text/javascript,console.log(4);postMessage(0)', { type: 'module' });\n" +
    "await new Promise((end) => w.onmessage = end); w.terminate();",
  ]);
  await storing("`NaN`, `-0`, `null`, `1n`", ["NaN", "-0", "null", "1n"]);
  await noticing("a failing `Deno.test` fails", [
    "Deno.test('no', () => { throw new Error('x'); });",
  ]);
  await noticing("a syntax error fails", ["1", "let x = ;", "3"]);
  await noticing("an unhandled rejection fails", ["Promise.reject(new Error('x')); 3"]);
  await typeErrors();
  await parameters();
  await verifying(5);
  await changedImport();
  for (const row of [["", ...COLUMNS], COLUMNS.map(() => "---").concat("---"), ...rows]) {
    console.log(`| ${row.join(" | ")} |`);
  }
} finally {
  await Deno.remove(folder, { recursive: true });
}
