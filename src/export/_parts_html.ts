/**
 * The parts of a page as HTML.
 *
 * @module
 */

import { escapeHtml } from "../display/texts/escape.ts";
import type { Addresses } from "./_addresses.ts";
import { Places } from "./_anchors.ts";
import { cleanProse } from "./_clean_prose.ts";
import { localPicture, wordsOfFile } from "./_local_pictures.ts";
import { Macros, withMacros } from "./_macros.ts";
import { markdownTree } from "./_markdown_tree.ts";
import type { Attachments, Page, Part } from "./_page.ts";
import { type hast, htmlPackages, markdownPackages, shiki } from "./_packages.ts";
import { coloursFor, sizeOf, versionsOf } from "./_pictures.ts";
import { safeFragment, safeSchema } from "./_safe_html.ts";
import type { Picture } from "./_shown_output.ts";
import { typeset } from "./_typeset.ts";
import { wordIn } from "./_words.ts";

/** A heading, for the outline. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
}

/** A chart that can be made live. */
export interface LiveChart {
  readonly light: string;
  readonly dark: string;
}

/** Writes parts as HTML, and keeps what the page around them needs. */
export class PartWriter {
  /** The headings, in order. */
  readonly headings: Heading[] = [];
  /** The charts that have a button. */
  readonly charts: LiveChart[] = [];
  readonly #places = new Places();
  readonly #macros = new Macros();
  #regions = 0;
  readonly #page: Page;
  readonly #addresses: Addresses;
  readonly #live: boolean;

  constructor(page: Page, options: { readonly addresses: Addresses; readonly live: boolean }) {
    this.#page = page;
    this.#addresses = options.addresses;
    this.#live = options.live;
  }

  /** A part as HTML. */
  async html(part: Part): Promise<string> {
    switch (part.kind) {
      case "code":
        return await highlighted(part.source, this.#page.language);
      case "text":
        return part.text === ""
          ? ""
          : `<pre class="output" ${this.#region()}>${escapeHtml(part.text)}</pre>`;
      case "markdown":
        return await this.#markdown(part.source, "attachments" in part ? part.attachments : {});
      case "html":
        return await this.#fragment(part.html);
      case "picture":
        return this.#picture(part.picture);
      case "folded": {
        const inside: string[] = [];
        for (const each of part.parts) inside.push(await this.html(each));
        return `<details><summary>${part.summary}</summary>\n${inside.join("\n")}\n</details>`;
      }
    }
  }

  /** What lets a wide output be scrolled with keys alone, each with a name of its own. */
  #region(): string {
    return `tabindex="0" role="region" aria-label="${this.#word("Output")} ${++this.#regions}"`;
  }

  async #markdown(
    source: string,
    attachments: Attachments,
  ): Promise<string> {
    const { unified } = await markdownPackages();
    const { toHast, raw, sanitize, katex, toHtml } = await htmlPackages();
    const read = withMacros(await markdownTree(source), this.#macros);
    const tree = await cleanProse(read, { text: (html) => html, inside: "" });
    const processor = unified().use(toHast, { allowDangerousHtml: true }).use(raw)
      .use(sanitize as never, await safeSchema()).use(katex as never, { output: "htmlAndMathml" });
    const found = await processor.run(tree as never) as unknown as hast.Root;
    const linked = await coloured(this.#linked(found, attachments, true));
    return toHtml(linked, { allowDangerousHtml: true });
  }

  async #fragment(html: string): Promise<string> {
    const { toHtml } = await htmlPackages();
    const tree = this.#linked(await typeset(await safeFragment(html)), {}, false);
    const clean = toHtml(tree, { allowDangerousHtml: true });
    if (clean.trim() === "") return "";
    // What scrolls by itself already needs nothing around it.
    const region = clean.includes('role="region"') ? "" : ` ${this.#region()}`;
    return `<div class="output scroll"${region}>${clean}</div>`;
  }

  /** The tree with its links led to pages, its headings named, its pictures inside. */
  #linked<Node extends hast.Root | hast.Element>(
    node: Node,
    attachments: Attachments,
    prose: boolean,
  ): Node {
    const children = (node.children as hast.ElementContent[]).map((child) => {
      if (child.type !== "element") return child;
      const inner = this.#linked(child, attachments, prose);
      const { tagName, properties } = inner;
      if (tagName === "a" && typeof properties.href === "string") {
        const { href: url } = properties;
        // Footnotes have their places made along with their links.
        const href = url.startsWith("#user-content-fn") ? url : this.#addresses.of(url);
        return { ...inner, properties: { ...properties, href } };
      }
      if (tagName === "img" && typeof properties.src === "string") {
        return this.#image(inner, properties.src, attachments);
      }
      if (tagName === "input") {
        const ariaLabel = properties.checked ? "done" : "to do";
        return { ...inner, properties: { ...properties, ariaLabel } };
      }
      // Wide tables scroll, with keys too; those of outputs in HTML do already.
      if (tagName === "table" && prose) {
        const className = ["scroll"];
        const ariaLabel = `${this.#word("Output")} ${++this.#regions}`;
        const scrolled = { className, tabIndex: 0, role: "region", ariaLabel };
        return {
          type: "element" as const,
          tagName: "div",
          properties: scrolled,
          children: [inner],
        };
      }
      // So do wide formulas.
      if (`${properties.className}`.includes("katex-display")) {
        return { ...inner, properties: { ...properties, tabIndex: 0 } };
      }
      if (/^h[1-6]$/.test(tagName) && prose) return this.#named(inner);
      return inner;
    });
    return { ...node, children };
  }

  /** A picture in prose with its bytes inside; its words alone, if it is not there. */
  #image(image: hast.Element, url: string, attachments: Attachments): hast.ElementContent {
    const picture = localPicture(url, this.#page.path, attachments);
    const alt = `${image.properties.alt || wordsOfFile(url)}`;
    if (picture === "missing") {
      this.#addresses.missing(url);
      return { type: "text", value: alt };
    }
    const src = picture ? `data:${picture.type};base64,${picture.bytes.toBase64()}` : url;
    return { ...image, properties: { ...image.properties, src, alt } };
  }

  #named(heading: hast.Element): hast.Element {
    const text = wordsOf(heading, "eyes").trim();
    const id = this.#places.of(wordsOf(heading, "source"));
    this.headings.push({ depth: Number(heading.tagName[1]), text, id });
    return { ...heading, properties: { ...heading.properties, id } };
  }

  #picture(picture: Picture): string {
    const { light, dark } = versionsOf(picture);
    const type = picture.type === "svg" ? "image/svg+xml" : `image/${picture.type}`;
    const url = (bytes: Uint8Array<ArrayBuffer>) => `data:${type};base64,${bytes.toBase64()}`;
    const size = sizeOf(picture);
    const measures = size ? ` width="${size.width}" height="${size.height}"` : "";
    const source = dark
      ? `<source media="(prefers-color-scheme: dark)" srcset="${url(dark)}">`
      : "";
    const image = `<img src="${url(light)}" alt="${
      escapeHtml(picture.alt, "attribute")
    }"${measures}>`;
    const button = this.#live && picture.spec ? this.#button(picture) : "";
    return `<figure class="output"><picture>${source}${image}</picture>${button}</figure>`;
  }

  #button({ spec }: Picture): string {
    const [light, dark = light] = coloursFor(JSON.stringify(spec));
    this.charts.push({ light, dark });
    return `<p class="live"><button type="button" data-chart="${this.charts.length - 1}">${
      this.#word("Make the chart live")
    }</button></p>`;
  }

  #word(word: string): string {
    return escapeHtml(wordIn(this.#page.prose, word), "attribute");
  }
}

/** The tree with its blocks of code highlighted. */
async function coloured<Node extends hast.Root | hast.Element>(node: Node): Promise<Node> {
  const children: hast.ElementContent[] = [];
  for (const child of node.children as hast.ElementContent[]) {
    const [code] = child.type === "element" && child.tagName === "pre" ? child.children : [];
    if (code?.type === "element" && code.tagName === "code") {
      const language = /language-([\w-]+)/.exec(`${code.properties.className}`)?.[1] ?? "text";
      const text = wordsOf(code, "source").replace(/\n$/, "");
      children.push({ type: "raw", value: await highlighted(text, language) } as never);
    } else children.push(child.type === "element" ? await coloured(child) : child);
  }
  return { ...node, children };
}

async function highlighted(code: string, language: string): Promise<string> {
  const { codeToHtml, bundledLanguages } = await shiki();
  const lang = language in bundledLanguages ? language : "text";
  return await codeToHtml(code, {
    lang,
    themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    defaultColor: false,
  });
}

/** The text of an element; of its formulas what is meant for eyes, or their source. */
function wordsOf(node: hast.Nodes, formulas: "eyes" | "source"): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  const children = "children" in node ? node.children : [];
  if (node.type === "element") {
    const named = `${node.properties.className ?? ""}`;
    if (named.includes("katex-html")) return "";
    if (node.tagName === "annotation" && formulas === "eyes") return "";
    if (node.tagName === "semantics" && formulas === "source") {
      return children.slice(1).map((child) => wordsOf(child, formulas)).join("");
    }
  }
  return children.map((child) => wordsOf(child, formulas)).join("");
}
