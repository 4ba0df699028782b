import type { Node } from "./parse_cell.ts";
import { patternNames } from "./_walk.ts";

const DECLARES = /^(Function|Class|TS\w+|TSDeclare\w*)Declaration$|^TSDeclareFunction$/;

/** The names, of values and of types, that a statement declares; for an export, what is exported. */
export function declaredNames(statement: Node): string[] {
  if (statement.type === "ImportDeclaration") {
    return statement.specifiers.map(({ local }: Node) => local.name);
  }
  const node = statement.declaration ?? statement;
  if (node.type === "VariableDeclaration") {
    return node.declarations.flatMap(({ id }: Node) => patternNames(id));
  }
  return DECLARES.test(node.type) && node.id?.type === "Identifier" ? [node.id.name] : [];
}
