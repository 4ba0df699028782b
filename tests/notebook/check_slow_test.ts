import { assertEquals, assertStringIncludes } from "@std/assert";
import { checkNotebook } from "../../src/notebook/mod.ts";
import { names, withNotebooks } from "./_notebooks.ts";

/** The problems of a notebook as "cell, line:column code". */
async function check(...cells: string[]): Promise<string[]> {
  return await withNotebooks({ n: cells }, async (folder) => {
    await Deno.writeTextFile(`${folder}/m.ts`, "export const one: number = 1; export class K {}");
    await Deno.writeTextFile(`${folder}/bad.ts`, "export const bad: number = '';");
    await Deno.writeTextFile(`${folder}/deno.json`, '{ "imports": { "mapped": "./m.ts" } }');
    const before = names(folder);
    const { problems } = await checkNotebook(`${folder}/n.ipynb`);
    assertEquals(names(folder), before);
    return problems.map(({ cell, line, column, code, file }) =>
      `${cell ?? file?.slice(file.lastIndexOf("/") + 1)}, ${line}:${column} ${code}`
    );
  });
}

Deno.test("an error is given by cell and line", async () => {
  const found = await check("const x = 1;", "\n\nconst y: string = x;\n", "x.length; undeclared;");
  assertEquals(found, ["2, 3:7 TS2322", "3, 1:3 TS2339", "3, 1:11 TS2304"]);
});

Deno.test("cells share names, await, show values, use Deno.jupyter and unused names", async () => {
  assertEquals(
    await check(
      "const x = await Promise.resolve(1);",
      "x",
      "{ a: x, b: 2 }",
      "await Deno.jupyter.display(Deno.jupyter.md`# ${x}`)",
      "export function f(): number { return x; }\nf()",
      "(x)",
      "",
      "// @ts-ignore: the last line of a cell",
    ),
    [],
  );
});

Deno.test("cells may hold what only TypeScript, or only TSX, allows", async () => {
  assertEquals(await check("const id = <T>(x: T): T => x; id(1).toFixed(); <number>id(2);"), []);
  const codes = (await check("const a: unknown = <div />;")).map((found) =>
    found.split(" ").at(-1)
  );
  assertEquals(codes, ["TS7026", "TS2874"]);
});

Deno.test("a name declared again has its new type from there on", async () => {
  assertEquals(
    await check(
      "const x = 1; class A { a = 1 } function f() { return 1 } type T = 1; var v = 1;",
      "x.toFixed(); v.toFixed();",
      "let x = 's'; class A { b = 1 } function f() { return 's' } type T = 's'; var v = 's';",
      "x.trim(); f().trim(); v.trim(); new A().b; const t: T = 's';",
      "const { length: x } = [1];\nx.toFixed();\nx.trim();",
    ),
    ["5, 3:3 TS2339"],
  );
});

Deno.test("places are right after characters outside the basic plane", async () => {
  const found = await check("const x = 1; /* 𝒙😀 */ export const y: string = x;");
  assertEquals(found, ["1, 1:38 TS2322"]);
});

Deno.test("relative imports and the import map of deno.json apply", async () => {
  assertEquals(
    await check(
      'import { one } from "./m.ts";',
      "one.toFixed()",
      'import { K } from "mapped"; const k: K = new K();',
      'import { absent } from "./m.ts";',
    ),
    ["4, 1:10 TS2305"],
  );
});

Deno.test("an import may be repeated, and may be declared or imported anew", async () => {
  assertEquals(
    await check(
      'import { one, K } from "./m.ts";',
      'import { one } from "./m.ts"; one.toFixed();',
      "const one = 's'; one.trim();",
      'import { one } from "./m.ts"; one.toFixed();',
      'import { dirname as one } from "node:path";\none("a").trim();\none.none;',
    ),
    ["5, 3:5 TS2339"],
  );
});

Deno.test("a missing module and a missing name in a map are problems of their cell", async () => {
  assertEquals(await check('\nimport "./nowhere.ts";'), ["1, 2:8 TS2307"]);
  assertEquals(await check("1", 'import "nowhere";'), ["2, 1:8 TS2307"]);
});

Deno.test("an error in an imported module is given by its file", async () => {
  assertEquals(await check('import { bad } from "./bad.ts"; bad'), ["bad.ts, 1:14 TS2322"]);
});

Deno.test("a cell that does not parse is the only problem", async () => {
  assertEquals(await check("const x: string = 1;", "if (\n  let;"), ["2, 2:6 "]);
});

Deno.test("nothing runs: neither cells nor what they import", async () => {
  const effect = (name: string) => `Deno.writeTextFileSync(${JSON.stringify(name)}, "");`;
  assertEquals(await check(`// @ts-nocheck\n${effect("ran.txt")}`), []);
  assertEquals(await check(`${effect("ran.txt")} // @ts-ignore`), []);
});

Deno.test("reasons that follow an error are kept", async () => {
  const source = "const o: { p: { q: number } } = {} as { p: { q: string } };";
  await withNotebooks({ n: [source] }, async (folder) => {
    const { problems: [{ message }], cells } = await checkNotebook(`${folder}/n.ipynb`);
    assertEquals(cells, 1);
    assertStringIncludes(message, "The types of 'p.q' are incompatible");
  });
});

Deno.test("decorators are what Deno takes them for", async () => {
  const decorator = `function named(_: unknown, { name }: ClassMethodDecoratorContext) {
    console.log(name);
  }
  class A { @named greet() { return 1; } }
  new A().greet().toFixed();`;
  assertEquals(await check(decorator, "new A().greet().trim();"), ["2, 1:17 TS2339"]);
});

Deno.test("pragmas and references hold from the top of a notebook", async () => {
  assertEquals(
    await check(
      '/** @jsxImportSource npm:preact@10 */\nimport { h } from "npm:preact@10";\nconst a = <p>{1}</p>;',
      'import { render } from "npm:preact@10";\nconst b = <b>two</b>; [h, render, b, a];',
    ),
    [],
  );
  assertEquals(
    await check('/// <reference lib="dom" />\nconst n = document.title;', "n.trim(); n.none;"),
    ["2, 1:13 TS2339"],
  );
});

Deno.test("a comment about the errors of an import goes where the import goes", async () => {
  const before = "// @ts-expect-error: it is not there\n";
  assertEquals(await check("1", `${before}import { absent } from "./m.ts";\nabsent;`), []);
  assertEquals(await check("1", `\n${before}import { one } from "./m.ts"; one;`), [
    "2, 2:1 TS2578",
  ]);
});

Deno.test("a function may use what a later cell declares, after a redeclaration too", async () => {
  const use = "function f(): number { const k: Later = new Later(); return later + k.n; }";
  const later = "const later = 2; class Later { n = 1; }";
  assertEquals(await check(use, later, "f()"), []);
  assertEquals(await check("const x = 1;", use, "const x = 's';", later, "f() + x.length"), []);
  const early = "const early = later;";
  assertEquals(await check("const x = 1;", early, "const x = 's';", later), ["2, 1:15 TS2304"]);
});
