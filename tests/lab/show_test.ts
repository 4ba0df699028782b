import { assertEquals } from "@std/assert";
import { readNotebook } from "../../src/notebook/ipynb.ts";
import { notebookOf } from "./_ipynb.ts";
import { makeHome, runJupyter } from "./_jupyter.ts";

const setup = `import { gelu, plot, progress, relu, show, valueTable } from "@actbook/actbook";
const things = [plot(relu, { derivatives: 1 }), valueTable(gelu, [0, 1]), plot(gelu), "a", "b", "c"];`;

/** Cells, how many outputs each has, and how often it is there. */
const cells = [
  { code: "await show(...things);", outputs: 6, times: 20 },
  { code: "await show(things[0]);", outputs: 1, times: 8 },
  { code: "console.log(1); await show(2);", outputs: 2, times: 8 },
  {
    code: "const work = progress(9); await work.advance(9); await work.finish();",
    outputs: 1,
    times: 8,
  },
];

/** Keeps all cores busy until it is disposed of. */
function busyMachine(): Disposable {
  const url = URL.createObjectURL(new Blob(["while (true);"], { type: "text/javascript" }));
  const workers = Array.from(
    { length: 2 * navigator.hardwareConcurrency },
    () => new Worker(url, { type: "module" }),
  );
  return {
    [Symbol.dispose]() {
      workers.forEach((worker) => worker.terminate());
      URL.revokeObjectURL(url);
    },
  };
}

Deno.test("show() loses no output under a stock executor on a busy machine", async () => {
  await using home = await makeHome();
  const wanted = cells.flatMap((cell) => new Array<typeof cell>(cell.times).fill(cell));
  const all = [setup, ...wanted.map(({ code }) => code)].map((code) => ({ code }));
  await Deno.writeTextFile(`${home.notebooks}/show.ipynb`, notebookOf(all));
  using _busy = busyMachine();
  await runJupyter(home, ["nbconvert", "--execute", "--to", "notebook", "--inplace", "show.ipynb"]);
  const { cells: run } = await readNotebook(`${home.notebooks}/show.ipynb`);
  const counts = run.slice(1).map(({ source, outputs }) => `${outputs.length} of ${source}`);
  assertEquals(counts, wanted.map(({ code, outputs }) => `${outputs} of ${code}`));
});
