import { assert, assertEquals, assertGreater } from "@std/assert";
import { barriers } from "./_accessibility.ts";
import { unaccepted } from "./_accepted.ts";
import { startBrowser } from "./_browser.ts";
import { openAsHtml } from "./_html.ts";
import { makeHome } from "./_jupyter.ts";
import { type OpenNotebook, startLab } from "./_lab.ts";
import { faults, type FrontEnd, type Output } from "./_output.ts";
import { cellOf, entries, galleryNotebook } from "./gallery.ts";

const name = "gallery.ipynb";

/** A line for each output that is not seen as it must be, or that nobody expects. */
function allFaults(outputs: readonly Output[], where: FrontEnd): string[] {
  const errors = outputs.filter(({ mime }) => /std(err|out)|error/.test(mime));
  const uncalledFor = errors.map(({ cell, text }) => `cell ${cell}: ${text}`);
  const wrong = entries.flatMap(({ heading, seen }, i) => {
    const own = outputs.filter(({ cell }) => cell === cellOf(i));
    const wrong = seen.flatMap((one, j) => faults(one, own[j], where));
    if (own.length > seen.length) wrong.push(`${own.length} outputs: ${own.map((o) => o.text)}`);
    return wrong.map((fault) => `${heading}: ${fault}`);
  });
  return [...uncalledFor, ...wrong];
}

/** Moves each slider to its ends; the curve must follow, and be another picture. */
async function checkSliders({ page }: OpenNotebook): Promise<number> {
  let moved = 0;
  for (const index of entries.keys()) {
    const cell = page.locator(".jp-Cell").nth(cellOf(index));
    for (const slider of await cell.locator("input[type=range]").all()) {
      const look = async () => [
        JSON.stringify(await page.evaluate(`actbook.lines(${cellOf(index)})`)),
        (await cell.locator("canvas, svg.marks").first().screenshot()).toString("base64"),
      ];
      const at = async (end: "min" | "max") => {
        await slider.fill((await slider.getAttribute(end))!);
        await page.waitForTimeout(100); // for Vega to draw
        return await look();
      };
      const [low, high] = [await at("min"), await at("max")];
      assert(low[0] !== high[0], `${entries[index].heading}: the curve stays`);
      assert(low[1] !== high[1], `${entries[index].heading}: the picture stays`);
      moved++;
    }
  }
  return moved;
}

/** Moves the first slider by the keys that the guide names; the others belong to JupyterLab. */
async function checkKeys({ page }: OpenNotebook): Promise<void> {
  const slider = page.locator(".jp-OutputArea-output input[type=range]").first();
  const at = async () => Number(await slider.inputValue());
  await slider.fill((await slider.getAttribute("min"))!);
  const least = await at();
  await slider.focus();
  await page.keyboard.press("PageUp");
  const further = await at();
  assertGreater(further, least);
  await page.keyboard.press("PageDown");
  assertEquals(await at(), least);
  await page.keyboard.press("End");
  assertEquals(await at(), Number(await slider.getAttribute("max")));
  await page.keyboard.press("Home");
  assertEquals(await at(), least);
}

/** How much red is in each text of charts, as in black, in white and in greys of all others. */
async function reds({ page }: OpenNotebook): Promise<number[]> {
  return await page.evaluate<number[]>("actbook.reds()");
}

Deno.test("the committed gallery has the cells that gallery.ts writes", async () => {
  const sources = (text: string) =>
    JSON.parse(text).cells.map((cell: { source: string[] }) => cell.source);
  const committed = await Deno.readTextFile(`${import.meta.dirname}/gallery.ipynb`);
  assertEquals(sources(committed), sources(galleryNotebook()));
});

Deno.test("every kind of output is seen, wherever the notebook is read", async (t) => {
  await using home = await makeHome();
  await using browser = await startBrowser();
  const path = `${home.notebooks}/${name}`;
  await Deno.writeTextFile(path, galleryNotebook());

  {
    await using lab = await startLab(home);
    const notebook = await lab.open(browser, name);
    await t.step("JupyterLab shows all after Run All", async () => {
      await notebook.runAll();
      assertEquals(allFaults(await notebook.outputs(), "trusted"), []);
      assert(await notebook.trusted());
    });
    await t.step("screenshots, light and dark", async () => {
      await notebook.screenshot("gallery-light");
      const light = await reds(notebook);
      await notebook.theme("dark");
      await notebook.screenshot("gallery-dark");
      const dark = await reds(notebook);
      await notebook.theme("light");
      assertGreater(light.length, 100);
      assertEquals(dark.length, light.length);
      const same = light.filter((red, i) => red < 128 === dark[i] < 128);
      assertEquals(same, [], "texts that are as dark in the dark");
    });
    await t.step("moving a slider moves the curve", async () => {
      const sliders = entries.flatMap(({ seen }) =>
        seen.map((one) => "chart" in one ? one.controls ?? 0 : 0)
      ).reduce((a, b) => a + b);
      assertEquals(await checkSliders(notebook), sliders);
    });
    await t.step("keys move a slider that has the focus", () => checkKeys(notebook));
    await t.step("no panel cuts off what it says", async () => {
      const cut = notebook.page.locator(".vega-embed svg [clip-path] text");
      assertEquals(await cut.allTextContents(), []);
    });
    await t.step("JupyterLab: axe finds nothing serious", async () => {
      assertEquals(await barriers(notebook.page), []);
    });
    await t.step("JupyterLab: no console errors, nothing asked of other servers", () => {
      assertEquals(unaccepted(notebook.complaints), []);
      assertEquals(notebook.elsewhere, []);
    });
    await notebook.save();
    await notebook.close();
  }

  await t.step("JupyterLab shows all in a notebook that it does not trust", async () => {
    await using stranger = await makeHome();
    await Deno.copyFile(path, `${stranger.notebooks}/${name}`);
    await using lab = await startLab(stranger);
    const notebook = await lab.open(browser, name);
    assert(!await notebook.trusted(), "this test needs a notebook that is not trusted");
    assertEquals(allFaults(await notebook.outputs(), "untrusted"), []);
    await notebook.screenshot("gallery-untrusted");
    assertEquals(unaccepted(notebook.complaints), []);
    assertEquals(notebook.elsewhere, []);
    await notebook.close();
  });

  await t.step("Notebook 7 shows all", async () => {
    await using other = await makeHome();
    await Deno.writeTextFile(`${other.notebooks}/${name}`, galleryNotebook());
    await using server = await startLab(other, "notebook");
    const notebook = await server.open(browser, name);
    await notebook.runAll();
    assertEquals(allFaults(await notebook.outputs(), "trusted"), []);
    assertEquals(unaccepted(notebook.complaints), []);
    assertEquals(notebook.elsewhere, []);
    await notebook.close();
  });

  await t.step("nbconvert's HTML shows all", async () => {
    const html = await openAsHtml(browser, home, name);
    const outputs = await html.outputs();
    assertGreater(outputs.length, 0);
    assertEquals(allFaults(outputs, "html"), []);
    assertEquals(await barriers(html.page), []);
    await html.page.screenshot({
      path: `${import.meta.dirname}/screenshots/gallery-html.png`,
      fullPage: true,
    });
    assertEquals(unaccepted(html.complaints), []);
    const notNbconvert = (url: string) => !url.startsWith("https://cdnjs.cloudflare.com/");
    assertEquals(html.elsewhere.filter(notNbconvert), []);
  });
});
