import { assertEquals, assertGreater } from "@std/assert";
import { parseNotebook } from "../../src/notebook/ipynb.ts";
import { notebookOf } from "./_ipynb.ts";
import { makeHome, runJupyter } from "./_jupyter.ts";
import { copyNotebooks, folder, notebookNames } from "./_notebooks.ts";
import { endsWithShow, outputFaults } from "./_same_outputs.ts";

const names = await notebookNames();

/** How often each notebook goes through nbconvert; more often finds what is lost rarely. */
const runs = Number(Deno.env.get("LAB_RUNS") ?? 1);

Deno.test("a cell that ends with `await show(…)` is told from others", () => {
  const cells = {
    "await show(1);": true,
    "const x = 1;\nawait show(\n  x,\n);": true,
    "await show(values([\n  [1],\n]));": true,
    "await show(1);\nassert(true);": false,
    "x;": false,
    'const text = "\\\nawait show(1);";\ntext': false,
  };
  const { cells: read } = parseNotebook(notebookOf(Object.keys(cells).map((code) => ({ code }))));
  assertEquals(read.map(endsWithShow), Object.values(cells));
});

Deno.test("there are notebooks to run", () => {
  assertGreater(names.length, 0);
});

Deno.test("nbconvert --execute loses no output", async (t) => {
  await using home = await makeHome();
  await copyNotebooks(home.notebooks);
  for (const name of names) {
    await t.step(`${name}, ${runs} times`, async () => {
      for (let run = 1; run <= runs; run++) {
        const out = `run-${run}-${name}`;
        await runJupyter(home, [
          ...["nbconvert", "--execute", "--to", "notebook", "--output", out, name],
          "--ClearOutputPreprocessor.enabled=True",
        ]);
        const faults = await outputFaults(`${home.notebooks}/${out}`, `${folder}/${name}`);
        assertEquals(faults, []);
      }
    });
  }
});
