import type { Node, ParsedCell } from "./parse_cell.ts";
import type { JsxSettings, Scope } from "./scope.ts";
import { walk } from "./_walk.ts";
import { type Positions, readPositions } from "./positions.ts";

/** What has no counterpart in JavaScript, and moves lines when it is translated. */
const TRANSLATED = [
  "JSXElement",
  "JSXFragment",
  "Decorator",
  "ClassAccessorProperty",
  "TSParameterProperty",
  "TSModuleDeclaration",
  "TSImportEqualsDeclaration",
  "TSExportAssignment",
];

/** Whether erasing types is not enough to make JavaScript of the cell. */
export function needsTranspiling({ statements }: ParsedCell): boolean {
  return holds(statements, ...TRANSLATED);
}

function holds(statements: readonly Node[], ...types: string[]): boolean {
  let found = false;
  walk(statements, (node) => {
    found ||= types.includes(node.type);
  });
  return found;
}

/** JSX settings with what the comments of a cell change: they hold for the cells after it too. */
export function jsxSettings(comments: readonly Node[], before: JsxSettings): JsxSettings {
  let settings = before;
  for (const { type, value } of comments) {
    if (type !== "CommentBlock") continue;
    const pragma = (name: string) => new RegExp(`@${name}\\s+(\\S+)`).exec(value)?.[1];
    const importSource = pragma("jsxImportSource"), factory = pragma("jsx");
    if (importSource) settings = { importSource };
    if (factory) settings = { ...settings, factory, importSource: undefined };
    const fragment = pragma("jsxFrag");
    if (fragment) settings = { ...settings, fragment };
  }
  return settings;
}

/** `as string` keeps Deno from fetching it where no cell asks for it. */
function typescript(): Promise<{ default: typeof import("npm:typescript@5.9.3") }> {
  return import("npm:typescript@5.9.3" as string);
}

/** JavaScript for a cell that TypeScript's own compiler has to translate, and where its parts lay. */
export async function transpile(
  { source, statements, jsx, object }: ParsedCell,
  { jsx: settings, legacyDecorators }: Scope,
): Promise<{ code: string; positions: Positions }> {
  const { default: ts } = await typescript();
  const { factory, fragment, importSource } = settings;
  const { outputText, sourceMapText } = ts.transpileModule(object ? `(\n${source}\n)` : source, {
    fileName: jsx ? "cell.tsx" : "cell.ts",
    compilerOptions: {
      target: holds(statements, "Decorator", "ClassAccessorProperty")
        ? ts.ScriptTarget.ES2022
        : ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      jsx: importSource ? ts.JsxEmit.ReactJSX : ts.JsxEmit.React,
      ...(importSource && { jsxImportSource: importSource }),
      ...(factory && { jsxFactory: factory }),
      ...(fragment && { jsxFragmentFactory: fragment }),
      experimentalDecorators: legacyDecorators,
      verbatimModuleSyntax: true,
      useDefineForClassFields: true,
      sourceMap: true,
    },
  });
  const code = outputText.replace(/^\/\/# sourceMappingURL=.*$/m, "").replace(
    /^export \{\};$/m,
    "",
  );
  const mappings: string = JSON.parse(sourceMapText!).mappings;
  const shift = object ? 1 : 0;
  const positions = (await readPositions(mappings)).map((line) =>
    line.map(([column, row, from]) => [column, row - shift, from] as const)
  );
  return { code, positions };
}
