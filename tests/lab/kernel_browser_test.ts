import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { unaccepted } from "./_accepted.ts";
import { startBrowser } from "./_browser.ts";
import { notebookOf } from "./_ipynb.ts";
import { makeHome } from "./_jupyter.ts";
import { startLab } from "./_lab.ts";
import { installOwnKernel, ownKernel } from "./_own_kernel.ts";

/** How many cells "Run All" runs. */
const count = Number(Deno.env.get("LAB_CELLS") ?? 100);

const sources = Array.from({ length: count }, (_, i) => {
  const wait = i % 2 ? " await new Promise((r) => setTimeout(r, 1));" : "";
  return `console.log("L${i}");${wait} ${i}`;
});
const last = ["console.log('on'); for (;;) {}", "typeof kept + kept", "let kept = 7"];

/** The texts of each cell's outputs, from the notebook's model: not all of it is on the screen. */
const shown = (page: Page) =>
  page.evaluate<string[]>(`actbook.cells().map((cell) => {
    const { outputs } = cell.model;
    return Array.from({ length: outputs.length }, (_, i) => {
      const { text, data, evalue } = outputs.get(i).toJSON();
      return [text ?? data?.["text/plain"] ?? evalue].flat().join("");
    }).join("|");
  })`);

const settle = { timeout: 300_000, polling: 100 };

for (const program of ["lab", "notebook"] as const) {
  const name = program === "lab" ? "JupyterLab" : "Notebook 7";
  Deno.test(`${name}: Run All, interrupt and restart with our kernel, every output in its cell`, async () => {
    await using home = await makeHome();
    await installOwnKernel(home);
    const text = notebookOf([...sources, ...last].map((code) => ({ code })), ownKernel);
    await Deno.writeTextFile(`${home.notebooks}/n.ipynb`, text);
    await using lab = await startLab(home, program);
    await using browser = await startBrowser();
    const notebook = await lab.open(browser, "n.ipynb");
    const { page } = notebook;
    const at = (index: number) => `actbook.panel().content.widgets[${index}]`;
    const run = (index: number) =>
      page.evaluate(`(actbook.panel().content.activeCellIndex = ${index},
        void actbook.app().commands.execute("notebook:run-cell"))`);
    const says = (index: number, text: string) =>
      page.waitForFunction(
        `JSON.stringify(${at(index)}.model.outputs.toJSON()).includes(${JSON.stringify(text)})`,
        undefined,
        settle,
      );
    const ran = (index: number) =>
      page.waitForFunction(
        `${at(index)}.model.executionCount !== null && actbook.idle()`,
        undefined,
        settle,
      );

    await run(count + 2);
    await ran(count + 2);
    await page.evaluate("void actbook.runAll()"); // it does not end by itself
    await says(count, "on"); // all cells before have run
    await page.evaluate('actbook.app().commands.execute("kernelmenu:interrupt")');
    await says(count, "Interrupted");
    await page.waitForFunction("actbook.idle()", undefined, settle);
    const outputs = await shown(page);
    const wrong = outputs.slice(0, count).flatMap((text, i) =>
      text === `L${i}\n|${i}` ? [] : [`${i}: ${text}`]
    );
    assertEquals(wrong, []);
    assertEquals(outputs[count], "on\n|The cell was interrupted");
    await run(count + 1);
    await says(count + 1, "number7");

    await page.evaluate("actbook.panel().sessionContext.session.kernel.restart()");
    await page.waitForFunction("actbook.idle()", undefined, settle);
    await run(count + 1);
    await says(count + 1, "kept is not defined");
    await page.evaluate(`actbook.panel().content.scrollToItem(${count})`);
    await page.waitForTimeout(500);
    const folder = `${import.meta.dirname}/screenshots`;
    await Deno.mkdir(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/own-kernel-${program}.png` });
    assertEquals(unaccepted(notebook.complaints), []);
    await notebook.close();
  });
}
