import { dirname, join } from "node:path";
import { type Node, parseCell } from "./code/parse_cell.ts";
import type { CompilerOptions } from "./code/scope.ts";

/** What the nearest deno.json above a folder says about the language; nothing if it cannot be read. */
export function compilerOptions(folder: string): CompilerOptions {
  for (let at = folder;; at = dirname(at)) {
    for (const name of ["deno.json", "deno.jsonc"]) {
      const text = read(join(at, name));
      if (text === undefined) continue;
      const config = valueOf(parseCell(`(${text}\n)`).statements[0].expression);
      return (config as { compilerOptions?: CompilerOptions }).compilerOptions ?? {};
    }
    if (dirname(at) === at) return {};
  }
}

function read(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
}

/** The value of a literal: JSON with comments is an expression. */
function valueOf(node: Node): unknown {
  if (node.type === "ArrayExpression") return node.elements.map(valueOf);
  if (node.type !== "ObjectExpression") return node.value;
  return Object.fromEntries(
    node.properties.map(({ key, value }: Node) => [key.value ?? key.name, valueOf(value)]),
  );
}
