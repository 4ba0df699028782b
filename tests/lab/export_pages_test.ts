import { assert, assertEquals, assertGreater } from "@std/assert";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist";
import { exporterOf, type ExportOptions } from "../../src/export/mod.ts";
import { findNotebooks } from "../../src/notebook/mod.ts";
import { hostileFolder } from "../export/_hostile.ts";
import { barriersOf } from "./_accessibility.ts";
import { startBrowser, type WatchedPage } from "./_browser.ts";

const notebooks = new URL("../../notebooks/", import.meta.url);

/** A folder of pages, of a notebook of ours and hostile ones. */
async function exported(to: ExportOptions["to"]) {
  const folder = await Deno.makeTempDir({ prefix: "actbook-pages-" });
  const [from, output] = [join(folder, "from"), join(folder, "pages")];
  await Deno.mkdir(from);
  await hostileFolder(from);
  await Deno.copyFile(new URL("07-the-family.ipynb", notebooks), join(from, "family.ipynb"));
  const exporter = await exporterOf(await findNotebooks([from]), { to, output });
  const pages: string[] = [];
  for (const { path } of exporter.pages) pages.push((await exporter.one(path)).files[0]);
  return { pages, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

for (const to of ["html", "slides"] as const) {
  Deno.test(`${to}: nothing is barred, asked for elsewhere, complained of or too wide`, async () => {
    await using made = await exported(to);
    await using browser = await startBrowser();
    for (const path of made.pages) {
      for (
        const [colorScheme, width] of [["light", 1280], ["dark", 390]] as const
      ) {
        const { page, complaints, elsewhere } = await browser.newPage();
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`file://${path}`);
        assertEquals(await barriersOf(page), [], `${path} ${colorScheme}`);
        assertEquals({ complaints, elsewhere }, { complaints: [], elsewhere: [] });
        assertEquals(await page.evaluate("document.documentElement.scrollWidth"), width);
        assertEquals(await page.evaluate("'ran' in window"), false);
        await page.screenshot({
          path: `${import.meta.dirname}/screenshots/${path.replace(/^.*\//, "")}-${width}.png`,
        });
        await page.close();
      }
    }
  });
}

/** How far down the things on a page begin that are not charts. */
async function tops({ page }: WatchedPage): Promise<number[]> {
  return await page.evaluate<number[]>(
    `[...document.querySelectorAll("main > :not(figure)")].map((each) => Math.round(each.getBoundingClientRect().top + scrollY))`,
  );
}

Deno.test("html: every chart comes alive where its picture was, and nothing jumps", async () => {
  await using made = await exported("html");
  await using browser = await startBrowser();
  const watched = await browser.newPage();
  const { page, complaints, elsewhere } = watched;
  await page.goto(`file://${made.pages.find((path) => path.endsWith("family.html"))}`);
  const before = await tops(watched);
  const buttons = await page.locator("button[data-chart]").count();
  assertGreater(buttons, 5);
  for (let i = 0; i < buttons; i++) await page.locator("button[data-chart]").first().click();
  await page.waitForFunction(
    `document.querySelectorAll(".vega-embed canvas, .vega-embed svg").length >= ${buttons}`,
  );
  assertEquals(await tops(watched), before);
  assertEquals({ complaints, elsewhere }, { complaints: [], elsewhere: [] });
});

Deno.test("pdf: an outline of the headings, a number on every page, nothing folded", async () => {
  await using made = await exported("pdf");
  const path = made.pages.find((path) => path.endsWith("family.pdf"))!;
  const pdf = await getDocument({ data: await Deno.readFile(path), verbosity: 0 }).promise;
  const [title] = await pdf.getOutline();
  assertEquals(title.title, "7. How are these functions related?");
  const { cells } = JSON.parse(await Deno.readTextFile(new URL("07-the-family.ipynb", notebooks)));
  const sources: string[] = cells.filter((cell: { cell_type: string }) =>
    cell.cell_type === "markdown"
  ).map(({ source }: { source: string[] | string }) => [source].flat().join(""));
  const headings = sources.flatMap((source) => source.match(/^## .*/gm) ?? []);
  assertEquals(title.items.length, headings.length);
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const texts = items.map((item: object) => "str" in item ? item.str : "");
    assert(texts.includes(`${number}`), `page ${number} has no number`);
  }
  await pdf.destroy();
});
