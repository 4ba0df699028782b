import { assert, assertEquals } from "@std/assert";
import { unaccepted } from "./_accepted.ts";
import { startBrowser } from "./_browser.ts";
import { makeHome } from "./_jupyter.ts";
import { startLab } from "./_lab.ts";
import { copyNotebooks, folder, notebookNames } from "./_notebooks.ts";
import type { Output } from "./_output.ts";
import { outputFaults } from "./_same_outputs.ts";

const names = await notebookNames();

/** What is wrong with outputs of which nothing is known but that a reader must see them. */
function faults(outputs: readonly Output[]): string[] {
  return outputs.flatMap((output) => {
    const { cell, mime, width, height, formulaErrors, unlabelled, marks } = output;
    const wrong = [
      ...(width < 20 || height < 10 ? ["it is not visible"] : []),
      ...(formulaErrors > 0 ? ["a formula cannot be read"] : []),
      ...(unlabelled > 0 ? ["a picture has no words"] : []),
      ...(marks && Object.values(marks).every((count) => count === 0) ? ["it has no marks"] : []),
      ...(marks && output.drawings !== 1 ? ["nothing is drawn"] : []),
    ];
    return wrong.map((fault) => `cell ${cell}, ${mime}: ${fault}`);
  });
}

Deno.test("Run All in JupyterLab puts every output where it belongs", async (t) => {
  await using home = await makeHome();
  await copyNotebooks(home.notebooks);
  await using browser = await startBrowser();
  await using lab = await startLab(home);
  for (const name of names) {
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
      assertEquals(unaccepted(notebook.complaints), []);
      assertEquals(notebook.elsewhere, []);
      await notebook.close();
    });
  }
});
