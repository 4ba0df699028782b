import type { Node } from "./parse_cell.ts";

/** Marks of TypeScript's on nodes of JavaScript. */
const MARKS = ["declare", "abstract", "accessibility", "readonly", "override", "definite"];
const SKIPPED = new Set(["loc", "extra", "leadingComments", "trailingComments", "innerComments"]);

/** Whether something in the statements is TypeScript and no JavaScript. */
export function holdsTypes(node: Node): boolean {
  if (Array.isArray(node)) return node.some(holdsTypes);
  if (typeof node?.type !== "string") return false;
  if (node.type.startsWith("TS") || isMarked(node)) return true;
  for (const key in node) if (!SKIPPED.has(key) && holdsTypes(node[key])) return true;
  return false;
}

function isMarked(node: Node): boolean {
  return MARKS.some((mark) => node[mark]) || node.importKind === "type" ||
    node.exportKind === "type" || (node.optional && !node.type.startsWith("Optional")) ||
    (node.type === "Identifier" && node.name === "this"); // a parameter
}
