import { assertEquals } from "@std/assert";
import { readNotebook, runNotebook } from "../../src/notebook/mod.ts";
import { fixtureFiles } from "../fixtures/notebooks.ts";
import { type kernels, timeout } from "./_run.ts";

const files = fixtureFiles();
const notebooks = [...files.keys()].filter((name) => name.endsWith(".ipynb"));

/** What a notebook shows that this kernel has run. */
async function shown(folder: string, name: string, kernel: typeof kernels[number]) {
  for (const [file, text] of files) await Deno.writeTextFile(`${folder}/${file}`, text);
  await runNotebook(`${folder}/${name}`, { timeout, kernel });
  const { cells } = await readNotebook(`${folder}/${name}`);
  return cells.map(({ outputs }) => outputs);
}

/** Deno's kernel knows no cells: it says "<anonymous>" where ours says "cell 3". */
function withoutCells(text: string): string {
  return text.replace(/at cell \d+:/g, "at <anonymous>:");
}

for (const name of notebooks.filter((each) => each !== "errors.ipynb")) {
  Deno.test(`${name} comes out with the same bytes on both kernels, but for the names of cells`, async () => {
    const folder = await Deno.makeTempDir({ prefix: "actbook-test-" });
    try {
      const [stock, own] = [
        await shown(folder, name, "deno"),
        await shown(folder, name, "actbook"),
      ];
      assertEquals(withoutCells(JSON.stringify(own)), JSON.stringify(stock));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test("of errors, our kernel tells more than Deno's, and nothing else", async () => {
  const folder = await Deno.makeTempDir({ prefix: "actbook-test-" });
  try {
    const [stock, own] = [
      await shown(folder, "errors.ipynb", "deno"),
      await shown(folder, "errors.ipynb", "actbook"),
    ];
    const words = (outputs: typeof own) =>
      outputs.flat().map((output) =>
        output.output_type === "error" ? `${output.ename}: ${output.evalue}` : output
      );
    // What is thrown and is no error, Deno's kernel turns into one and loses.
    const lost = ["Error: [object Object]", "Thrown: { code: 5 }"];
    assertEquals(words(own).map((each) => each === lost[1] ? lost[0] : each), words(stock));
    for (const [cell, outputs] of own.entries()) {
      const error = outputs.find((output) => output.output_type === "error");
      if (error?.output_type !== "error" || error.ename === "Thrown") continue;
      // The place in the cell, the line of code, a caret.
      const text = error.traceback.join("\n");
      assertEquals(text.includes(`cell ${cell + 1}:`), true, text);
      assertEquals(/^ *\| +\^$/m.test(text), true, text);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
