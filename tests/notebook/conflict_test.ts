import { assertEquals } from "@std/assert";
import { readNotebook, runNotebook } from "../../src/notebook/mod.ts";
import { names, withNotebooks } from "./_notebooks.ts";

const cells = ["1", "2"];

Deno.test("an edit saved during the run stays, and what ran goes beside it", async () => {
  await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    const edited = (await Deno.readTextFile(path)).replace('"1"', '"10"');
    const onCell = (cell: number) => {
      if (cell === 2) Deno.writeTextFileSync(path, edited);
    };
    const { conflict, output } = await runNotebook(path, { onCell });
    assertEquals([conflict, output], [true, `${folder}/n.actbook.ipynb`]);
    assertEquals(await Deno.readTextFile(path), edited);
    assertEquals((await readNotebook(output)).cells.map(({ executionCount }) => executionCount), [
      1,
      2,
    ]);
  });
});

Deno.test("a notebook removed during the run does not come back", async () => {
  await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    const { conflict } = await runNotebook(path, {
      onCell: (cell) => cell === 2 && Deno.removeSync(path),
    });
    assertEquals([conflict, names(folder)], [true, ["n.actbook.ipynb"]]);
  });
});

Deno.test("an edit during the run is none of the run's business if it writes elsewhere", async () => {
  await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`, output = `${folder}/out.ipynb`;
    const onCell = () => Deno.writeTextFileSync(path, "edited");
    assertEquals((await runNotebook(path, { onCell, output })).conflict, false);
    assertEquals(await Deno.readTextFile(path), "edited");
  });
});

Deno.test("with saveEach the file holds what ran after each cell", async () => {
  await withNotebooks({ n: [...cells, "3"] }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    const counts: (number | null)[][] = [];
    const onCell = () =>
      void counts.push(
        JSON.parse(Deno.readTextFileSync(path)).cells
          .map(({ execution_count }: { execution_count: number | null }) => execution_count),
      );
    const { conflict } = await runNotebook(path, { saveEach: true, onCell });
    assertEquals(conflict, false);
    assertEquals(counts, [[null, null, null], [1, null, null], [1, 2, null]]);
  });
});

Deno.test("recordTiming stores when cells ran, as JupyterLab does", async () => {
  await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`;
    const before = Date.now();
    await runNotebook(path, { recordTiming: true });
    const { cells: [{ metadata: { execution } }] } = JSON.parse(await Deno.readTextFile(path));
    const began = Date.parse(execution["iopub.execute_input"]);
    const ended = Date.parse(execution["iopub.status.idle"]);
    assertEquals([began >= before, ended >= began, ended <= Date.now()], [true, true, true]);
  });
});
