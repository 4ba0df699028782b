import { assertEquals, assertGreater, assertLess } from "@std/assert";
import mathjax from "mathjax-for-pages" with { type: "text" };
import { type Browser, startBrowser, type WatchedPage } from "./_browser.ts";
import { build, type Builder, builders, type Built } from "./_builders.ts";
import { folder, notebookNames } from "./_notebooks.ts";
import { lookAt, slab } from "./_reader.ts";

interface Notebook {
  readonly cells: readonly {
    readonly outputs?: readonly { readonly data?: Readonly<Record<string, string | string[]>> }[];
  }[];
}

/** How many formulas and pictures the outputs of a notebook have. */
async function contents(name: string): Promise<{ formulas: number; pictures: number }> {
  const { cells }: Notebook = JSON.parse(await Deno.readTextFile(`${folder}/${name}`));
  let [formulas, pictures] = [0, 0];
  for (const { data = {} } of cells.flatMap(({ outputs = [] }) => outputs)) {
    if ("text/latex" in data) formulas++;
    if ("image/svg+xml" in data) pictures++;
    formulas += [data["text/html"] ?? []].flat().join("").split('class="math"').length - 1;
  }
  return { formulas, pictures };
}

async function openPage(browser: Browser, path: string): Promise<WatchedPage> {
  const watched = await browser.newPage();
  // Of all that pages ask servers for they get what typesets formulas, and nothing else.
  await watched.page.context().route(
    /mathjax@\d/,
    (route) => route.fulfill({ contentType: "text/javascript", body: mathjax }),
  );
  await watched.page.goto(`file://${path}`, { waitUntil: "load" });
  await watched.page.waitForFunction("globalThis.MathJax?.startup?.promise !== undefined || true");
  await watched.page.evaluate("globalThis.MathJax?.startup?.promise");
  return watched;
}

/** Links of a page that lead to no file. */
async function dead(path: string, links: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const link of links) {
    const target = new URL(link.replace(/#.*/, ""), `file://${path}`);
    const there = await Deno.stat(target).then(
      async (stat) =>
        stat.isFile || await Deno.stat(new URL("index.html", `${target}/`)).then(() => true),
    ).catch(() => false);
    if (!there) found.push(link);
  }
  return found;
}

async function screenshots(browser: Browser, builder: Builder, built: Built): Promise<void> {
  const { page } = await openPage(browser, built.pages[0]);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [1200, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({
        path: `${import.meta.dirname}/screenshots/${builder.name}-${scheme}-${width}.png`,
        fullPage: true,
      });
    }
  }
  await page.close();
}

for (const builder of builders) {
  Deno.test(`${builder.name} shows formulas, pictures with their words, and links that lead somewhere`, async (t) => {
    const names = await notebookNames();
    await using built = await build(builder);
    await using browser = await startBrowser();
    const total = { formulas: 0, typeset: 0, pictures: 0, wordless: 0, links: 0, dead: 0 };
    for (const [i, path] of built.pages.entries()) {
      await t.step(names[i], async () => {
        const { page } = await openPage(browser, path);
        const found = await lookAt(page);
        const { formulas, pictures } = await contents(names[i]);
        const lost = await dead(path, found.links);
        total.formulas += formulas;
        total.typeset += found.typeset;
        total.pictures += found.pictures;
        total.wordless += found.wordless;
        total.links += found.links.length;
        total.dead += lost.length;
        assertEquals(found.pictures, pictures);
        assertEquals(found.wordless, 0);
        assertEquals(lost, []);
        // nbconvert's page loads another, older typesetter, which gets no answer here.
        if (builder.name !== "nbconvert") {
          assertEquals(found.raw, []);
          assertGreater(found.typeset, formulas - 1);
        }
        for (const scheme of ["light", "dark"] as const) {
          assertLess(await slab(page, scheme), 40, `not as ${scheme} as the page`);
        }
        await page.setViewportSize({ width: 390, height: 844 });
        const narrow = await lookAt(page);
        assertEquals(narrow.overflow, 0, "wider than a telephone");
        assertEquals(narrow.cut, []);
        await page.close();
      });
    }
    const { formulas, typeset, pictures, wordless, links, dead: lost } = total;
    console.log(
      `${builder.name}: no warnings; ${typeset} formulas typeset, ${formulas} of them in outputs; ` +
        `${pictures - wordless} of ${pictures} pictures with words; ${lost} of ${links} links dead`,
    );
    await screenshots(browser, builder, built);
  });
}
