/**
 * Notebooks in a builder of documentation: exported, built by its recipe, and looked at page by page.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { each, markdownTree } from "../../src/export/_markdown_tree.ts";
import { type Part, proseOf } from "../../src/export/_page.ts";
import { readSources } from "../../src/export/_sources.ts";
import { type Expected, hostileFolder } from "../export/_hostile.ts";
import { startBrowser } from "./_browser.ts";
import { follow } from "./_recipes.ts";
import { serve, visit } from "./_site.ts";

const notebooks = new URL("../../notebooks/", import.meta.url);

/** Three that link to one another; all with `NOTEBOOKS=all`. */
const few = ["01-the-article.ipynb", "07-the-family.ipynb", "08-the-last-bit.ipynb"];

async function chosen(): Promise<string[]> {
  if (Deno.env.get("NOTEBOOKS") !== "all") return few;
  const names = (await Array.fromAsync(Deno.readDir(notebooks))).map(({ name }) => name);
  return names.filter((name) => name.endsWith(".ipynb")).sort();
}

/** Fills a folder with notebooks of ours and hostile ones; what must be on the page of each. */
async function fill(folder: string): Promise<Expected[]> {
  const names = await chosen();
  for (const name of [...names, "README.md", "overview.svg"]) {
    await Deno.copyFile(new URL(name, notebooks), join(folder, name));
  }
  const found = names.map((below) => ({ path: join(folder, below), below }));
  const { sources } = await readSources(found, { beside: false, texts: true });
  const ours = await Promise.all(sources.map(async ({ below, content }): Promise<Expected> => {
    const parts = content.cells.flatMap(({ parts }) => parts).flatMap(flat);
    // Line by line, as some builders put each into an element of its own.
    const code = parts.filter((part) => part.kind === "code")
      .flatMap(({ source }) => source.split("\n"));
    const html = parts.filter((part) => part.kind === "html").map(({ html }) => html).join();
    let formulas = html.split("\\(").length - 1;
    let pictures = parts.filter(({ kind }) => kind === "picture").length;
    for (const source of proseOf(content)) {
      each(await markdownTree(source), ({ type }) => {
        if (type === "inlineMath" || type === "math") formulas++;
        if (type === "image") pictures++;
      });
    }
    return { below, texts: code, pictures, formulas };
  }));
  return [...ours, ...await hostileFolder(folder)];
}

function flat(part: Part): Part[] {
  return part.kind === "folded" ? part.parts.flatMap(flat) : [part];
}

/** A test that a builder, by its recipe, makes pages in which nothing is lost. */
export function testRecipe(name: string, elsewhere: RegExp = /(?!)/): void {
  Deno.test(`${name}: pages by its recipe lose nothing of our notebooks, nor of a hostile one`, async (t) => {
    let expected: readonly Expected[] = [];
    await using built = await follow(name, async (folder) => {
      expected = await fill(folder);
    });
    await using site = serve(built.pages);
    await using browser = await startBrowser();
    const pages = await visit(browser, site, `${import.meta.dirname}/screenshots/${name}`);
    const named = new Map(pages.map((page) => [page.address, new Set(page.looks[0].names)]));
    for (const page of pages) {
      const path = decodeURI(page.address.slice(site.address.length));
      await t.step(path, () => {
        assertEquals(page.complaints, []);
        assertEquals(page.elsewhere.filter((address) => !elsewhere.test(address)), []);
        for (const look of page.looks) {
          const { scheme, width, raw, badFormulas, wide, ran, pictures } = look;
          const bad = pictures.filter(({ alt, loaded }) => alt.trim() === "" || !loaded);
          assertEquals({ scheme, width, raw, badFormulas, wide, ran, bad }, {
            scheme,
            width,
            raw: [],
            badFormulas: 0,
            wide: [],
            ran: false,
            bad: [],
          });
        }
        assertEquals(page.looks[0].links.filter((link) => isDead(link, named)), []);
      });
    }
    for (const { below, texts, pictures, formulas } of expected) {
      await t.step(`what is on ${below}`, () => {
        const page = pages.find(({ address }) => stem(address) === stem(below));
        assert(page, `there is no page of it among ${pages.map(({ address }) => address)}`);
        for (const { scheme, text, ...look } of page.looks) {
          assertEquals(texts.filter((words) => !text.includes(spaced(words))), [], scheme);
          assertEquals(look.pictures.length, pictures, `pictures in ${scheme}`);
          assert(look.typeset >= formulas, `${look.typeset} of ${formulas} formulas`);
        }
      });
    }
    assertEquals(site.missing, []);
  });
}

/** Whether a link leads to a name that is not on its page; pages that are missing are told elsewhere. */
function isDead(link: string, named: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [address, name] = link.split("#");
  const names = named.get(address);
  return Boolean(name && names && !names.has(name) && !names.has(decodeURIComponent(name)));
}

const spaced = (text: string) => text.replace(/\s+/g, " ").trim();

/** The name of a page or notebook as every builder has it. */
function stem(path: string): string {
  // Some builders make a README the page of its folder, and take numbers for an order alone.
  const name = decodeURI(path).replace(/\/notebooks\/?$/, "/README").replace(/\/$/, "")
    .replace(/^.*\//, "");
  return name.replace(/\.(?:html|ipynb|md)$|^\d+-/g, "").toLowerCase().replace(/ /g, "-");
}
