import type { Node } from "./parse_cell.ts";

const SKIPPED = new Set(["loc", "extra", "leadingComments", "trailingComments", "innerComments"]);
const LATER = /^(?:Function|ArrowFunction|Object(?=Method)|Class(?=Method|PrivateMethod|Property))/;

/** The names that stand in functions, which run later than their cell: types too. */
export function lateNames(node: Node, inside = false, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(node)) {
    for (const each of node) lateNames(each, inside, found);
  } else if (typeof node?.type === "string") {
    if (inside && /Identifier$/.test(node.type)) found.add(node.name);
    const here = inside || LATER.test(node.type);
    for (const key in node) if (!SKIPPED.has(key)) lateNames(node[key], here, found);
  }
  return found;
}
