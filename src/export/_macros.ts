/**
 * What formulas define for the formulas after them. MathJax in a notebook knows it on the whole page; who
 * typesets each formula alone has to be told each time.
 *
 * @module
 */

import { mapTree } from "./_markdown_tree.ts";
import type { mdast } from "./_packages.ts";

const name = String.raw`\s*\{?\s*(\\[A-Za-z]+)\s*\}?\s*`;
const definition = new RegExp(
  [
    String.raw`\\(?:re|provide)?newcommand\*?${name}(?:\[(\d)\])?\s*(?=\{)`,
    String.raw`\\[gex]?def\s*(\\[A-Za-z]+)((?:#\d)*)\s*(?=\{)`,
    String.raw`\\DeclareMathOperator(\*?)${name}(?=\{)`,
  ].join("|"),
);

/** The definitions of a page, in the order in which they come. */
export class Macros {
  readonly #known = new Map<string, string>();

  /** A formula with what it needs in front of it, and without labels; "" if it only defines. */
  of(tex: string): string {
    let rest = tex.replace(/\\(?:label|require)\s*\{[^{}]*\}/g, "");
    for (let found = definition.exec(rest); found; found = definition.exec(rest)) {
      const start = found.index + found[0].length;
      const end = closing(rest, start);
      if (end === undefined) break;
      const [, command, count = "0", defined, parameters, star, operator] = found;
      const body = rest.slice(start, end);
      if (operator) this.#define(operator, "", `{\\operatorname${star}${body}}`);
      else if (defined) this.#define(defined, parameters, body);
      else this.#define(command, "#1#2#3#4#5#6#7#8#9".slice(0, 2 * Number(count)), body);
      rest = rest.slice(0, found.index) + rest.slice(end);
    }
    const needed = this.#neededBy(rest);
    return rest.trim() === "" ? "" : [...needed, rest.trim()].join("");
  }

  #define(command: string, parameters: string, body: string): void {
    this.#known.delete(command);
    this.#known.set(command, `\\def${command}${parameters}${body}`);
  }

  #neededBy(tex: string): string[] {
    const needed = new Set<string>();
    const look = (text: string) => {
      for (const [command] of text.matchAll(/\\[A-Za-z]+/g)) {
        const known = this.#known.get(command);
        if (known === undefined || needed.has(command)) continue;
        needed.add(command);
        look(known);
      }
    };
    look(tex);
    return [...this.#known].filter(([command]) => needed.has(command)).map(([, text]) => text);
  }
}

/** Where the brace is closed that is opened at a place; undefined if it is not. */
function closing(tex: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < tex.length; i++) {
    if (tex[i] === "\\") i++;
    else if (tex[i] === "{") depth++;
    else if (tex[i] === "}" && --depth === 0) return i + 1;
  }
}

/** A text in which each formula has what it needs; those that only define are gone. */
export function withMacros(tree: mdast.Root, macros: Macros): mdast.Root {
  const told = mapTree(tree, (node) => {
    if (node.type !== "math" && node.type !== "inlineMath") return node;
    const value = macros.of(node.value);
    if (value === node.value) return node;
    return value === "" ? [] : retold(node, value);
  });
  const isEmpty = (node: mdast.Nodes) => node.type === "paragraph" && node.children.length === 0;
  return mapTree(told, (node) => isEmpty(node) ? [] : node);
}

/** A formula with other words, which its HTML has once more. */
function retold(node: mdast.Nodes & { value: string }, value: string): mdast.Nodes {
  const change = (child: unknown): unknown => {
    const { value: text, children, ...rest } = child as { value?: string; children?: unknown[] };
    return { ...rest, ...(text === undefined ? { children: children?.map(change) } : { value }) };
  };
  const data = node.data as { readonly hChildren?: readonly unknown[] } | undefined;
  const hChildren = data?.hChildren?.map(change);
  return { ...node, value, data: { ...data, ...(hChildren ? { hChildren } : {}) } } as mdast.Nodes;
}
