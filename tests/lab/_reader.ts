/**
 * What a reader finds on a page that a builder of documentation made of a notebook.
 *
 * @module
 */

import type { Page } from "playwright-core";

/** What is on a page. */
export interface Found {
  /** How many formulas are typeset. */
  readonly typeset: number;
  /** Formulas as they are written, outside code; and what was typeset inside it. */
  readonly raw: readonly string[];
  readonly pictures: number;
  /** Pictures that nobody says anything about. */
  readonly wordless: number;
  /** Links to files beside the page. */
  readonly links: readonly string[];
  /** By how much pictures and tables stick out of the window; prose is not ours. */
  readonly overflow: number;
  /** Code and outputs that are cut off, so that nobody can scroll to the rest of them. */
  readonly cut: readonly string[];
}

const look = String.raw`(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const start = ({ textContent }) => textContent.trim().slice(0, 80);
  const pictures = all("img").filter(({ src }) => /svg/.test(src) && !/logo/.test(src));
  const boxes = all("div[role=region]");
  const code = "pre, code, script, style, mjx-container, .clipboard-copy-txt";
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const raw = all("pre mjx-container, .clipboard-copy-txt mjx-container").map(start);
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    const isRaw = /\$\$|\\\(.*\\\)|\$[^$\s][^$]*\$|:math:/.test(textContent);
    // Dollars left over around what is typeset: a formula that was taken for one within a line.
    const { nextSibling } = texts.currentNode;
    const isLeft = /\$\s*$/.test(textContent) && nextSibling?.querySelector?.("mjx-container");
    if ((isRaw || isLeft) && !parentElement.closest(code)) raw.push(start(texts.currentNode));
  }
  const around = [...pictures, ...boxes, ...all("pre")]
    .flatMap(({ parentElement }) => [parentElement, parentElement.parentElement]);
  const cuts = (one) =>
    /hidden|clip/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1;
  return {
    typeset: all("mjx-container").length,
    raw,
    pictures: pictures.length,
    wordless: pictures.filter(({ alt }) => alt.length < 10 || /\.svg$|No description/.test(alt))
      .length,
    links: all("a[href]").map((a) => a.getAttribute("href"))
      .filter((href) => !/^(\w+:|#|\/)/.test(href)),
    overflow: Math.max(0, ...[...pictures, ...boxes].map((one) =>
      one.getBoundingClientRect().right - window.innerWidth)),
    cut: [...new Set(around)].filter(cuts).map(start),
  };
})()`;

/** What a reader finds on a page as wide as it is now. */
export function lookAt(page: Page): Promise<Found> {
  return page.evaluate<Found>(look);
}

/** How light the middle of the upper edge of a picture is, and the page behind it: 0 to 255. */
const compare = (picture: string) =>
  `(async () => {
  const shot = new Image();
  shot.src = "data:image/png;base64,${picture}";
  await shot.decode();
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  canvas.drawImage(shot, -shot.width / 2, -2);
  const grey = ([r, g, b]) => Math.round((r + g + b) / 3);
  let behind = document.querySelector("img[src*=svg]");
  const colour = () => getComputedStyle(behind).backgroundColor;
  while (behind.parentElement && /, 0\\)|transparent/.test(colour())) behind = behind.parentElement;
  const page = /, 0\\)|transparent/.test(colour()) ? "rgb(255, 255, 255)" : colour();
  return [grey(canvas.getImageData(0, 0, 1, 1).data), grey(page.match(/[\\d.]+/g).map(Number))];
})()`;

/** By how much the first picture is lighter or darker than its page, of 255. */
export async function slab(page: Page, scheme: "light" | "dark"): Promise<number> {
  await page.emulateMedia({ colorScheme: scheme });
  const picture = await page.locator("img[src*=svg]").first().screenshot();
  const [own, behind] = await page.evaluate<[number, number]>(
    compare(new Uint8Array(picture).toBase64()),
  );
  return Math.abs(own - behind);
}
