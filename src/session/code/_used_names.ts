import type { Node } from "./parse_cell.ts";
import { walk } from "./_walk.ts";

/** The names that stand for values somewhere in the statements; what only types mention is not. */
export function usedNames(statements: readonly Node[]): Set<string> {
  const used = new Set<string>();
  walk(statements, (node) => {
    if (node.type === "ImportDeclaration") return false;
    if (node.type === "Identifier" || node.type === "JSXIdentifier") used.add(node.name);
  });
  return used;
}
