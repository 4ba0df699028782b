/**
 * The notebooks of the atlas, each run in its page: a reader's browser computes what is stored.
 *
 * @module
 */

import { assertEquals, assertLessOrEqual } from "@std/assert";
import { type Cell, readNotebook, SKIP_VERIFY } from "../../src/notebook/mod.ts";
import { walk } from "../_walk.ts";
import { type Atlas, atlas } from "./_atlas.ts";
import { type Browser, startBrowser } from "./_browser.ts";

/** Long enough for a machine that is busy: by themselves they take a minute at most. */
const timeout = 900_000;

/** What a cell shows on its page. */
interface Shown {
  readonly outputs: readonly { readonly plain: string; readonly kind: string }[];
  readonly errors: readonly string[];
}

/** Runs the notebook of a page, and reads what each of its cells shows. */
async function runInPage(browser: Browser, address: string): Promise<Shown[]> {
  const { page, complaints, elsewhere } = await browser.newPage();
  await page.goto(address);
  await page.locator("[data-notebook] button").click();
  await page.locator("[data-notebook][data-state=done]").waitFor({ timeout, state: "attached" });
  const shown = await page.evaluate<Shown[]>(`
    [...document.querySelectorAll(".cell-output")].map((cell) => ({
      outputs: [...cell.querySelectorAll(".cell-part")].map((part) => ({
        plain: part.dataset.plain,
        kind: part.querySelector("img") ? "picture" : part.querySelector("table") ? "table" : "text",
      })),
      errors: [...cell.querySelectorAll(".cell-error")].map((error) => error.textContent),
    }))`);
  assertEquals([...complaints, ...elsewhere], []);
  await page.close();
  return shown;
}

/** What is stored in a cell, as it would be shown. */
function stored({ outputs }: Cell): Shown["outputs"] {
  return outputs.flatMap((output) => {
    if (!("data" in output)) return [];
    const data = output.data as Record<string, unknown>;
    const html = `${data["text/html"] ?? data["text/markdown"] ?? ""}`;
    const kind = "image/svg+xml" in data ? "picture" : /<table|^\|/m.test(html) ? "table" : "text";
    return [{ plain: [data["text/plain"]].flat().join(""), kind }];
  });
}

/** Whether an error says that a browser has not what Deno has, or which cell failed for want of it. */
function isOfDeno(error: string): boolean {
  return /: run the notebook with Deno$|^ReferenceError: Cannot find \S+ as cell \d+, which/
    .test(error);
}

/** How many cells of a notebook may need Deno: those that import data, and what is made of it. */
const needDeno: Readonly<Record<string, number>> = { "06-better-ones": 4, "09-which-one": 26 };

/** Runs the notebook of a page; what comes out differently from what is stored, a line each. */
async function differences(browser: Browser, site: Atlas, name: string): Promise<string[]> {
  const shown = await runInPage(browser, site.at(`notebooks/${name}/`));
  const { cells } = await readNotebook(`notebooks/${name}.ipynb`);
  const code = cells.filter(({ type }) => type === "code");
  assertEquals(shown.length, code.length, `${name}: each cell has its place on the page`);
  const failed = shown.filter(({ errors }) => errors.length > 0).length;
  assertLessOrEqual(failed, needDeno[name] ?? 0, `${name}: cells that need Deno`);
  return code.flatMap((cell, k) => {
    const { outputs, errors } = shown[k];
    if (errors.length > 0) {
      return errors.filter((error) => !isOfDeno(error)).map((error) => `cell ${k + 1}: ${error}`);
    }
    if (cell.tags.includes(SKIP_VERIFY)) return [];
    const [here, there] = [outputs, stored(cell)].map((each) => JSON.stringify(each));
    return here === there ? [] : [`cell ${k + 1}: ${here} in place of ${there}`];
  });
}

Deno.test("the notebooks of the atlas compute in their pages what is stored in them", async (t) => {
  await using site = await atlas();
  await using browser = await startBrowser();
  for await (const path of walk("notebooks", ".ipynb")) {
    const [, name] = /^notebooks\/([^/]+)\.ipynb$/.exec(path) ?? [];
    if (!name) continue;
    await t.step(name, async () => {
      const start = performance.now();
      assertEquals(await differences(browser, site, name), []);
      console.log(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
    });
  }
});
