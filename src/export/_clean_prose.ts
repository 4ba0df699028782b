/**
 * The HTML that people write between their Markdown: cleaned tag by tag, as Markdown may stand between
 * the tags, and with every tag that is opened closed.
 *
 * @module
 */

import { escapeHtml } from "../display/texts/escape.ts";
import type { mdast } from "./_packages.ts";
import { safeTag, silent } from "./_safe_html.ts";

/** Comments, tags, and the text between them. */
const token = /<!--[^]*?-->|<\/?[a-z][^\s>/]*(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</gi;
const named = /^<(\/?)([a-z][^\s>/]*)/i;

const empty = new Set(["br", "hr", "img", "input", "col", "wbr", "source"]);
const phrasing = new Set([
  "paragraph",
  "heading",
  "tableCell",
  "emphasis",
  "strong",
  "delete",
  "link",
]);

/** How the HTML is written. */
export interface ProseOptions {
  /** A text inside HTML. */
  readonly text: (html: string) => string;
  /** What a tag has in it that has Markdown inside, with a space before it. */
  readonly inside: string;
}

interface Piece {
  html: string;
  /** The text, if it is one and no HTML. */
  readonly words?: string;
}

/** The tree with its HTML cleaned. */
export async function cleanProse<Node extends mdast.Nodes>(
  tree: Node,
  options: ProseOptions,
): Promise<Node> {
  if (!("children" in tree)) return tree;
  const cleaner = new Cleaner(phrasing.has(tree.type), options);
  for (const child of tree.children as mdast.Nodes[]) await cleaner.add(child);
  return { ...tree, children: cleaner.end() } as Node;
}

/** Goes over the children of one node. */
class Cleaner {
  readonly #children: mdast.Nodes[] = [];
  #open: { readonly name: string; readonly tag: Piece }[] = [];
  #skipped: string | undefined;

  constructor(readonly inline: boolean, readonly options: ProseOptions) {}

  async add(child: mdast.Nodes): Promise<void> {
    if (child.type !== "html") {
      if (this.#skipped === undefined) this.#children.push(await cleanProse(child, this.options));
      return;
    }
    const before = new Set(this.#open);
    const pieces: Piece[] = [];
    for (const [found] of child.value.matchAll(token)) {
      const piece = await this.#piece(found);
      if (piece) pieces.push(piece);
    }
    const opened = this.inline ? [] : this.#open.filter((each) => !before.has(each));
    for (const { tag } of opened) {
      tag.html = tag.html.replace(/^<[\w-]+/, `$&${this.options.inside}`);
    }
    this.#children.push(...this.#nodes(pieces));
  }

  /** All children, with the end tags that were missing. */
  end(): mdast.Nodes[] {
    const value = this.#closedFrom(0);
    return value === "" ? this.#children : [...this.#children, { type: "html", value }];
  }

  async #piece(found: string): Promise<Piece | undefined> {
    const [, slash, mixed] = named.exec(found) ?? [];
    const name = mixed?.toLowerCase();
    if (this.#skipped !== undefined) {
      if (slash && name === this.#skipped) this.#skipped = undefined;
      return undefined;
    }
    if (name === undefined) {
      if (found.startsWith("<!--")) return undefined;
      return found === "<" ? text(found) : { html: this.options.text(found), words: found };
    }
    if (silent.includes(name)) {
      if (!slash && !found.endsWith("/>")) this.#skipped = name;
      return undefined;
    }
    const html = await safeTag(slash ? `<${name}>` : found);
    if (html === undefined) return text(found);
    if (html === "") return undefined;
    if (slash) {
      const at = this.#open.findLastIndex((each) => each.name === name);
      return at < 0 ? undefined : { html: this.#closedFrom(at) };
    }
    const tag = { html };
    if (!empty.has(name)) this.#open.push({ name, tag });
    return tag;
  }

  /** The end tags of what is open, from a place on. */
  #closedFrom(at: number): string {
    const closed = this.#open.slice(at).reverse().map(({ name }) => `</${name}>`).join("");
    this.#open = this.#open.slice(0, at);
    return closed;
  }

  /** Text alone is prose, text between tags is HTML. */
  #nodes(pieces: readonly Piece[]): mdast.Nodes[] {
    if (pieces.some(({ words }) => words === undefined)) {
      // A blank line would end the block.
      const value = pieces.map(({ html }) => html).join("").replace(/\n\s*\n/g, "\n").trim();
      return [{ type: "html", value }];
    }
    const value = pieces.map(({ words }) => words).join("");
    if (value.trim() === "") return [];
    const node: mdast.Text = { type: "text", value };
    return [this.inline ? node : { type: "paragraph", children: [node] }];
  }
}

const text = (words: string): Piece => ({ html: escapeHtml(words, "attribute"), words });
