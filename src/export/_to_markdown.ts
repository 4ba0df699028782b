/**
 * Pages as Markdown for a builder of documentation.
 *
 * @module
 */

import { Places } from "./_anchors.ts";
import { cleanProse } from "./_clean_prose.ts";
import type { Flavour } from "./flavours/flavour.ts";
import { htmlToMarkdown, inParagraphs } from "./_html_to_markdown.ts";
import { inertText } from "./_inert_text.ts";
import { leadsToPages, ledHtml, linkedTree, namedHtml } from "./_led_html.ts";
import { wordsOfFile } from "./_local_pictures.ts";
import { Macros, withMacros } from "./_macros.ts";
import type { MarkdownOptions } from "./_markdown_options.ts";
import { mapTree, markdownTree, textOf } from "./_markdown_tree.ts";
import type { Attachments, Page, Part } from "./_page.ts";
import { htmlPackages, markdownPackages, type mdast } from "./_packages.ts";
import { PictureFiles } from "./_picture_files.ts";
import { safeFragment } from "./_safe_html.ts";
import { mathMarkup, typeset } from "./_typeset.ts";

const raw = (value: string): mdast.RootContent => ({ type: "html", value });

/** Writes a page as Markdown. */
export async function toMarkdown(page: Page, options: MarkdownOptions): Promise<string> {
  const pictures = new PictureFiles(page.path, options, await htmlPackages());
  const writer = new Writer(page, options, pictures);
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

class Writer {
  readonly #places = new Places();
  readonly #macros = new Macros();
  readonly #pictures: PictureFiles;

  constructor(readonly page: Page, readonly options: MarkdownOptions, pictures: PictureFiles) {
    this.#pictures = pictures;
  }

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
        return [this.#pictures.shown(part.picture)];
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
    const linked = await linkedTree(cleaned, addresses);
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
          return { ...node, value: namedHtml(this.#led(node.value, attachments), this.options) };
        case "heading":
          return this.#placed(node);
        case "code": {
          const lang = node.lang && flavour.fence(node.lang);
          return lang && !node.meta ? this.#code(node.value, lang) : node;
        }
        default:
          return this.#inert(node);
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
    const url = this.#pictures.of(node.url, attachments);
    const alt = node.alt || wordsOfFile(node.url);
    return url === undefined ? this.#inert({ type: "text", value: alt }) : { ...node, url, alt };
  }

  /** A link, its words alone if it leads nowhere; a text as the builder takes it. */
  #alive(node: mdast.Nodes): mdast.Nodes | mdast.Nodes[] {
    if (node.type !== "link" || node.url !== "") return this.#inert(node);
    return node.children.flatMap((child) => this.#alive(child));
  }

  #inert(node: mdast.Nodes): mdast.Nodes | mdast.Nodes[] {
    return inertText(node, this.options.flavour);
  }

  #placed(node: mdast.Heading): mdast.Nodes | mdast.Nodes[] {
    const place = this.#places.of(textOf(node));
    const { places, flavour, page } = this.options;
    if (!places.has(place)) return node;
    return [raw(flavour.place(flavour.named(place, page), "block")), { ...node }];
  }

  #led(html: string, attachments: Attachments): string {
    return ledHtml(html, this.options.addresses, (url) => this.#pictures.of(url, attachments));
  }

  async #html(html: string): Promise<mdast.RootContent[]> {
    const { flavour, scripts } = this.options;
    const clean = await safeFragment(this.#led(html, {}), scripts);
    if (flavour.plain || leadsToPages(html, this.options.addresses)) {
      const children = inParagraphs(await htmlToMarkdown(clean));
      return mapTree({ type: "root", children }, (node) => this.#alive(node)).children;
    }
    const { toHtml } = await htmlPackages();
    const tree = await typeset(clean);
    const block = withoutBlankLines(toHtml(tree, { allowDangerousHtml: true }));
    return block === "" ? [] : [raw(flavour.html(block))];
  }
}

/** HTML without the blank lines that would end its block; in preformatted text they are written out. */
function withoutBlankLines(html: string): string {
  return html.split(/(<pre[\s>][^]*?<\/pre>)/i).map((part, k) =>
    k % 2 === 0 ? part.replace(/\n\s*\n/g, "\n") : part.replace(/\n(?=[^\S\n]*\n)/g, "&#10;")
  ).join("").trim();
}
