import type { Node } from "./parse_cell.ts";

/** TypeScript's nodes that hold code that runs; in all others lie types alone. */
const RUNS = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
  "TSModuleDeclaration",
  "TSModuleBlock",
  "TSParameterProperty",
  "TSExportAssignment",
  "TSImportEqualsDeclaration",
]);

const SKIPPED = new Set(["loc", "extra", "leadingComments", "trailingComments", "innerComments"]);

/** A name after a dot or before a colon, which stands for no variable. */
function isPropertyName(parent: Node, key: string): boolean {
  if (parent.computed) return false;
  if (key === "property") return /MemberExpression$/.test(parent.type);
  return key === "key" && /(Property|Method|Accessor)$/.test(parent.type);
}

/**
 * Visits every node that runs, the outer before the inner. `visit` returns false to leave out what
 * lies inside.
 */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit);
    return;
  }
  if (typeof node?.type !== "string") return;
  if (node.type.startsWith("TS") && !RUNS.has(node.type)) return;
  if (node.declare || visit(node) === false) return;
  for (const key in node) {
    if (!SKIPPED.has(key) && !isPropertyName(node, key)) walk(node[key], visit);
  }
}

/** The names that a pattern binds. */
export function patternNames(pattern: Node): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((each: Node) => patternNames(each.value ?? each.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap(patternNames);
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "RestElement":
      return patternNames(pattern.argument);
    default:
      return [];
  }
}
