/**
 * Widgets in JupyterLab, on our kernel: a slider, a button and a view of one's own call functions of
 * the notebook, and a panel shows what they make.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { startBrowser } from "./_browser.ts";
import { notebookOf } from "./_ipynb.ts";
import { makeHome } from "./_jupyter.ts";
import { startLab } from "./_lab.ts";
import { installOwnKernel, ownKernel } from "./_own_kernel.ts";

const cells = [
  `import { gelu, plot, show } from "@actbook/actbook";
import { anyWidget, button, inColumn, panel, progressBar, slider } from "@actbook/actbook/widgets";`,
  `const place = panel();
const draw = (k: number) =>
  place.show("k is " + k.toFixed(2), plot([gelu, (x: number) => x / (1 + Math.exp(-k * x))]));
const k = slider({ title: "k", min: 1, max: 3, step: 0.1, value: 1.7 }, draw);
await draw(k.value);
await show(inColumn(k, place));`,
  `const bar = progressBar("pressed", 3);
let count = 0;
await show(inColumn(button("Press", () => {
  bar.value = ++count;
  console.log("pressed", count);
}), bar));`,
  `const own = anyWidget({
  module: \`export default { render({ model, el }) {
    const button = document.createElement("button");
    button.className = "own";
    const write = () => button.textContent = "count " + model.get("count");
    button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
    model.on("change:count", write);
    write();
    el.append(button);
  } }\`,
  state: { count: 5 },
}).onChange(({ count }) => console.log("count is", count));
await show(own);`,
].map((code) => ({ code }));

Deno.test("sliders, buttons and views of one's own call functions of the notebook", async () => {
  await using home = await makeHome();
  await installOwnKernel(home);
  await Deno.writeTextFile(`${home.notebooks}/widgets.ipynb`, notebookOf(cells, ownKernel));
  await using browser = await startBrowser();
  await using lab = await startLab(home);
  const notebook = await lab.open(browser, "widgets.ipynb");
  await notebook.runAll();
  const { page } = notebook;
  const texts = async (selector: string) => await page.locator(selector).allInnerTexts();
  const shows = (text: string) =>
    page.waitForFunction(
      `document.querySelector(".jp-Notebook").innerText.includes(${JSON.stringify(text)})`,
      undefined,
      { timeout: 60_000 },
    );
  await shows("k is 1.70");
  await page.locator(".widget-slider .noUi-handle").focus();
  await page.keyboard.press("ArrowRight");
  await shows("k is 1.80");
  await page.locator("button.widget-button").click();
  await page.locator("button.widget-button").click();
  await shows("pressed 2");
  await page.locator("button.own").click();
  await shows("count is 6");
  assertEquals(await texts("button.own"), ["count 6"]);
  assertEquals(
    await page.locator(".widget-progress, .jupyter-widgets .progress").count() > 0,
    true,
  );
  assertEquals(await page.getByText("Click to show javascript error").count(), 0);
  await notebook.screenshot("widgets");
  await notebook.close();
});
