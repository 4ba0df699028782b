/**
 * Markdown as Jupyter reads it.
 *
 * @module
 */

import { markdownPackages, type mdast } from "./_packages.ts";

/** Reads a text; references become the links that they are, and LaTeX environments outside dollars are mathematics, as MathJax takes them. */
export async function markdownTree(source: string): Promise<mdast.Root> {
  const { unified, parse, gfm, math } = await markdownPackages();
  const reader = unified().use(parse).use(gfm).use(math);
  let text = onOwnLines(source);
  for (;;) {
    const tree = reader.parse(text) as mdast.Root;
    const dollar = moneyIn(tree, text);
    if (dollar === undefined) {
      const children = tree.children.map((node) => environment(node, text) ?? node);
      return withoutReferences({ ...tree, children });
    }
    text = `${text.slice(0, dollar)}\\${text.slice(dollar)}`;
  }
}

/**
 * Where the first dollar stands that means money, though another follows: a formula has no space
 * inside its dollars, no digit after them, and does not end inside code.
 */
function moneyIn(tree: mdast.Root, text: string): number | undefined {
  let found: number | undefined;
  each(tree, ({ type, position }) => {
    if (type !== "inlineMath" || found !== undefined || !position) return;
    const [start, end] = [position.start.offset!, position.end.offset!];
    if (
      /^\$(?:\s|[^$][^]*\s\$$)/.test(text.slice(start, end)) || /^\d/.test(text.slice(end)) ||
      endsInCode(text, start, end)
    ) found = start;
  });
  return found;
}

/** Whether code in a line begins between two places of a text, and ends after them. */
function endsInCode(text: string, start: number, end: number): boolean {
  const [paragraph] = text.slice(start).split(/\n\s*\n/, 1);
  return [...paragraph.matchAll(/(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g)]
    .some(({ 0: code, index }) => index < end - start && index + code.length > end - start);
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** The text with the dollars of displayed formulas on lines of their own, outside blocks of code. */
function onOwnLines(source: string): string {
  const pieces: { readonly code: boolean; readonly lines: string[] }[] = [];
  let open: string | undefined;
  for (const line of source.split("\n")) {
    const mark = fence.exec(line)?.[1];
    const code = open !== undefined || mark !== undefined;
    if (open === undefined) open = mark;
    else if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
    if (pieces.at(-1)?.code !== code) pieces.push({ code, lines: [] });
    pieces.at(-1)!.lines.push(line);
  }
  return pieces.map(({ code, lines }) => {
    const text = lines.join("\n");
    return code ? text : dollars(text).replace(
      /^([ \t]*)\$\$[ \t]*(?!\$)([^]+?)[ \t]*\$\$[ \t]*$/gm,
      (_, indent, tex) => `\n${indent}$$$$\n${indent}${tex.trim()}\n${indent}$$$$\n`,
    );
  }).join("\n");
}

/** The text with dollars where Jupyter also takes `\\\\(…\\\\)` and `\\\\[…\\\\]`, outside code in a line. */
function dollars(text: string): string {
  return text.replace(
    /(`+)(?!`)[^]*?[^`]\1(?!`)|\\\\\(([^]+?)\\\\\)|\\\\\[([^]+?)\\\\\]/g,
    (whole, _, inline?: string, shown?: string) =>
      inline !== undefined
        ? `$${inline.trim()}$`
        : shown !== undefined
        ? `$$${shown.trim()}$$`
        : whole,
  );
}

function environment(node: mdast.RootContent, source: string): mdast.RootContent | undefined {
  if (node.type !== "paragraph" || !node.position) return undefined;
  const text = source.slice(node.position.start.offset, node.position.end.offset).trim();
  return /^\\begin\{(\w+\*?)\}.*\\end\{\1\}$/s.test(text) ? formula(text) : undefined;
}

/** A formula on lines of its own. */
export function formula(tex: string): mdast.RootContent {
  const code = {
    type: "element",
    tagName: "code",
    properties: { className: ["language-math", "math-display"] },
    children: [{ type: "text", value: tex }],
  };
  return {
    type: "math",
    value: tex,
    data: { hName: "pre", hChildren: [code] },
  } as unknown as mdast.RootContent;
}

/** Calls a function with every node, parents first; what it returns takes the node's place. */
export function mapTree<Node extends mdast.Nodes>(
  node: Node,
  change: (node: mdast.Nodes) => mdast.Nodes | readonly mdast.Nodes[],
): Node {
  if (!("children" in node)) return node;
  const children = (node.children as mdast.Nodes[]).flatMap((child) => {
    const changed = change(child);
    const list = Array.isArray(changed) ? changed as mdast.Nodes[] : [changed as mdast.Nodes];
    return list.map((each) => each === child ? mapTree(each, change) : each);
  });
  return { ...node, children } as Node;
}

/** The tree with `[words][name]` and `![words][name]` as if their address stood beside them. */
function withoutReferences(tree: mdast.Root): mdast.Root {
  const addresses = new Map<string, mdast.Definition>();
  each(tree, (node) => {
    if (node.type !== "definition" || addresses.has(node.identifier)) return;
    addresses.set(node.identifier, node);
  });
  if (addresses.size === 0) return tree;
  const change = (node: mdast.Nodes): mdast.Nodes | readonly mdast.Nodes[] => {
    if (node.type === "definition") return [];
    if (node.type !== "linkReference" && node.type !== "imageReference") return node;
    const { url, title } = addresses.get(node.identifier)!;
    return node.type === "imageReference"
      ? { type: "image", url, title, alt: node.alt }
      : mapTree({ type: "link", url, title, children: node.children }, change);
  };
  return mapTree(tree, change);
}

/** Calls a function with every node of a tree, parents first. */
export function each(node: mdast.Nodes, look: (node: mdast.Nodes) => void): void {
  look(node);
  if ("children" in node) node.children.forEach((child) => each(child, look));
}

interface Tree {
  readonly value?: string;
  readonly children?: readonly Tree[];
}

/** The text of a node without its marks. */
export function textOf(node: unknown): string {
  const { value, children = [] } = node as Tree;
  return value ?? children.map(textOf).join("");
}
