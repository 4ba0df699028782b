/**
 * The places on a page that links lead to.
 *
 * @module
 */

import { each, textOf } from "./_markdown_tree.ts";
import { type mdast, slugger } from "./_packages.ts";

/** The places of a page. */
export interface Anchors {
  /** The name that the page gives to a place, by the name that a link has for it. */
  of(name: string): string | undefined;
}

/**
 * The headings of a page, and what its prose names by `id` or `name`. A link may call a heading as
 * Jupyter does (`#A-heading`) or as GitHub and VS Code do (`#a-heading`); of several headings with
 * the same words the first is meant, the others have numbers.
 *
 * @param prose the prose of the page, cell by cell
 */
export async function anchorsOf(prose: readonly mdast.Root[]): Promise<Anchors> {
  const names = new Map<string, string>();
  const add = (name: string, place: string) => {
    if (!names.has(name)) names.set(name, place);
  };
  const github = await slugger();
  const places = new Places();
  for (const tree of prose) {
    each(tree, (node) => {
      if (node.type === "html") {
        for (const [, , id] of node.value.matchAll(/\b(?:id|name)=(["'])(.*?)\1/g)) add(id, id);
      }
      if (node.type !== "heading") return;
      const words = textOf(node);
      const place = places.of(words);
      for (const each of [words, sourceOf(node)]) add(each.trim().replaceAll(" ", "-"), place);
      add(github.slug(words), place);
      add(place, place);
    });
  }
  return { of: (name) => names.get(name) };
}

/** Names headings in their order, as Jupyter does, with letters that every builder leaves alone. */
export class Places {
  readonly #counts = new Map<string, number>();

  /** The name of the next heading. */
  of(words: string): string {
    const name = words.normalize("NFKD").trim().replaceAll(" ", "-").replace(/[^\w-]/g, "")
      .replace(/^-+|-+$/g, "") || "section";
    const before = this.#counts.get(name) ?? 0;
    this.#counts.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  }
}

/** The text of a heading with its dollars, of which Jupyter makes names. */
function sourceOf(node: mdast.Nodes): string {
  if (node.type === "inlineMath") return `$${node.value}$`;
  return "children" in node ? node.children.map(sourceOf).join("") : textOf(node);
}
