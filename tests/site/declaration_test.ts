import { assert, assertEquals } from "@std/assert";
import { readDocs } from "../../src/site/docs.ts";
import { declarationPart } from "../../src/site/parts/declaration_part.ts";

const root = new URL("../../", import.meta.url).pathname;

const cases: readonly (readonly [kind: string, source: string, declaration: string])[] = [
  [
    "function",
    "export function f(x: number): number {\n  return x;\n}",
    "function f(x: number): number",
  ],
  [
    "function",
    "export async function f(\n  x: string,\n): Promise<{ readonly y: number }> {\n  return g(x);\n}",
    "async function f(\n  x: string,\n): Promise<{ readonly y: number }>",
  ],
  ["function", "export function f(): { y: 1 } {\n  return { y: 1 };\n}", "function f(): { y: 1 }"],
  ["function", "export function f(x: unknown): x is A {\n}", "function f(x: unknown): x is A"],
  ["function", "export function f(x: 1): 1;\nexport function f(x: 2): 2;", "function f(x: 1): 1"],
  [
    "interface",
    'export interface A {\n  /** Not } nor ". */\n  b: "}";\n}\n\nf();',
    'interface A {\n  /** Not } nor ". */\n  b: "}";\n}',
  ],
  ["typeAlias", "export type A = { b: 1; c: 2 } | B;\nf();", "type A = { b: 1; c: 2 } | B"],
  [
    "variable",
    "export const a: (x: number) => number = (x) => x;",
    "const a: (x: number) => number",
  ],
  ["class", "export class A extends B {\n  c = 1;\n}", "class A extends B"],
];

for (const [kind, source, declaration] of cases) {
  Deno.test(`a declaration is cut out of ${JSON.stringify(source)}`, () => {
    const symbol = { name: "", kind, doc: "", tags: [], def: {}, file: "", line: 2 };
    assertEquals(declarationPart(symbol, `// before\n${source}\n`), declaration);
  });
}

Deno.test("every name of the package has its declaration, those that a room has from another too", async () => {
  const { exports } = JSON.parse(await Deno.readTextFile(`${root}deno.json`));
  const docs = await readDocs(root, Object.values<string>(exports));
  for (const { symbols } of docs.values()) {
    for (const symbol of symbols) {
      const text = declarationPart(symbol, await Deno.readTextFile(`${root}${symbol.file}`));
      const keyword = /^(?:async )?(?:function\*?|class|abstract class|interface|type|const|let) /;
      assert(keyword.test(text), `${symbol.name}: ${text}`);
    }
  }
});
