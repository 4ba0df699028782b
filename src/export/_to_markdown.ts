/**
 * Pages as Markdown for a builder of documentation.
 *
 * @module
 */

import { type Addresses, addressFrom, anchorOf } from "./_addresses.ts";
import type { Flavour } from "./flavours/flavour.ts";
import { mapTree, markdownTree } from "./_markdown_tree.ts";
import type { Page, Part } from "./_page.ts";
import { htmlPackages, markdownPackages, type mdast } from "./_packages.ts";
import { fileName, versionsOf } from "./_pictures.ts";
import { safeFragment, safeTag } from "./_safe_html.ts";
import type { Picture } from "./_shown_output.ts";
import { typeset } from "./_typeset.ts";

/** A page in its final form, and the pictures that belong to it. */
export interface MarkdownPage {
  readonly text: string;
  /** By path, below the folder of all pages. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** What a page is written with. */
export interface MarkdownOptions {
  readonly flavour: Flavour;
  /** The page below the folder of all pages, without its ending. */
  readonly page: string;
  /** The folder of the pictures, below the folder of all pages. */
  readonly assets: string;
  readonly addresses: Addresses;
  /** The headings that links lead to, as Jupyter names them. */
  readonly anchors: ReadonlySet<string>;
  /** Whether scripts in outputs stay. */
  readonly scripts: boolean;
}

const raw = (value: string): mdast.RootContent => ({ type: "html", value });

/** Writes a page as Markdown. */
export async function toMarkdown(page: Page, options: MarkdownOptions): Promise<MarkdownPage> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const writer = new Writer(page, options, files);
  const nodes: mdast.RootContent[] = [];
  for (const { parts } of page.cells) {
    for (const part of parts) nodes.push(...await writer.nodes(part));
  }
  const { flavour } = options;
  const text = await stringified(withoutTitle(nodes, flavour.printsTitle));
  const head = flavour.head(page.title);
  const top = head.length > 0 ? `---\n${head.join("\n")}\n---\n\n` : "";
  const foot = flavour.foot && text.includes("only-light") ? `\n${flavour.foot}\n` : "";
  return { text: top + text + foot, files };
}

function withoutTitle(nodes: mdast.RootContent[], printed: boolean): mdast.RootContent[] {
  const first = nodes.findIndex((node) => node.type === "heading" && node.depth === 1);
  return printed && first >= 0 ? nodes.toSpliced(first, 1) : nodes;
}

async function stringified(children: mdast.RootContent[]): Promise<string> {
  const { unified, gfm, math, stringify } = await markdownPackages();
  return unified().use(gfm).use(math).use(stringify, { bullet: "-", rule: "-", emphasis: "*" })
    .stringify({ type: "root", children } as never);
}

class Writer {
  constructor(
    readonly page: Page,
    readonly options: MarkdownOptions,
    readonly files: Map<string, Uint8Array<ArrayBuffer>>,
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
        return [raw(await this.#picture(part.picture))];
      case "folded": {
        const inside = await Promise.all(part.parts.map((each) => this.nodes(each)));
        const open = `<details>\n<summary>${part.summary}</summary>`;
        return [raw(open), ...inside.flat(), raw("</details>")];
      }
    }
  }

  #code(value: string, fence: string): mdast.RootContent {
    const [lang, ...meta] = fence.split(" ");
    return { type: "code", lang: lang || null, meta: meta.join(" ") || null, value };
  }

  async #markdown(
    source: string,
    attachments: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): Promise<mdast.RootContent[]> {
    const { flavour, addresses } = this.options;
    const tree = await markdownTree(source);
    const files = await this.#attached(tree, attachments);
    const cleaned = await this.#cleaned(tree);
    const changed = mapTree(cleaned, (node) => {
      if (node.type === "link" || node.type === "definition") {
        return { ...node, url: addresses.of(node.url) };
      }
      if (node.type === "image") {
        const file = files.get(node.url);
        return { ...node, url: file ?? addresses.of(node.url) };
      }
      if (node.type === "heading") return this.#anchored(node);
      if (node.type !== "text") return node;
      const guarded = flavour.guarded(node.value);
      return guarded === undefined ? node : { type: "html", value: guarded };
    });
    return changed.children;
  }

  #anchored(node: mdast.Heading): mdast.Nodes | mdast.Nodes[] {
    const anchor = anchorOf(textOf(node));
    return this.options.anchors.has(anchor)
      ? [{ type: "html", value: `<a id="${encodeURIComponent(anchor)}"></a>` }, { ...node }]
      : node;
  }

  /** HTML that people wrote between their Markdown, tag by tag. */
  async #cleaned(tree: mdast.Root): Promise<mdast.Root> {
    const found: mdast.Html[] = [];
    mapTree(tree, (node) => {
      if (node.type === "html") found.push(node);
      return node;
    });
    const safe = new Map<string, string | undefined>();
    for (const { value } of found) {
      if (!safe.has(value)) safe.set(value, await safeTag(value));
    }
    return mapTree(tree, (node) => {
      if (node.type !== "html") return node;
      const clean = safe.get(node.value);
      if (clean === undefined) return { type: "text", value: node.value };
      return clean.trim() === "" ? [] : { ...node, value: clean };
    });
  }

  /** The pictures that a cell carries with it, as files, by the address that the cell uses. */
  async #attached(
    tree: mdast.Root,
    attachments: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): Promise<Map<string, string>> {
    const urls = new Set<string>();
    mapTree(tree, (node) => {
      if (node.type === "image") urls.add(node.url);
      return node;
    });
    const files = new Map<string, string>();
    for (const url of urls) {
      const [type, coded] = codedPicture(url, attachments);
      if (coded === undefined) continue;
      const ending = type.replace(/^image\//, "").replace("svg+xml", "svg").replace("jpeg", "jpg");
      files.set(url, await this.#file(Uint8Array.fromBase64(coded), ending));
    }
    return files;
  }

  async #html(html: string): Promise<mdast.RootContent[]> {
    const { flavour, scripts } = this.options;
    const linked = html.replace(
      /(<a\b[^>]*?\bhref=")([^"]*)(")/gi,
      (_, before, url, after) => before + this.options.addresses.of(url) + after,
    );
    if (flavour.plainTables) return await asMarkdown(linked);
    const { toHtml } = await htmlPackages();
    const tree = await typeset(await safeFragment(linked, scripts));
    const clean = toHtml(tree, { allowDangerousHtml: true });
    // A blank line would end the block of HTML.
    const block = clean.replace(/\n\s*\n/g, "\n").trim();
    return block === "" ? [] : [raw(flavour.html(block))];
  }

  async #picture(picture: Picture): Promise<string> {
    const { light, dark } = versionsOf(picture);
    const ending = picture.type === "jpeg" ? "jpg" : picture.type;
    const files = [await this.#file(light, ending)];
    if (dark) files.push(await this.#file(dark, ending, "-dark"));
    return files.length === 1
      ? await stringified([{ type: "paragraph", children: [imageNode(files[0], picture.alt)] }])
      : this.options.flavour.pictures(files[0], files[1], picture.alt);
  }

  /** Keeps a file for writing; its address from the page. */
  async #file(bytes: Uint8Array<ArrayBuffer>, ending: string, more = ""): Promise<string> {
    const { page, assets } = this.options;
    const stem = page.replace(/^.*\//, "") + more;
    const path = `${assets}/${await fileName(bytes, stem, ending)}`;
    this.files.set(path, bytes);
    return addressFrom(page, path);
  }
}

function imageNode(url: string, alt: string): mdast.Image {
  return { type: "image", url, alt };
}

function codedPicture(
  url: string,
  attachments: Readonly<Record<string, Readonly<Record<string, string>>>>,
): [string, string | undefined] {
  const attached = /^attachment:(.*)$/s.exec(url)?.[1];
  if (attached !== undefined) {
    const bundle = attachments[decodeURIComponent(attached)] ?? {};
    return Object.entries(bundle)[0] ?? ["", undefined];
  }
  const data = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(url);
  return data ? [data[1], data[2]] : ["", undefined];
}

/** HTML as Markdown: tables, links, emphasis and mathematics stay. */
async function asMarkdown(html: string): Promise<mdast.RootContent[]> {
  const { toMdast } = await htmlPackages();
  const tree = await typeset(await safeFragment(html), (piece) => ({
    type: "element",
    tagName: "code",
    properties: { className: ["math-inline"] },
    children: [{ type: "text", value: piece.tex! }],
  }));
  const root = toMdast(tree, {
    handlers: {
      code: (_: unknown, node: { properties?: { className?: string[] }; children: unknown[] }) => {
        const value = textOf(node as never);
        return node.properties?.className?.includes("math-inline")
          ? { type: "inlineMath", value }
          : { type: "inlineCode", value };
      },
      // A caption stands above its table.
      caption: () => undefined,
    } as never,
  }) as unknown as mdast.Root;
  const caption = textOf(find(tree, "caption") ?? { children: [] });
  const above: mdast.RootContent[] = caption.trim() === "" ? [] : [
    {
      type: "paragraph",
      children: [{ type: "strong", children: [{ type: "text", value: caption.trim() }] }],
    },
  ];
  return [...above, ...root.children];
}

interface Tree {
  readonly tagName?: string;
  readonly value?: string;
  readonly children?: readonly Tree[];
}

function find(tree: unknown, tagName: string): Tree | undefined {
  const node = tree as Tree;
  if (node.tagName === tagName) return node;
  for (const child of node.children ?? []) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return undefined;
}

/** The text of a node without its marks. */
export function textOf(node: unknown): string {
  const { value, children = [] } = node as Tree;
  return value ?? children.map(textOf).join("");
}
