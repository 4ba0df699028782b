import type { Node } from "./parse_cell.ts";
import type { Scope } from "./scope.ts";

const nameOf = (node: Node): string => node.name ?? node.value;

/** Whether nothing of an import is left when the program runs. */
function isTypeOnly(node: Node): boolean {
  return node.importKind === "type" ||
    node.specifiers.length > 0 &&
      node.specifiers.every((each: Node) => each.importKind === "type");
}

/**
 * The code that does what an import declaration says. A name that no value use in the cell needs may
 * be a type, so only for the others it is an error that the module lacks it.
 */
export function importCode(node: Node, used: ReadonlySet<string>, scope: Scope): string {
  if (isTypeOnly(node)) return "";
  const { line, column } = node.loc.start;
  const attributes = (node.attributes ?? []).map((each: Node) =>
    `${JSON.stringify(nameOf(each.key))}:${JSON.stringify(each.value.value)}`
  );
  const options = attributes.length > 0 ? `{with:{${attributes}}}` : "undefined";
  const place = `${line},${column + 1}`;
  const load = `await __actbook.load(${JSON.stringify(node.source.value)},${options},${place});`;
  const bindings = node.specifiers
    .filter((each: Node) => each.importKind !== "type")
    .map((each: Node) => {
      const local = each.local.name, kind = scope.declare(local, "let");
      if (each.type === "ImportNamespaceSpecifier") return `${kind} ${local}=__actbook.module;`;
      const name = each.type === "ImportDefaultSpecifier" ? "default" : nameOf(each.imported);
      const args = [JSON.stringify(name), JSON.stringify(local), used.has(local), place];
      return `${kind} ${local}=__actbook.pick(${args});`;
    });
  return load + bindings.join("");
}
