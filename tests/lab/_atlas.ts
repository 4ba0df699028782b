/**
 * The atlas for the tests: built in a folder of its own, served, and its pages listed.
 *
 * `ATLAS=folder` takes what `deno task site --base /atlas/ --output folder` built before;
 * `ATLAS_PAGES=kinds` takes a page of each kind in place of all.
 *
 * @module
 */

import { buildSite } from "../../src/site/build.ts";
import { serve } from "../../src/site/serve.ts";
import { walk } from "../_walk.ts";

/** A base, as on a server where the site is not alone: an address without it would be found. */
export const base = "/atlas/";

/** The atlas, as it is served. */
export interface Atlas extends AsyncDisposable {
  /** The folder of its pages. */
  readonly folder: string;
  /** The addresses of all pages, without the base: `functions/gelu/`. */
  readonly pages: readonly string[];
  /** Where a page is. */
  at(page: string): string;
}

/** Builds the atlas, or takes the one that is there. */
export async function atlas(): Promise<Atlas> {
  const there = Deno.env.get("ATLAS");
  const made = there ?? await Deno.makeTempDir({ prefix: "actbook-site-" });
  const clean = () => there ? Promise.resolve() : Deno.remove(made, { recursive: true });
  try {
    const folder = there ? `${there}/dist` : await built(made);
    const pages: string[] = [];
    for await (const path of walk(folder, ".html")) {
      pages.push(path.slice(folder.length + 1).replace(/index\.html$/, ""));
    }
    const server = serve(folder, { base });
    return {
      folder,
      pages,
      at: (page) => `http://127.0.0.1:${server.addr.port}${base}${page}`,
      async [Symbol.asyncDispose]() {
        await server.shutdown();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}

async function built(in_: string): Promise<string> {
  const { folder, pages, megabytes, seconds } = await buildSite({ base, folder: in_ });
  console.log(`${pages} pages, ${megabytes.toFixed(1)} MB, ${seconds.toFixed(0)} s`);
  return folder;
}

/** Pages that are like others: of each kind, one of many cells and formulas. */
const examples: Readonly<Record<string, readonly string[]>> = {
  functions: ["functions/", "functions/gelu/", "functions/gelu-sigmoid/", "functions/softmax/"],
  notebooks: ["notebooks/07-the-family/"],
  zh: ["zh/08-the-last-bit/"],
  guides: ["guides/kernel/"],
  reference: ["reference/display/"],
};

/** The pages to look at: all, or some of each folder and all that lie in none. */
export function chosen(pages: readonly string[]): readonly string[] {
  if (Deno.env.get("ATLAS_PAGES") !== "kinds") return pages;
  const of = (page: string) => examples[page.split("/")[0]];
  return pages.filter((page) => of(page)?.includes(page) ?? true);
}

/** Whether a page is that of a function. */
export const isFunction = (page: string): boolean => /^functions\/[^/]+\/$/.test(page);
