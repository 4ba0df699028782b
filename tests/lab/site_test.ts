/**
 * The atlas, built once and walked through in a real browser: every page, light and dark, wide and narrow.
 *
 * @module
 */

import { assert, assertEquals, assertGreater } from "@std/assert";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { walk } from "../_walk.ts";
import { readNotebook } from "../../src/notebook/mod.ts";
import { buildSite, type Built } from "../../src/site/build.ts";
import { serve } from "../../src/site/serve.ts";
import { startBrowser } from "./_browser.ts";

/** A base, as on a server where the site is not alone: an address without it would be found. */
const base = "/atlas/";
/** What a function's page may weigh before its picture is live, as sent. */
const mostBytes = 150_000;
/** Less than a pixel of a line of text: nothing that could be seen to move. */
const leastShift = 0.001;
/** Long enough for a machine that is busy. */
const timeout = 120_000;

let built: Built;
let pages: string[];

/** The addresses of all pages, without the base. */
async function addresses(): Promise<string[]> {
  const found: string[] = [];
  for await (const path of walk(built.folder, ".html")) {
    found.push(path.slice(built.folder.length + 1).replace(/index\.html$/, ""));
  }
  return found;
}

/** What axe-core calls serious or critical, a line each. */
async function barriers(page: Page): Promise<string[]> {
  const violations = await page.evaluate<
    { id: string; impact: string; help: string; nodes: { html: string }[] }[]
  >(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)`);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)}`);
}

/** How much of a page has moved since it was loaded. */
const shift = `new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) sum += value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 50);
})`;

Deno.test("the atlas", async (t) => {
  const folder = await Deno.makeTempDir({ prefix: "actbook-site-" });
  try {
    await t.step("builds from a clean folder", async () => {
      built = await buildSite({ base, folder });
      pages = await addresses();
      const { megabytes, seconds } = built;
      console.log(`${built.pages} pages, ${megabytes.toFixed(1)} MB, ${seconds.toFixed(0)} s`);
      assertGreater(pages.length, 70);
    });
    if (!built) return;
    await t.step("has no dead link and no dead anchor", checkLinks);
    await using browser = await startBrowser();
    const server = serve(built.folder, { base });
    const at = (page: string) => `http://127.0.0.1:${server.addr.port}${base}${page}`;
    const open = async () => {
      const opened = await browser.newPage();
      opened.page.setDefaultTimeout(timeout);
      return opened;
    };
    try {
      await t.step(
        "shows every page without complaint, light and dark, wide and narrow",
        async () => {
          const wrong: string[] = [];
          const { page, complaints, elsewhere } = await open();
          const client = await page.context().newCDPSession(page);
          await client.send("Network.enable");
          await client.send("Network.setCacheDisabled", { cacheDisabled: true });
          let bytes = 0, most = 0;
          client.on(
            "Network.loadingFinished",
            ({ encodedDataLength }) => bytes += encodedDataLength,
          );
          for (const each of pages) {
            bytes = 0;
            await page.emulateMedia({ colorScheme: "light" });
            await page.setViewportSize({ width: 1280, height: 900 });
            await page.goto(at(each), { waitUntil: "load" });
            if (/^functions\/[^/]+\/$/.test(each)) {
              const moved = await page.evaluate<number>(shift);
              if (moved >= leastShift) {
                wrong.push(`${each}: moved by ${moved}`);
              }
              if (bytes >= mostBytes) wrong.push(`${each}: ${bytes} bytes`);
              most = Math.max(most, bytes);
            }
            await page.evaluate(axe.source);
            wrong.push(...(await barriers(page)).map((line) => `${each}: light: ${line}`));
            await page.emulateMedia({ colorScheme: "dark" });
            wrong.push(...(await barriers(page)).map((line) => `${each}: dark: ${line}`));
            await page.setViewportSize({ width: 390, height: 844 });
            const width = await page.evaluate<number>("document.documentElement.scrollWidth");
            if (width > 390) wrong.push(`${each}: ${width} pixels wide on a telephone`);
            wrong.push(...complaints.splice(0).map((line) => `${each}: ${line}`));
          }
          console.log(`the heaviest function: ${Math.round(most / 1000)} kB`);
          assertEquals([...wrong, ...elsewhere], []);
          await page.close();
        },
      );
      await t.step("brings a picture to life when it is touched", async () => {
        const { page, complaints } = await open();
        await page.goto(at("functions/swish/"));
        const picture = () => page.locator(".chart-picture").innerHTML();
        const height = () => page.locator("figure.chart").boundingBox().then((box) => box!.height);
        const [still, before] = [await picture(), await height()];
        const start = performance.now();
        await page.locator(".slider input").focus();
        await page.locator("[data-started=yes]").waitFor();
        console.log(`live after ${Math.round(performance.now() - start)} ms`);
        await page.keyboard.press("End");
        assert(await picture() !== still);
        assertEquals(await page.locator(".slider output").textContent(), "5");
        assertEquals(await height(), before);
        assertEquals(complaints, []);
        await page.close();
      });
      await t.step("draws a typed formula, and says what is wrong with another", async () => {
        const { page, complaints } = await open();
        await page.goto(at(""));
        const own = page.locator("[name=own]");
        await own.fill("x * Phi(x)");
        await page.locator("[data-started=yes]").waitFor();
        await own.fill("x * Phi(x) + 0.001");
        const caption = await page.locator(".explore-caption").textContent();
        assert(caption?.startsWith("Your formula minus GELU: at most 0.001,"), `${caption}`);
        await own.fill("alert(1)");
        const message = await page.locator(".explore-message").textContent();
        assert(
          message?.startsWith("Cannot read the formula as alert is no function"),
          `${message}`,
        );
        assertEquals(complaints, []);
        await page.close();
      });
      await t.step("finds a page by its words, by keyboard alone", async () => {
        const { page, complaints } = await open();
        await page.goto(at(""));
        await page.keyboard.press("/");
        await page.keyboard.type("sparsemax");
        await page.locator("site-search li a").first().waitFor();
        await page.keyboard.press("Enter");
        await page.waitForURL(/sparsemax|names|bugs/);
        assertEquals(complaints, []);
        await page.close();
      });
      await t.step("runs a notebook in the page, with what is stored in it", async () => {
        const { page, complaints, elsewhere } = await open();
        const name = "08-the-last-bit";
        await page.goto(at(`notebooks/${name}/`));
        await page.locator("[data-notebook] button").click();
        await page.locator("[data-notebook][data-state=done]").waitFor({ timeout: 3 * timeout });
        const shown = await page.locator(".cell-part").evaluateAll((parts) =>
          parts.map((part) => (part as unknown as { dataset: { plain: string } }).dataset.plain)
        );
        assertEquals(await page.locator(".cell-error").allTextContents(), []);
        const { cells } = await readNotebook(`notebooks/${name}.ipynb`);
        const stored = cells.flatMap(({ outputs }) => outputs).flatMap((output) =>
          "data" in output ? [plainOf(output.data as Record<string, unknown>)] : []
        );
        assertEquals(shown, stored);
        assertEquals([...complaints, ...elsewhere], []);
        await page.close();
      });
    } finally {
      await server.shutdown();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

function plainOf(data: Readonly<Record<string, unknown>>): string {
  const text = data["text/plain"];
  return Array.isArray(text) ? text.join("") : `${text}`;
}

/** Looks for every page and place that a link of ours leads to. */
async function checkLinks(): Promise<void> {
  const texts = new Map<string, string>();
  for (const page of pages) {
    const file = page.endsWith(".html") ? page : `${page}index.html`;
    texts.set(page, await Deno.readTextFile(`${built.folder}/${file}`));
  }
  const ids = new Map([...texts].map(([page, text]) => [
    page,
    new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
  ]));
  const dead = new Set<string>();
  let links = 0;
  for (const [page, text] of texts) {
    for (const [, href] of text.matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)) {
      const address = href.replaceAll("&amp;", "&").replaceAll("&#38;", "&");
      const url = new URL(address, `http://site${base}${page}`);
      if (url.host !== "site") continue;
      links++;
      const to = decodeURIComponent(url.pathname.slice(base.length));
      const anchor = decodeURIComponent(url.hash.slice(1));
      const found = ids.get(to);
      const file = `${built.folder}/${to}`;
      const there = url.pathname.startsWith(base) &&
        (found
          ? anchor === "" || found.has(anchor)
          : await Deno.stat(file).then(({ isFile }) => isFile, () => false));
      if (!there) dead.add(`${page}: ${href}`);
    }
  }
  assertGreater(links, 1000);
  assertEquals([...dead], []);
}
