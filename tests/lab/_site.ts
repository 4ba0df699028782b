/**
 * A folder of pages on a server of this machine, as the hosts of static sites serve it, and what a
 * reader finds on every page.
 *
 * @module
 */

import { extname, join } from "node:path";
import mathjax from "mathjax-for-pages" with { type: "text" };
import type { Browser } from "./_browser.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** A site that is served. */
export interface Site extends AsyncDisposable {
  /** Where it begins. */
  readonly address: string;
  /** What was asked for and is not there. */
  readonly missing: string[];
}

/** Serves a folder. */
export function serve(folder: string): Site {
  const missing: string[] = [];
  const find = async (path: string): Promise<Response | undefined> => {
    for (const each of [path, `${path}.html`, `${path}/index.html`]) {
      const body = await Deno.readFile(join(folder, each)).catch(() => undefined);
      if (!body) continue;
      const type = types[extname(each)] ?? "application/octet-stream";
      return new Response(body, { headers: { "content-type": type } });
    }
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const path = decodeURIComponent(new URL(request.url).pathname);
      const found = await find(path);
      if (!found && path !== "/favicon.ico") missing.push(path);
      return found ?? new Response("not here", { status: 404 });
    },
  );
  return {
    address: `http://127.0.0.1:${server.addr.port}`,
    missing,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** What a reader finds on a page. */
export interface Look {
  readonly title: string;
  readonly text: string;
  /** Formulas as LaTeX, outside code. */
  readonly raw: readonly string[];
  readonly typeset: number;
  readonly badFormulas: number;
  /** Pictures that are seen, by width and alternative text. */
  readonly pictures: readonly { readonly alt: string; readonly loaded: boolean }[];
  /** Links to the same site, and the names on the page that links may lead to. */
  readonly links: readonly string[];
  readonly names: readonly string[];
  /** What is wider than the window, and cannot be scrolled by itself. */
  readonly wide: readonly string[];
  /** Whether what a notebook brought along ran. */
  readonly ran: boolean;
}

const look = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  for (const each of all("main details, article details, .content details")) each.open = true;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const raw = [];
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (parentElement.closest("pre, code, script, style, math, mjx-container, .katex, title, noscript")) continue;
    if (/\\$\\$|\\\\\\(|\\\\\\[|\\$\\\\?[a-z][_^]|\\\\(?:frac|sigma|begin|sqrt|le)\\b/.test(textContent)) raw.push(textContent.trim().slice(0, 120));
  }
  const scrolls = (element) => {
    if (getComputedStyle(element).position === "fixed") return true;
    for (let each = element.parentElement; each; each = each.parentElement) {
      if (each === document.body || each === document.documentElement) return false;
      if (getComputedStyle(each).position === "fixed") return true;
      if (getComputedStyle(each).overflowX !== "visible" && each.getBoundingClientRect().right <= innerWidth + 1) return true;
    }
  };
  const wide = all("body *").filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.right > innerWidth + 1 && box.left < innerWidth && seen(element) && getComputedStyle(element).visibility !== "hidden" &&
      !element.closest("svg, .katex-mathml, mjx-assistive-mml") && !scrolls(element);
  }).map((element) => element.outerHTML.slice(0, 160));
  if (document.documentElement.scrollWidth > innerWidth) wide.push("the page: " + document.documentElement.scrollWidth);
  return {
    title: document.title,
    text: document.body.textContent.replace(/[\\u200b\\u00ad]/g, "").replace(/\\s+/g, " "),
    raw,
    typeset: all(".katex, mjx-container, math").filter((each) => !each.parentElement.closest(".katex, mjx-container, math")).length,
    badFormulas: all(".katex-error, mjx-merror, merror").length,
    pictures: all("img").filter(seen).map((image) => ({ alt: image.alt, loaded: image.complete && image.naturalWidth > 0, src: image.getAttribute("src").slice(0, 100) })),
    links: [...new Set(all("a[href]").map((a) => a.href).filter((href) => href.startsWith(location.origin)))],
    names: all("[id], a[name]").flatMap((each) => [each.id, each.getAttribute("name")]).filter(Boolean),
    wide,
    ran: "ran" in window,
  };
})()`;

/** One page as it was seen. */
export interface Seen {
  readonly address: string;
  readonly complaints: readonly string[];
  readonly elsewhere: readonly string[];
  /** By colour scheme and width. */
  readonly looks: readonly (Look & { readonly scheme: string; readonly width: number })[];
}

/** Goes over all pages of a site, from its first one along the links. */
export async function visit(browser: Browser, site: Site, shots?: string): Promise<Seen[]> {
  const seen = new Map<string, Seen>();
  const queue = [`${site.address}/`];
  while (queue.length > 0) {
    const address = queue.shift()!;
    if (seen.has(address)) continue;
    const { page, complaints, elsewhere } = await browser.newPage();
    await page.context().route(
      /mathjax@3/,
      (route) => route.fulfill({ contentType: "text/javascript", body: mathjax }),
    );
    const looks: (Look & { scheme: string; width: number })[] = [];
    for (const [scheme, width] of [["light", 1280], ["dark", 390]] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address, { waitUntil: "load" });
      await page.evaluate("globalThis.MathJax?.startup?.promise");
      // Pictures further down wait until they are near.
      await page.evaluate(
        `Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode().catch(() => {}); }))`,
      );
      looks.push({ ...await page.evaluate<Look>(look), scheme, width });
      if (shots) {
        const name = decodeURIComponent(new URL(address).pathname).replace(/\W+/g, "-");
        const clip = { x: 0, y: 0, width, height: 4000 };
        await page.screenshot({ path: `${shots}${name}-${width}.png`, fullPage: true, clip });
      }
    }
    await page.close();
    seen.set(address, { address, complaints, elsewhere, looks });
    for (const link of looks.flatMap(({ links }) => links)) {
      const next = link.replace(/#.*$/s, "");
      if (/(?:\/[^.]*|\.html)$/.test(new URL(next).pathname)) queue.push(next);
    }
  }
  return [...seen.values()];
}
