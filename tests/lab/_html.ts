/**
 * Notebooks as pages of HTML, made by nbconvert.
 *
 * @module
 */

import type { Browser, WatchedPage } from "./_browser.ts";
import { type Home, runJupyter } from "./_jupyter.ts";
import type { Output } from "./_output.ts";

/** An open page of HTML. */
export interface HtmlPage extends WatchedPage {
  /** What is seen of each output, in order. */
  outputs(): Promise<Output[]>;
}

/** Converts a notebook of the home, as it is, and opens the page. */
export async function openAsHtml(browser: Browser, home: Home, name: string): Promise<HtmlPage> {
  await runJupyter(home, ["nbconvert", "--to", "html", "--output", `${name}.html`, name]);
  const watched = await browser.newPage();
  await watched.page.goto(`file://${home.notebooks}/${name}.html`, { waitUntil: "load" });
  return { ...watched, outputs: () => watched.page.evaluate<Output[]>("actbook.outputs()") };
}
