/**
 * Builds the atlas: `deno task site`, into tmp/site/dist. `--serve` shows it, `--base /name/` builds it
 * for a folder of a server, `--output` puts it elsewhere.
 *
 * The pages are written as Markdown beside a copy of `astro/`; Starlight makes HTML of them. Nothing is
 * fetched but packages of npm.
 *
 * @module
 */

import { bundleBrowser } from "./bundle_browser.ts";
import { copyKatex } from "./copy_katex.ts";
import { notebookPages } from "./notebook_pages.ts";
import { allPages } from "./pages/all_pages.ts";
import { frontPage } from "./pages/front_page.ts";
import { serve } from "./serve.ts";
import { codeFiles } from "./parts/approximations_part.ts";
import { sidebar } from "./sidebar.ts";
import { linkIn, type Page, type Site } from "./_site.ts";

const root = new URL("../../", import.meta.url).pathname;

/** What the site is built with. */
export interface BuildOptions {
  /** Where it will stand on its server, with a slash at both ends; `/` if not given. */
  readonly base?: string;
  /** The folder to work in; the pages are in `dist` below it. */
  readonly folder: string;
}

/** What came out. */
export interface Built {
  readonly folder: string;
  readonly pages: number;
  readonly megabytes: number;
  readonly seconds: number;
}

/**
 * Builds the atlas.
 *
 * @param options where, and for which address
 * @returns the folder with the pages, how many, how large, how long it took
 * @throws Error if Astro fails
 */
export async function buildSite({ base = "/", folder }: BuildOptions): Promise<Built> {
  const start = performance.now();
  const site: Site = { base };
  const link = linkIn(site);
  await copy(`${root}src/site/astro`, folder);
  await Deno.remove(`${folder}/src/content`, { recursive: true }).catch(() => {});
  await Deno.remove(`${folder}/public/scripts`, { recursive: true }).catch(() => {});
  const others = [...await allPages(root, link), ...await notebookPages(root, folder, link)];
  const pages = [frontPage(others, link), ...others];
  for (const page of pages) await write(`${folder}/src/content/docs/${page.path}.md`, text(page));
  for (const { path, text } of codeFiles()) await write(`${folder}/public/${path}`, text);
  const settings = { base, sidebar: sidebar(pages) };
  await write(`${folder}/site.json`, JSON.stringify(settings, null, 2));
  await bundleBrowser(`${folder}/public/scripts`);
  await deno(folder, "install", "--quiet");
  await copyKatex(`${folder}/node_modules/katex/dist`, `${folder}/public/katex`);
  await deno(folder, "run", "-A", "npm:astro", "build", "--silent");
  const dist = `${folder}/dist`;
  const sizes = await filesBelow(dist);
  return {
    folder: dist,
    pages: sizes.filter(({ path }) => path.endsWith(".html")).length,
    megabytes: sizes.reduce((sum, { size }) => sum + size, 0) / 2 ** 20,
    seconds: (performance.now() - start) / 1000,
  };
}

/** A page with its front matter. */
function text({ title, description, body, head }: Page): string {
  const fields = Object.entries({ title, description, ...head })
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${fields.join("\n")}\n---\n\n${body}\n`;
}

async function write(path: string, content: string): Promise<void> {
  await Deno.mkdir(path.replace(/\/[^/]*$/, ""), { recursive: true });
  await Deno.writeTextFile(path, content);
}

async function copy(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copy(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

async function deno(cwd: string, ...args: string[]): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { NO_COLOR: "1", ASTRO_TELEMETRY_DISABLED: "1" },
  }).output();
  if (success) return;
  const decoder = new TextDecoder();
  throw new Error(`Cannot build the site: ${decoder.decode(stdout)}${decoder.decode(stderr)}`);
}

async function filesBelow(folder: string): Promise<{ path: string; size: number }[]> {
  const found: { path: string; size: number }[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await filesBelow(path));
    else found.push({ path, size: (await Deno.stat(path)).size });
  }
  return found;
}

/** The value after an option of the command line. */
function option(name: string): string | undefined {
  const at = Deno.args.indexOf(name);
  return at < 0 ? undefined : Deno.args[at + 1];
}

if (import.meta.main) {
  const folder = option("--output") ?? `${root}tmp/site`;
  const base = option("--base") ?? "/";
  const { pages, megabytes, seconds, folder: dist } = await buildSite({ base, folder });
  console.log(
    `${pages} pages, ${megabytes.toFixed(1)} MB, ${seconds.toFixed(0)} s: ${dist}`,
  );
  if (Deno.args.includes("--serve")) {
    const server = serve(dist, { base, port: Number(option("--port") ?? 4321) });
    console.log(`http://localhost:${server.addr.port}${base}`);
  }
}
