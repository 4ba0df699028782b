/**
 * A real Chromium with a fresh profile, and pages that write down what goes wrong in them.
 *
 * @module
 */

import { type BrowserContext, chromium as playwright, type Page } from "playwright-core";
import { chromium } from "./_environment.ts";
import { sweep } from "./_processes.ts";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const inPage = `${import.meta.dirname}/_in_page.js`;

/** A page, and what it complained of. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors, uncaught errors and dialogs, each with its place. */
  readonly complaints: string[];
  /** Addresses asked for that are not on this machine. */
  readonly elsewhere: string[];
}

/** A running browser. */
export interface Browser extends AsyncDisposable {
  /** Opens an empty page. */
  newPage(): Promise<WatchedPage>;
}

function watch(page: Page): WatchedPage {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught ${error.stack ?? error}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog ${dialog.type()}: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const local = hostname === "localhost" || hostname === "127.0.0.1";
    if (/^(https?|wss?):$/.test(protocol) && !local) elsewhere.push(request.url());
  });
  return { page, complaints, elsewhere };
}

/** Starts Chromium; what `_in_page.js` defines is there in each page. Other hosts get no answer. */
export async function startBrowser(): Promise<Browser> {
  const profile = await Deno.makeTempDir({ prefix: "actbook-chromium-" });
  let context: BrowserContext;
  try {
    context = await playwright.launchPersistentContext(profile, {
      executablePath: await chromium(),
      args: flags,
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
    });
  } catch (error) {
    await sweep(profile);
    await Deno.remove(profile, { recursive: true });
    throw error;
  }
  await context.addInitScript({ path: inPage });
  await context.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, (route) => route.abort());
  return {
    newPage: async () => watch(await context.newPage()),
    async [Symbol.asyncDispose]() {
      await context.close();
      await sweep(profile);
      await Deno.remove(profile, { recursive: true });
    },
  };
}
