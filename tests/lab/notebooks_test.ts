import { assert, assertEquals, assertGreater } from "@std/assert";
import { parseNotebook } from "../../src/notebook/ipynb.ts";
import { startBrowser } from "./_browser.ts";
import { notebookOf } from "./_ipynb.ts";
import { makeHome, runJupyter } from "./_jupyter.ts";
import { startLab } from "./_lab.ts";
import type { Output } from "./_output.ts";
import { endsWithShow, outputFaults } from "./_same_outputs.ts";

const folder = new URL("../../notebooks", import.meta.url).pathname;
const names = (await Array.fromAsync(Deno.readDir(folder)))
  .map(({ name }) => name)
  .filter((name) => name.endsWith(".ipynb"))
  .sort();

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
  for (const name of names) {
    await Deno.copyFile(`${folder}/${name}`, `${home.notebooks}/${name}`);
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

/** What is wrong with outputs of which nothing is known but that a reader must see them. */
function faults(outputs: readonly Output[]): string[] {
  return outputs.flatMap((output) => {
    const { cell, mime, width, height, formulaErrors, unlabelled, marks } = output;
    const wrong = [
      ...(width < 20 || height < 10 ? ["it is not visible"] : []),
      ...(formulaErrors > 0 ? ["a formula cannot be read"] : []),
      ...(unlabelled > 0 ? ["a picture has no words"] : []),
      ...(marks && Object.values(marks).every((count) => count === 0) ? ["it has no marks"] : []),
      ...(marks && output.canvases !== 1 ? ["nothing is drawn"] : []),
    ];
    return wrong.map((fault) => `cell ${cell}, ${mime}: ${fault}`);
  });
}

Deno.test("Run All in JupyterLab puts every output where it belongs", async (t) => {
  await using home = await makeHome();
  await using browser = await startBrowser();
  await using lab = await startLab(home);
  for (const name of names) {
    await Deno.copyFile(`${folder}/${name}`, `${home.notebooks}/${name}`);
    await t.step(name, async () => {
      const notebook = await lab.open(browser, name);
      await notebook.clear();
      assertEquals(await notebook.outputs(), []);
      await notebook.runAll();
      await notebook.save();
      assertEquals(await outputFaults(`${home.notebooks}/${name}`, `${folder}/${name}`), []);
      assertEquals(faults(await notebook.outputs()), []);
      assert(await notebook.trusted());
      await notebook.screenshot(name.replace(/\.ipynb$/, ""));
      assertEquals(notebook.complaints, []);
      assertEquals(notebook.elsewhere, []);
      await notebook.close();
    });
  }
});
