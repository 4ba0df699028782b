/**
 * One visit to a page of the atlas, which finds all that could be wrong with it: in light on a desk,
 * then in dark on a telephone.
 *
 * @module
 */

import axe from "axe-core";
import type { CDPSession, Page } from "playwright-core";
import { type Atlas, isFunction } from "./_atlas.ts";
import type { Browser, WatchedPage } from "./_browser.ts";

/** What a function's page may weigh before its picture is live, as sent. */
const mostBytes = 150_000;
/** Long enough for a machine that is busy. */
const timeout = 120_000;

const desk = { width: 1280, height: 900 };
const telephone = { width: 390, height: 844 };

/** Rules whose answer may differ in dark, or where the window is narrow. */
const again = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

/** What pages were found to be. */
export interface Visited {
  /** A line for each thing that is wrong. */
  readonly wrong: readonly string[];
  /** What the heaviest page of a function weighed. */
  readonly heaviest: number;
}

/** Visits pages, some at a time. */
export async function visitAll(
  browser: Browser,
  { at }: Atlas,
  pages: readonly string[],
): Promise<Visited> {
  const wrong: string[] = [];
  const waiting = [...pages];
  let heaviest = 0;
  const work = async () => {
    const tab = await openTab(browser);
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
      const { bytes, found } = await visit(tab, at(each), isFunction(each));
      wrong.push(...found.map((line) => `${each}: ${line}`));
      if (isFunction(each)) heaviest = Math.max(heaviest, bytes);
    }
    await tab.page.close();
  };
  await Promise.all(Array.from({ length: Math.min(3, pages.length) }, work));
  return { wrong, heaviest };
}

interface Tab extends WatchedPage {
  readonly client: CDPSession;
  /** How much has been sent since the tab was opened. */
  sent(): number;
}

async function openTab(browser: Browser): Promise<Tab> {
  const watched = await browser.newPage();
  watched.page.setDefaultTimeout(timeout);
  const client = await watched.page.context().newCDPSession(watched.page);
  let bytes = 0;
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const inside = new Set<string>(); // what is written into the page itself is not sent twice
  client.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("data:")) inside.add(requestId);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!inside.has(requestId)) bytes += encodedDataLength;
  });
  return { ...watched, client, sent: () => bytes };
}

async function visit(
  { page, complaints, elsewhere, sent }: Tab,
  address: string,
  still: boolean,
): Promise<{ bytes: number; found: string[] }> {
  const found: string[] = [];
  const before = sent();
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desk);
  await page.goto(address, { waitUntil: "load" });
  if (still) found.push(...await moved(page));
  const bytes = sent() - before;
  if (still && bytes >= mostBytes) found.push(`${bytes} bytes`);
  await page.evaluate(axe.source);
  found.push(...(await barriers(page)).map((line) => `light: ${line}`));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(telephone);
  if (still) {
    await page.reload({ waitUntil: "load" });
    found.push(...await moved(page));
    await page.evaluate(axe.source);
  }
  // The page hears of it a little later.
  const dark = page.waitForFunction("document.documentElement.dataset.theme === 'dark'");
  await dark.catch(() => found.push("light where dark is asked for"));
  found.push(...(await barriers(page, again)).map((line) => `dark, narrow: ${line}`));
  const width = await page.evaluate<number>("document.documentElement.scrollWidth");
  if (width > telephone.width) found.push(`${width} pixels wide on a telephone`);
  found.push(...(await cramped(page)).map((line) => `narrow: ${line}`));
  found.push(...complaints.splice(0), ...elsewhere.splice(0).map((to) => `asks for ${to}`));
  return { bytes, found };
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core calls serious or critical, a line each; by some rules only if they are given. */
async function barriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = {
    resultTypes: ["violations"],
    ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
  };
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes: [{ html, failureSummary }] }) =>
      `${id}: ${help}: ${html.slice(0, 200)}: ${failureSummary}`
    );
}

/** What of a picture lies outside its frame, and sliders without room to slide in. */
async function cramped(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(`(() => {
    const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
    const outside = all(".chart, .explore").flatMap((frame) => {
      const { left, right } = frame.getBoundingClientRect();
      return all("svg text", frame).filter((label) => {
        const box = label.getBoundingClientRect();
        return box.width > 0 && (box.left < left || box.right > right);
      }).map((label) => "outside its frame: " + label.textContent);
    });
    const narrow = all("input[type=range]").map((slider) => slider.getBoundingClientRect().width)
      .filter((width) => width > 0 && width < 80).map((width) => "a slider of " + width + " pixels");
    return [...outside, ...narrow];
  })()`);
}

/** What has moved since the page was loaded, with how far. */
async function moved(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(`document.fonts.ready.then(() => new Promise((done) => {
    const found = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        const what = sources.map(({ node, previousRect: a, currentRect: b }) =>
          (node?.outerHTML ?? node?.textContent ?? "gone").slice(0, 80) + " " +
          [a.x, a.y, a.width, a.height] + " to " + [b.x, b.y, b.width, b.height]);
        found.push("moved by " + value + ": " + what.join("; "));
      }
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(found), 100);
  }))`);
}
