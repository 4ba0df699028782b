import { parse } from "npm:acorn@8.19.0";
import { transform } from "npm:sucrase@3.35.1";

/** TypeScript as JavaScript: types are left out, nothing else. */
export function withoutTypes(source: string): string {
  return transform(source, {
    transforms: ["typescript"],
    disableESTransforms: true,
    keepUnusedImports: true, // a later cell may use them
  }).code;
}

/** A cell that can run. */
export interface CompiledCell {
  /** The body of an asynchronous function of `__scope`, `__load` and `__keep`. */
  readonly body: string;
  /** What it gives names to. */
  readonly names: readonly string[];
}

/** Makes a cell run where there are no modules. */
export function compileCell(source: string): CompiledCell {
  // What a cell imports while it runs goes the way of other imports.
  const code = withoutTypes(source).replace(/\bimport\(/g, "__load(");
  const { body } = parse(code, {
    ecmaVersion: "latest",
    sourceType: "module",
    allowAwaitOutsideFunction: true,
  });
  const names: string[] = [];
  const lines = body.map((node, k) => {
    const text = code.slice(node.start, node.end);
    switch (node.type) {
      case "ImportDeclaration": {
        const load = `await __load(${JSON.stringify(node.source.value)})`;
        return node.specifiers.map((each) => {
          const local = each.local.name;
          names.push(local);
          if (each.type === "ImportNamespaceSpecifier") return `const ${local} = ${load};`;
          const name = each.type === "ImportDefaultSpecifier"
            ? "default"
            : each.imported.type === "Identifier"
            ? each.imported.name
            : `${each.imported.value}`;
          return `const ${local} = (${load})[${JSON.stringify(name)}];`;
        }).join("");
      }
      case "VariableDeclaration":
        for (const { id } of node.declarations) names.push(...namesIn(id));
        return text;
      case "FunctionDeclaration":
      case "ClassDeclaration":
        names.push(node.id.name);
        return text;
      case "ExpressionStatement":
        if (k < body.length - 1) return text;
        return `const __value = await (${code.slice(node.expression.start, node.expression.end)});`;
      default:
        return text;
    }
  });
  const last = body.at(-1)?.type === "ExpressionStatement" ? "return __value;" : "";
  const kept = `__keep({ ${[...new Set(names)].join(", ")} });`;
  return { body: `with (__scope) {\n${lines.join("\n")}\n${kept}\n${last}\n}`, names };
}

// deno-lint-ignore no-explicit-any -- a pattern of whichever kind
function namesIn(pattern: any): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((
        { value, argument }: { value: unknown; argument: unknown },
      ) => namesIn(value ?? argument));
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
