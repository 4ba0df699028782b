/**
 * Pages as Markdown for a builder of documentation.
 *
 * @module
 */

import { escapeHtml } from "../display/texts/escape.ts";
import { type Addresses, addressFrom } from "./_addresses.ts";
import { Places } from "./_anchors.ts";
import { cleanProse } from "./_clean_prose.ts";
import { address, numbers } from "./flavours/_parts.ts";
import type { Flavour } from "./flavours/flavour.ts";
import { htmlToMarkdown, inParagraphs } from "./_html_to_markdown.ts";
import { localPicture, wordsOfFile } from "./_local_pictures.ts";
import { Macros, withMacros } from "./_macros.ts";
import { mapTree, markdownTree, textOf } from "./_markdown_tree.ts";
import type { Attachments, Page, Part } from "./_page.ts";
import { htmlPackages, markdownPackages, type mdast } from "./_packages.ts";
import { fileName, versionsOf } from "./_pictures.ts";
import { safeFragment } from "./_safe_html.ts";
import { safeSvg } from "./_safe_svg.ts";
import type { Picture } from "./_shown_output.ts";
import { mathMarkup, typeset } from "./_typeset.ts";

/** Files by path, below the folder of all pages. */
export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** What a page is written with. */
export interface MarkdownOptions {
  readonly flavour: Flavour;
  /** The page below the folder of all pages, without its ending. */
  readonly page: string;
  /** The folder of the pictures, below the folder of all pages. */
  readonly assets: string;
  readonly addresses: Addresses;
  /** The places of the page that links lead to. */
  readonly places: ReadonlySet<string>;
  /** Whether scripts in outputs stay. */
  readonly scripts: boolean;
  /** Where the files go that belong to the page. */
  readonly files: Files;
}

const raw = (value: string): mdast.RootContent => ({ type: "html", value });

/** Writes a page as Markdown. */
export async function toMarkdown(page: Page, options: MarkdownOptions): Promise<string> {
  const writer = new Writer(page, options, await htmlPackages());
  const nodes: mdast.RootContent[] = [];
  for (const { parts } of page.cells) {
    for (const part of parts) nodes.push(...await writer.nodes(part));
  }
  const { flavour } = options;
  const text = await stringified(withoutTitle(nodes, flavour.printsTitle), flavour);
  const head = flavour.head(page.title);
  const top = head.length > 0 ? `---\n${head.join("\n")}\n---\n\n` : "";
  return top + text + styleOf(text, flavour);
}

/** The style that a page needs for what is on it. */
function styleOf(text: string, { style }: Flavour): string {
  const rules = [
    text.includes("only-light") ? style.pictures : "",
    /\$|<math/.test(text) ? style.formulas : "",
    /^\s*\||<table/m.test(text) ? style.tables : "",
  ].filter((rule) => rule !== "");
  return rules.length === 0 ? "" : `\n<style>\n${rules.join("\n")}\n</style>\n`;
}

function withoutTitle(nodes: mdast.RootContent[], printed: boolean): mdast.RootContent[] {
  const first = nodes.findIndex((node) => node.type === "heading" && node.depth === 1);
  return printed && first >= 0 ? nodes.toSpliced(first, 1) : nodes;
}

async function stringified(children: mdast.RootContent[], { indent }: Flavour): Promise<string> {
  const { unified, gfm, math, stringify } = await markdownPackages();
  return unified().use(gfm).use(math)
    .use(stringify, { bullet: "-", rule: "-", emphasis: "*", listItemIndent: indent })
    .stringify({ type: "root", children } as never);
}

const holdsBlocks = new Set<string>(["root", "blockquote", "listItem", "footnoteDefinition"]);

class Writer {
  readonly #places = new Places();
  readonly #macros = new Macros();

  constructor(
    readonly page: Page,
    readonly options: MarkdownOptions,
    readonly packages: Awaited<ReturnType<typeof htmlPackages>>,
  ) {}

  async nodes(part: Part): Promise<mdast.RootContent[]> {
    switch (part.kind) {
      case "code":
        return [this.#code(part.source, this.options.flavour.fence(this.page.language))];
      case "text":
        return part.text === "" ? [] : [this.#code(part.text, "text")];
      case "markdown":
        return await this.#markdown(part.source, "attachments" in part ? part.attachments : {});
      case "html":
        return await this.#html(part.html);
      case "picture":
        return this.#picture(part.picture);
      case "folded": {
        const nodes: mdast.RootContent[] = [];
        for (const each of part.parts) nodes.push(...await this.nodes(each));
        const open = `<details${this.options.flavour.inside}>\n<summary>${part.summary}</summary>`;
        return [raw(open), ...nodes, raw("</details>")];
      }
    }
  }

  #code(value: string, fence: string): mdast.RootContent {
    const [lang, ...meta] = fence.split(" ");
    return { type: "code", lang: lang || null, meta: meta.join(" ") || null, value };
  }

  async #markdown(source: string, attachments: Attachments): Promise<mdast.RootContent[]> {
    const { flavour, addresses } = this.options;
    const { programs: { pattern, inert } } = flavour;
    const read = await markdownTree(source);
    const cleaned = await cleanProse(flavour.alone ? withMacros(read, this.#macros) : read, {
      text: (html) => html.replace(pattern, inert),
      inside: flavour.inside,
    });
    const linked = await this.#linked(cleaned);
    const change = (node: mdast.Nodes): mdast.Nodes | readonly mdast.Nodes[] => {
      switch (node.type) {
        case "link": {
          const url = addresses.of(node.url);
          const led = mapTree({ ...node, url: url ?? "" }, change);
          return url === undefined ? led.children : led;
        }
        case "image":
          return this.#image(node, attachments);
        case "html":
          return { ...node, value: this.#named(this.#led(node.value, attachments)) };
        case "heading":
          return this.#placed(node);
        case "code": {
          const lang = node.lang && flavour.fence(node.lang);
          return lang && !node.meta ? this.#code(node.value, lang) : node;
        }
        default:
          return this.#text(node);
      }
    };
    return mapTree(await this.#titled(linked), change).children;
  }

  /** The tree with the formulas of its headings as markup, since builders make lists of headings. */
  async #titled(tree: mdast.Root): Promise<mdast.Root> {
    const formulas = new Map<mdast.Nodes, string>();
    if (this.options.flavour.plain) return tree;
    for (const heading of tree.children) {
      if (heading.type !== "heading") continue;
      for (const child of heading.children) {
        if (child.type === "inlineMath") formulas.set(child, await mathMarkup(child.value));
      }
    }
    return mapTree(tree, (node) => {
      const value = formulas.get(node);
      return value === undefined ? node : { type: "html", value };
    });
  }

  /** A picture in prose; its words alone, if it is not there. */
  #image(node: mdast.Image, attachments: Attachments): mdast.Nodes | mdast.Nodes[] {
    const url = this.#local(node.url, attachments);
    const alt = node.alt || wordsOfFile(node.url);
    return url === undefined ? this.#text({ type: "text", value: alt }) : { ...node, url, alt };
  }

  /** A link, its words alone if it leads nowhere; a text as the builder takes it. */
  #alive(node: mdast.Nodes): mdast.Nodes | mdast.Nodes[] {
    if (node.type !== "link" || node.url !== "") return this.#text(node);
    return node.children.flatMap((child) => this.#alive(child));
  }

  /** A text in pieces: what means something to the builder alone is written so that it does not. */
  #text(node: mdast.Nodes): mdast.Nodes | mdast.Nodes[] {
    if (node.type !== "text") return node;
    const { programs: { pattern, inert }, marks } = this.options.flavour;
    const plain = split(node.value, pattern, inert);
    const pieces = plain.flatMap((piece): mdast.PhrasingContent[] =>
      piece.type === "text"
        ? split(piece.value, marks, (found) => numbers(found, /[^]/gu))
        : [piece]
    );
    return pieces.length === 1 && pieces[0].type === "text" ? node : pieces;
  }

  #placed(node: mdast.Heading): mdast.Nodes | mdast.Nodes[] {
    const place = this.#places.of(textOf(node));
    const { places, flavour, page } = this.options;
    if (!places.has(place)) return node;
    return [raw(flavour.place(flavour.named(place, page), "block")), { ...node }];
  }

  /** HTML with the names that links lead to as the builder has them. */
  #named(html: string): string {
    const { places, flavour, page } = this.options;
    return html.replace(/<[a-z][^>]*\s(?:id|name)="([^"]*)"[^>]*>/gi, (tag, name) => {
      if (!places.has(name)) return tag;
      const named = flavour.named(name, page);
      return flavour.place(named, "inline") + tag.replace(/\s(?:id|name)="[^"]*"/gi, "");
    });
  }

  /** Whether HTML has links to pages, which builders follow in Markdown alone. */
  #leadsToPages(html: string): boolean {
    const urls = [...html.matchAll(/<a\s[^>]*?\bhref=(["'])(.*?)\1/gi)].map(([, , url]) => url);
    return urls.some((url) => this.options.addresses.isPage(url.replaceAll("&amp;", "&")));
  }

  /** The tree with links to pages in Markdown where they were in HTML. */
  async #linked<Node extends mdast.Nodes>(node: Node): Promise<Node> {
    if (!("children" in node)) return node;
    const children: mdast.Nodes[] = [];
    const rest = [...node.children as mdast.Nodes[]];
    while (rest.length > 0) {
      const child = rest.shift()!;
      if (child.type !== "html" || !this.#leadsToPages(child.value)) {
        children.push(await this.#linked(child));
        continue;
      }
      const end = rest.findIndex((each) => each.type === "html" && each.value === "</a>");
      const url = /^<a\s[^>]*?\bhref="([^"]*)"[^>]*>$/i.exec(child.value)?.[1];
      if (url !== undefined && end >= 0) {
        const inside = rest.splice(0, end + 1).slice(0, -1) as mdast.PhrasingContent[];
        children.push({ type: "link", url: url.replaceAll("&amp;", "&"), children: inside });
      } else {
        const found = await htmlToMarkdown(await safeFragment(child.value));
        children.push(...holdsBlocks.has(node.type) ? inParagraphs(found) : found);
      }
    }
    return { ...node, children } as Node;
  }

  async #html(html: string): Promise<mdast.RootContent[]> {
    const { flavour, scripts } = this.options;
    const clean = await safeFragment(this.#led(html, {}), scripts);
    if (flavour.plain || this.#leadsToPages(html)) {
      const children = inParagraphs(await htmlToMarkdown(clean));
      return mapTree({ type: "root", children }, (node) => this.#alive(node)).children;
    }
    const { toHtml } = await htmlPackages();
    const tree = await typeset(clean);
    const block = withoutBlankLines(toHtml(tree, { allowDangerousHtml: true }));
    return block === "" ? [] : [raw(flavour.html(block))];
  }

  /** HTML with its links led to pages, and its pictures to files. */
  #led(html: string, attachments: Attachments): string {
    const led = (name: string, change: (url: string) => string | undefined, none: string) =>
    (
      tag: string,
    ) => {
      const [whole, quote, url] = new RegExp(`\\b${name}=(["'])(.*?)\\1`, "i").exec(tag) ?? [];
      if (whole === undefined) return tag;
      const changed = change(url.replaceAll("&amp;", "&"));
      return changed === undefined
        ? none
        : tag.replace(whole, () => `${name}=${quote}${escapeHtml(changed, "attribute")}${quote}`);
    };
    return html
      .replace(/<a\s[^>]*>/gi, led("href", (url) => this.options.addresses.of(url), "<a>"))
      .replace(/<img\s[^>]*>/gi, (tag) => {
        const url = /\bsrc="([^"]*)"/i.exec(tag)?.[1] ?? "";
        const words = escapeHtml(
          /\balt="([^"]*)"/i.exec(tag)?.[1] || wordsOfFile(url),
          "attribute",
        );
        const told = /\balt=/i.test(tag) ? tag : tag.replace(/^<img/i, `$& alt="${words}"`);
        return led("src", (url) => this.#local(url, attachments), words)(told);
      });
  }

  #picture(picture: Picture): mdast.RootContent[] {
    const { light, dark } = versionsOf(picture);
    const ending = picture.type === "jpeg" ? "jpg" : picture.type;
    const file = this.#file(light, ending);
    if (dark) {
      const { pictures } = this.options.flavour;
      return [raw(pictures(file, this.#file(dark, ending, "-dark"), picture.alt))];
    }
    const image: mdast.Image = { type: "image", url: address(file), alt: picture.alt };
    return [{ type: "paragraph", children: [image] }];
  }

  /** The address of a picture: of its file, if it came along; undefined if it is not there. */
  #local(url: string, attachments: Attachments): string | undefined {
    const found = localPicture(url, this.page.path, attachments);
    if (found === "missing") return this.options.addresses.missing(url), undefined;
    return found ? address(this.#file(found.bytes, found.ending)) : url;
  }

  /** Keeps a file for writing; its path from the page. */
  #file(bytes: Uint8Array<ArrayBuffer>, ending: string, more = ""): string {
    const { page, assets, files } = this.options;
    const safe = ending === "svg" ? safeSvg(bytes, this.packages) : bytes;
    const path = `${assets}/${fileName(safe, page.replace(/^.*\//, "") + more, ending)}`;
    files.set(path, safe);
    return addressFrom(page, path);
  }
}

/** HTML without the blank lines that would end its block; in preformatted text they are written out. */
function withoutBlankLines(html: string): string {
  return html.split(/(<pre[\s>][^]*?<\/pre>)/i).map((part, k) =>
    k % 2 === 0 ? part.replace(/\n\s*\n/g, "\n") : part.replace(/\n(?=[^\S\n]*\n)/g, "&#10;")
  ).join("").trim();
}

/** A text in pieces, those of a pattern as HTML. */
function split(
  text: string,
  pattern: RegExp,
  html: (found: string) => string,
): mdast.PhrasingContent[] {
  const pieces: mdast.PhrasingContent[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) pieces.push({ type: "text", value: text.slice(end, index) });
    pieces.push({ type: "html", value: html(found) });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ type: "text", value: text.slice(end) });
  return pieces;
}
