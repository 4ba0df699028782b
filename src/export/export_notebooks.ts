/**
 * From notebooks to files for documentation.
 *
 * @module
 */

import { dirname, join, resolve } from "node:path";
import type { FoundNotebook } from "../notebook/find.ts";
import { type Notebook, readNotebook } from "../notebook/ipynb.ts";
import { writeWhole } from "../notebook/_write_whole.ts";
import { type Addresses, addressesOf, anchorOf, type DeadLink, type Place } from "./_addresses.ts";
import { flavours } from "./flavours/all.ts";
import type { Flavour } from "./flavours/flavour.ts";
import { pageOf } from "./_page.ts";
import { toHtml } from "./_to_html.ts";
import { toMarkdown } from "./_to_markdown.ts";
import { toPdf } from "./_to_pdf.ts";
import { toSlides } from "./_to_slides.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

export type { DeadLink };

/** The formats to export to. */
export const exportFormats = ["md", "html", "pdf", "slides"] as const;

/** What to export to, and how. */
export interface ExportOptions {
  /** Markdown for a builder of documentation, a page that stands alone, a PDF, or slides. */
  readonly to: (typeof exportFormats)[number];
  /** For which builder Markdown is meant; GitHub if not given. */
  readonly flavour?: string;
  /** The folder to write to; beside each notebook if not given. */
  readonly output?: string;
  /** The folder of the pictures of Markdown, below the folder of the pages; "assets" if not given. */
  readonly assets?: string;
  /** Whether scripts in outputs stay in Markdown; they are dropped if not given. */
  readonly scripts?: boolean;
  /** Whether charts of pages and slides can be made live; true if not given. */
  readonly live?: boolean;
  /** A page of one's own around the content: HTML with `{{title}}`, `{{style}}` and `{{content}}`. */
  readonly template?: string;
}

const exportOptions: Known<ExportOptions> = {
  to: kinds.needed(kinds.text),
  flavour: kinds.text,
  output: kinds.text,
  assets: kinds.text,
  scripts: kinds.flag,
  live: kinds.flag,
  template: kinds.text,
};

/** What exporting one notebook came to. */
export interface Exported {
  /** Of the notebook. */
  readonly path: string;
  /** The files that were written, the page first. */
  readonly files: readonly string[];
  /** Links to files and headings that are not there. */
  readonly dead: readonly DeadLink[];
}

const endings = { md: ".md", html: ".html", pdf: ".pdf", slides: ".slides.html" } as const;

/** Notebooks that are exported together, so that their links lead to one another. */
export interface Exporter {
  /** Exports one of the notebooks. */
  one(path: string): Promise<Exported>;
}

/**
 * Prepares to export notebooks together: a link from one of them to another becomes a link between
 * their pages.
 *
 * @param notebooks what `findNotebooks` finds
 * @param options format and place
 * @returns what exports them, one by one
 * @throws TypeError if the format or the flavour is not known
 *
 * @example
 * ```ts
 * import { exporterOf } from "@actbook/actbook/export";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * const cells = [{ cell_type: "markdown", source: "# Hi", metadata: {} }];
 * const path = `${folder}/hi.ipynb`;
 * await Deno.writeTextFile(path, JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5 }));
 *
 * const exporter = await exporterOf([{ path, below: "hi.ipynb" }], { to: "md", output: folder });
 * const { files: [file] } = await exporter.one(path);
 * assertEquals(await Deno.readTextFile(file), "# Hi\n");
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function exporterOf(
  notebooks: readonly FoundNotebook[],
  options: ExportOptions,
): Promise<Exporter> {
  checkOptions("export", options, exportOptions);
  checkName("to", options.to, exportFormats);
  const flavour = flavourOf(options.flavour);
  const template = options.template === undefined
    ? undefined
    : await Deno.readTextFile(options.template);
  const read = await Promise.all(notebooks.map(({ path }) => readNotebook(path)));
  const places = notebooks.map(({ path, below }): Place => ({
    path,
    page: (options.output === undefined ? path : below).replace(/\.ipynb$/, "")
      .replaceAll("\\", "/"),
  }));
  const root = options.output ?? ".";
  const { [options.to]: ending } = endings;
  const anchors = anchorsOf(read);
  const one = async (path: string): Promise<Exported> => {
    const i = notebooks.findIndex((each) => each.path === path);
    const place = places[i];
    const addresses = addressesOf(
      place,
      places,
      options.to === "md" ? flavour.link : fileTo(ending),
    );
    const page = pageOf(read[i]);
    const file = join(root, `${place.page}${ending}`);
    const files = [file];
    if (options.to === "md") {
      const assets = join(
        options.output === undefined ? dirname(place.page) : "",
        options.assets ?? "assets",
      ).replaceAll("\\", "/");
      const written = await toMarkdown(page, {
        flavour,
        page: place.page,
        assets,
        addresses,
        anchors: anchors.get(resolve(path)) ?? new Set(),
        scripts: options.scripts ?? false,
      });
      for (const [name, bytes] of written.files) {
        files.push(join(root, name));
        writeFile(join(root, name), bytes);
      }
      writeFile(file, written.text);
    } else {
      await writePage(options, file, page, addresses, template);
    }
    return { path, files, dead: [...addresses.dead, ...deadAnchors(read[i], read)] };
  };
  return { one };
}

type ReadPage = ReturnType<typeof pageOf>;

async function writePage(
  { to, live = true }: ExportOptions,
  file: string,
  page: ReadPage,
  addresses: Addresses,
  template: string | undefined,
): Promise<void> {
  if (to === "slides") return writeFile(file, await toSlides(page, { addresses, live }));
  const html = await toHtml(page, { addresses, live: live && to === "html", template });
  writeFile(file, to === "html" ? html : await toPdf(html, page.title));
}

function writeFile(path: string, content: string | Uint8Array): void {
  Deno.mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, content);
}

function fileTo(ending: string): Flavour["link"] {
  const { link } = flavours.github;
  return (from, to) => link(from, to).replace(/\.md$/, ending);
}

function flavourOf(name = "github"): Flavour {
  checkName("flavour", name, Object.keys(flavours));
  return flavours[name];
}

function checkName(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw new TypeError(
    `Cannot export as ${option} must be one of ${known.join(", ")}: current value is ${value}`,
  );
}

const link = /\]\(([^)\s]*\.ipynb)?#([^)\s]+)\)|href="([^"#]*\.ipynb)?#([^"]+)"/g;

/** Links to headings: from where, to which notebook, to which heading. */
function headingLinks({ path, cells }: Notebook): { to: string; anchor: string; url: string }[] {
  return cells.filter(({ type }) => type === "markdown").flatMap(({ source }) =>
    [...source.matchAll(link)].map(([, a, b, c, d]) => ({
      to: resolve(dirname(path), decodeURIComponent(a ?? c ?? path.replace(/^.*[\\/]/, ""))),
      anchor: decodeURIComponent(b ?? d),
      url: `${a ?? c ?? ""}#${b ?? d}`,
    }))
  );
}

function anchorsOf(notebooks: readonly Notebook[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { to, anchor } of notebooks.flatMap(headingLinks)) {
    found.set(to, (found.get(to) ?? new Set()).add(anchor));
  }
  return found;
}

function deadAnchors(notebook: Notebook, all: readonly Notebook[]): DeadLink[] {
  return headingLinks(notebook).flatMap(({ to, anchor, url }) => {
    const target = all.find(({ path }) => resolve(path) === to);
    if (!target || headingsOf(target).has(anchor)) return [];
    return [{ path: notebook.path, url, reason: `there is no heading ${anchor}` }];
  });
}

function headingsOf({ cells }: Notebook): Set<string> {
  const headings = cells.filter(({ type }) => type === "markdown").flatMap(({ source }) =>
    [...source.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, heading]) => heading)
  );
  return new Set(headings.map((heading) => anchorOf(heading.replace(/[*_`]/g, ""))));
}
