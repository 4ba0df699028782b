/**
 * What is exported together: notebooks, and the texts in Markdown that they lead to.
 *
 * @module
 */

import { basename, dirname, join, relative, resolve } from "node:path";
import type { FoundNotebook } from "../notebook/find.ts";
import { type Notebook, parseNotebook, readNotebook } from "../notebook/ipynb.ts";
import { type Anchors, anchorsOf } from "./_anchors.ts";
import { each, markdownTree, textOf } from "./_markdown_tree.ts";
import type { mdast } from "./_packages.ts";
import { type Page, pageOf, proseOf } from "./_page.ts";
import { mathText } from "./_typeset.ts";
import { isElsewhere, partsOf } from "./_url.ts";

/** A notebook or a text, read. */
export interface Source extends FoundNotebook {
  /** Of the page, below the folder of all pages, without its ending, with slashes. */
  readonly page: string;
  readonly content: Page;
  /** Where links to it may lead. */
  readonly anchors: Anchors;
  /** What its prose links to. */
  readonly links: readonly string[];
}

/** What was read, and what could not be. */
export interface Sources {
  readonly sources: readonly Source[];
  /** Why a notebook could not be read, by its path. */
  readonly failed: ReadonlyMap<string, Error>;
}

/**
 * Reads notebooks, and the texts in Markdown that they link to.
 *
 * @param notebooks what `findNotebooks` finds
 * @param beside whether pages lie beside their notebooks, and not in a folder of their own
 * @param texts whether texts become pages too
 */
export async function readSources(
  notebooks: readonly FoundNotebook[],
  { beside, texts }: { readonly beside: boolean; readonly texts: boolean },
): Promise<Sources> {
  const sources = new Map<string, Source>();
  const failed = new Map<string, Error>();
  const queue = [...notebooks];
  while (queue.length > 0) {
    const found = queue.shift()!;
    if (sources.has(resolve(found.path))) continue;
    const source = await sourceOf(found, beside).catch((error) => error as Error);
    if (source instanceof Error) {
      failed.set(found.path, source);
      continue;
    }
    const same = [...sources.values()].find(({ page }) => page === source.page);
    if (same && !isText(found.path)) {
      throw new RangeError(
        `Cannot export ${same.path} and ${found.path} together as both would be ${source.page}`,
      );
    }
    // A text of the same name as a notebook stays a file.
    if (same) continue;
    sources.set(resolve(found.path), source);
    if (texts) queue.push(...textsOf(source));
  }
  return { sources: [...sources.values()], failed };
}

const isText = (path: string) => /\.(?:md|markdown)$/i.test(path);

async function sourceOf(found: FoundNotebook, beside: boolean): Promise<Source> {
  const { path, below } = found;
  const page = pageOf(isText(path) ? await readText(path) : await readNotebook(path));
  const prose = await Promise.all(proseOf(page).map((source) => markdownTree(source)));
  return {
    ...found,
    content: { ...page, title: await titleOf(prose) ?? basename(path).replace(/\.\w+$/, "") },
    page: (beside ? path : below).replace(/\.\w+$/, "").replaceAll("\\", "/"),
    anchors: await anchorsOf(prose),
    links: prose.flatMap(linksOf),
  };
}

/** A text as a notebook with one cell. */
async function readText(path: string): Promise<Notebook> {
  const source = (await Deno.readTextFile(path)).replace(/^---\n[^]*?\n---\n/, "");
  const cells = [{ cell_type: "markdown", metadata: {}, source }];
  return parseNotebook(JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5 }), path);
}

/** The first heading that says something, its formulas as text. */
async function titleOf(prose: readonly mdast.Root[]): Promise<string | undefined> {
  const headings = prose.flatMap(({ children }) => children)
    .filter((node) => node.type === "heading" && node.depth === 1);
  for (const heading of headings) {
    const words = (await plainText(heading)).trim();
    if (words !== "") return words;
  }
}

async function plainText(node: mdast.Nodes): Promise<string> {
  if (node.type === "inlineMath") return await mathText(node.value);
  if (!("children" in node)) return textOf(node);
  const words: string[] = [];
  for (const child of node.children) words.push(await plainText(child));
  return words.join("");
}

function linksOf(tree: mdast.Root): string[] {
  const links: string[] = [];
  each(tree, (node) => {
    if (node.type === "link") links.push(node.url);
    if (node.type !== "html") return;
    links.push(...[...node.value.matchAll(/\bhref=(["'])(.*?)\1/g)].map(([, , url]) => url));
  });
  return links;
}

/** The texts that a page links to, below the folder that its notebook was found in. */
function textsOf({ path, below, links }: Source): FoundNotebook[] {
  return links.flatMap((url) => {
    const { path: to } = partsOf(url);
    const text = join(dirname(path), to);
    if (isElsewhere(url) || !isText(text) || !isFile(text)) return [];
    const belowToo = relative(".", join(dirname(below), to));
    return belowToo.startsWith("..") ? [] : [{ path: text, below: belowToo }];
  });
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
