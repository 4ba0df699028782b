/**
 * The parts of a page as HTML.
 *
 * @module
 */

import { escapeHtml } from "../display/texts/escape.ts";
import { type Addresses, anchorOf } from "./_addresses.ts";
import { markdownTree } from "./_markdown_tree.ts";
import type { Page, Part } from "./_page.ts";
import { type hast, htmlPackages, markdownPackages, type mdast, shiki } from "./_packages.ts";
import { coloursFor, sizeOf, versionsOf } from "./_pictures.ts";
import { safeFragment, safeSchema } from "./_safe_html.ts";
import type { Picture } from "./_shown_output.ts";
import { typeset } from "./_typeset.ts";

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
          : `<pre class="output" tabindex="0" role="region" aria-label="Output">${
            escapeHtml(part.text)
          }</pre>`;
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

  async #markdown(
    source: string,
    attachments: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): Promise<string> {
    const { unified } = await markdownPackages();
    const { toHast, raw, sanitize, katex, toHtml } = await htmlPackages();
    const tree = await markdownTree(source);
    const processor = unified().use(toHast, { allowDangerousHtml: true }).use(raw)
      .use(sanitize as never, await safeSchema()).use(katex as never, { output: "htmlAndMathml" });
    const found = await processor.run(tree as never) as unknown as hast.Root;
    return toHtml(this.#linked(found, attachments), { allowDangerousHtml: true });
  }

  async #fragment(html: string): Promise<string> {
    const { toHtml } = await htmlPackages();
    const tree = this.#linked(await typeset(await safeFragment(html)), {});
    const clean = toHtml(tree, { allowDangerousHtml: true });
    return clean.trim() === ""
      ? ""
      : `<div class="output scroll" tabindex="0" role="region" aria-label="Output">${clean}</div>`;
  }

  /** The tree with its links led to pages, its headings named, its pictures inside. */
  #linked<Node extends hast.Root | hast.Element>(
    node: Node,
    attachments: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): Node {
    const children = (node.children as hast.ElementContent[]).map((child) => {
      if (child.type !== "element") return child;
      const inner = this.#linked(child, attachments);
      const { tagName, properties } = inner;
      if (tagName === "a" && typeof properties.href === "string") {
        return {
          ...inner,
          properties: { ...properties, href: this.#addresses.of(properties.href) },
        };
      }
      if (tagName === "img" && typeof properties.src === "string") {
        const src = attachedUrl(properties.src, attachments);
        return { ...inner, properties: { ...properties, src: src ?? properties.src } };
      }
      if (/^h[1-6]$/.test(tagName)) return this.#named(inner);
      return inner;
    });
    return { ...node, children };
  }

  #named(heading: hast.Element): hast.Element {
    const text = plainTextOf(heading).trim();
    const same = this.headings.filter((each) => each.text === text).length;
    const id = anchorOf(text) + (same > 0 ? `-${same}` : "");
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
    return `<p class="live"><button type="button" data-chart="${
      this.charts.length - 1
    }">Make the chart live</button></p>`;
  }
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

function attachedUrl(
  src: string,
  attachments: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string | undefined {
  const name = /^attachment:(.*)$/s.exec(src)?.[1];
  if (name === undefined) return undefined;
  const [type, coded] = Object.entries(attachments[decodeURIComponent(name)] ?? {})[0] ?? [];
  return type && `data:${type};base64,${coded}`;
}

/** The text of an element; of a formula the part that is meant for eyes. */
function plainTextOf(node: hast.Nodes | mdast.Nodes): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  if ("tagName" in node && node.tagName === "annotation") return "";
  const hidden = "properties" in node &&
    `${(node as hast.Element).properties?.className}`.includes("katex-html");
  return hidden || !("children" in node) ? "" : node.children.map(plainTextOf).join("");
}
