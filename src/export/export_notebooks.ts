/**
 * From notebooks to files for documentation.
 *
 * @module
 */

import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { FoundNotebook } from "../notebook/find.ts";
import { writeWhole } from "../notebook/_write_whole.ts";
import { addressesOf, addressFrom, type DeadLink } from "./_addresses.ts";
import { flavours } from "./flavours/all.ts";
import { fileLink } from "./flavours/_parts.ts";
import type { Flavour } from "./flavours/flavour.ts";
import { slugger } from "./_packages.ts";
import { fileName } from "./_pictures.ts";
import { readSources, type Source } from "./_sources.ts";
import { toHtml } from "./_to_html.ts";
import { toMarkdown } from "./_to_markdown.ts";
import type { Files } from "./_markdown_options.ts";
import { toPdf } from "./_to_pdf.ts";
import { toSlides } from "./_to_slides.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { partsOf } from "./_url.ts";

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
  /** The folder of the pictures of Markdown, seen from the folder of the pages; "assets" if not given. */
  readonly assets?: string;
  /** Whether scripts in outputs stay in Markdown; they are dropped if not given. */
  readonly scripts?: boolean;
  /** Whether charts of pages and slides can be made live; true if not given. */
  readonly live?: boolean;
  /** A page of one's own around the content: HTML with `{{language}}`, `{{title}}`, `{{style}}`, `{{content}}`. */
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
  /** Outputs that no page can show, with the number of their cell and their formats. */
  readonly unseen: readonly string[];
}

const endings = { md: ".md", html: ".html", pdf: ".pdf", slides: ".slides.html" } as const;

/** Notebooks that are exported together, so that their links lead to one another. */
export interface Exporter {
  /** What becomes a page: the notebooks, and texts in Markdown that they link to. */
  readonly pages: readonly FoundNotebook[];
  /** Exports one of the pages. */
  one(path: string): Promise<Exported>;
}

/**
 * Prepares to export notebooks together: a link from one of them to another becomes a link between
 * their pages. A text in Markdown that one links to becomes a page too, if the pages have a folder of
 * their own.
 *
 * @param notebooks what `findNotebooks` finds
 * @param options format and place
 * @returns what exports them, one by one
 * @throws TypeError if the format or the flavour is not known, or the template has no place for a page
 * @throws RangeError if two notebooks would be one page, or a page would take the place of what it is
 *     made of
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
  const { to, output, flavour: name = "github" } = options;
  checkName("flavour", name, Object.keys(flavours));
  const flavour = flavours[name];
  const template = options.template === undefined
    ? undefined
    : await readTemplate(options.template);
  const same = ({ path, below }: FoundNotebook) => resolve(path) === resolve(output!, below);
  const beside = output === undefined || notebooks.every(same);
  const { sources, failed } = await readSources(notebooks, {
    beside: output === undefined,
    texts: !beside,
  });
  const root = output ?? "";
  const fileOf = ({ page }: Source) => join(root, `${page}${endings[to]}`);
  keepInputs(sources, fileOf, options);
  const slug = await slugOf();
  const writing: Pick<Flavour, "link" | "named" | "global"> = to === "md"
    ? flavour
    : { link: fileLink(endings[to]), named: (place) => place, global: false };
  const one = async (path: string): Promise<Exported> => {
    const source = sources.find((each) => each.path === path);
    if (!source) throw failed.get(path) ?? new TypeError(`Cannot export ${path}: it was not given`);
    const files: Files = new Map();
    const assets = assetsOf(source, options);
    const carried = (file: string): string | undefined => {
      if (beside) return addressFrom(source.path, resolve(file));
      // A builder would make a page of a text, under a name that nobody knows.
      if (to !== "md" || !flavour.copies || /\.(?:md|markdown|ipynb)$/i.test(file)) {
        return undefined;
      }
      const bytes = bytesOf(file);
      if (!bytes) return undefined;
      const [, stem, ending] = /([^\\/]*?)\.?([^.\\/]*)$/.exec(file)!;
      const name = `${assets}/${fileName(bytes, stem, ending)}`;
      files.set(name, bytes);
      return encodeURI(addressFrom(source.page, name));
    };
    const addresses = addressesOf(source, sources, {
      link: (target, place) => {
        const name = place === undefined ? "" : `#${writing.named(place, target.page)}`;
        const away = name === "" || (target !== source && !writing.global);
        return (away ? encodeURI(writing.link(source.page, target.page, slug)) : "") + name;
      },
      file: carried,
    });
    const page = source.content;
    const { live = true, scripts = false } = options;
    const content = to === "md"
      ? await toMarkdown(page, {
        flavour,
        page: source.page,
        assets,
        addresses,
        places: placesOf(source, sources),
        scripts,
        files,
      })
      : to === "slides"
      ? await toSlides(page, { addresses, live })
      : await toHtml(page, { addresses, live: live && to === "html", template });
    const file = fileOf(source);
    for (const [name, bytes] of files) writeFile(join(root, name), bytes);
    writeFile(file, to === "pdf" ? await toPdf(content, page.title) : content);
    const written = [file, ...[...files.keys()].map((name) => join(root, name))];
    return { path, files: written, dead: addresses.dead, unseen: page.unseen };
  };
  const texts = sources.filter(({ path }) => !notebooks.some((each) => each.path === path));
  return { pages: [...notebooks, ...texts.map(({ path, below }) => ({ path, below }))], one };
}

async function readTemplate(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    throw new TypeError(
      `Cannot export as template must be a file that can be read: current value is ${path}`,
      { cause: error },
    );
  }
}

/** Refuses to write a page where something lies that pages are made of. */
function keepInputs(
  sources: readonly Source[],
  fileOf: (source: Source) => string,
  { template }: ExportOptions,
): void {
  const inputs = [...sources.map(({ path }) => path), ...(template ? [template] : [])];
  const kept = new Set(inputs.map((path) => resolve(path)));
  for (const source of sources) {
    const file = fileOf(source);
    if (!kept.has(resolve(file))) continue;
    throw new RangeError(
      `Cannot export ${source.path} to ${file} as output must leave alone what pages are made of`,
    );
  }
}

/** The folder of the pictures of a page, below the folder of all pages. */
function assetsOf({ page }: Source, { output, assets = "assets" }: ExportOptions): string {
  const folder = isAbsolute(assets)
    ? relative(resolve(output ?? "."), assets)
    : join(output === undefined ? dirname(page) : "", assets);
  return folder.replaceAll("\\", "/");
}

/** The places of a page that some page links to. */
function placesOf({ path, anchors }: Source, sources: readonly Source[]): Set<string> {
  const places = new Set<string>();
  for (const { path: from, links } of sources) {
    for (const url of links) {
      const { path: to, name } = partsOf(url);
      const target = to === "" ? from : join(dirname(from), to);
      const place = name !== undefined && resolve(target) === resolve(path) && anchors.of(name);
      if (place) places.add(place);
    }
  }
  return places;
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Deno.readFileSync(file);
  } catch {
    return undefined; // a folder, or not for our eyes
  }
}

function writeFile(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  try {
    Deno.mkdirSync(folder, { recursive: true });
    writeWhole(path, content);
  } catch (error) {
    throw new Error(
      `Cannot write ${path} as ${folder} must be a folder that can be written to: ` +
        (error as Error).message,
      { cause: error },
    );
  }
}

/** Names as GitHub gives them, to words that it has not seen before. */
async function slugOf(): Promise<(words: string) => string> {
  const names = await slugger();
  return (words) => {
    names.reset();
    return names.slug(words);
  };
}

function checkName(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw new TypeError(
    `Cannot export as ${option} must be one of ${known.join(", ")}: current value is ${value}`,
  );
}
