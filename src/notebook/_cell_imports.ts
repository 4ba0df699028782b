import { type Node, parseCell } from "../session/code/parse_cell.ts";
import { pragmas } from "../session/code/_pragmas.ts";
import type { Cell } from "./ipynb.ts";

const SKIPPED = new Set(["loc", "extra", "leadingComments", "trailingComments", "innerComments"]);

/** The modules that cells import by a name that stands in them; undefined if a cell does not parse. */
export function cellImports(cells: readonly Cell[]): string[] | undefined {
  const found = new Set<string>();
  for (const { number, source } of cells) {
    if (number === 0) continue;
    try {
      const { statements, comments } = parseCell(source);
      collect(statements, found);
      for (const pragma of pragmas(comments)) {
        const [, module] = /@jsxImportSource\s+(\S+)/.exec(pragma) ?? [];
        if (module) found.add(`${module}/jsx-runtime`);
      }
    } catch {
      return undefined;
    }
  }
  return [...found].sort();
}

function collect(node: Node, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const each of node) collect(each, found);
  } else if (typeof node?.type === "string") {
    const module = /^(?:Import|Export)/.test(node.type)
      ? node.source
      : node.callee?.type === "Import"
      ? node.arguments[0]
      : undefined;
    if (module?.type === "StringLiteral" && node.importKind !== "type") found.add(module.value);
    for (const key in node) if (!SKIPPED.has(key)) collect(node[key], found);
  }
}
