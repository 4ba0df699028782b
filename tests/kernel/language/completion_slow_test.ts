import { assertEquals } from "@std/assert";
import { LanguageService } from "../../../src/kernel/language/language_service.ts";
import { marked, withService } from "./_with_service.ts";

const files = {
  "deno.json": '{ "imports": { "mapped": "./tools.ts" } }',
  "tools.ts":
    "export const one: number = 1; export function add(a: number, b: number) { return a + b; }",
};

Deno.test("names complete with their types, across cells and modules", async (t) => {
  await withService(files, async (service) => {
    /** The completions, and the cell with the first of them put in. */
    const complete = async (cell: string) => {
      const [code, offset] = marked(cell);
      const { start, end, items } = await service.complete(code, offset);
      const texts = items.map(({ text }) => text);
      return { texts, items, first: code.slice(0, start) + texts[0] + code.slice(end) };
    };
    service.remember("const n = 1; interface Point { across: number; up: string }");
    service.remember("const n = 'text'; const point: Point = { across: 1, up: '' };");
    service.remember('import { add } from "./tools.ts"; import * as tools from "mapped";');

    await t.step("members of a value of an earlier cell", async () => {
      assertEquals((await complete("point.|")).texts, ["across", "up"]);
    });
    await t.step("a name declared anew has its new type", async () => {
      const { texts, first } = await complete("const length = n.toU|");
      assertEquals(texts, ["toUpperCase"]);
      assertEquals(first, "const length = n.toUpperCase");
    });
    await t.step("in the midst of a cell, which need not parse", async () => {
      const { texts } = await complete("if (point.a|) {\nconst n = 2;");
      assertEquals(texts, ["across"]);
    });
    await t.step("names by their kind", async () => {
      const { items } = await complete("poin|");
      assertEquals(items, [{ text: "point", kind: "variable" }]);
      assertEquals((await complete("tools.ad|")).items, [{ text: "add", kind: "function" }]);
    });
    await t.step("what a module exports, by path and by import map", async () => {
      assertEquals((await complete("tools.|")).texts, ["add", "one"]);
      assertEquals((await complete('import { o| } from "./tools.ts"')).texts, ["one"]);
    });
    await t.step("paths beside the notebook", async () => {
      const { first } = await complete('import { one } from "./to|"');
      assertEquals(first, 'import { one } from "./tools.ts"');
      assertEquals((await complete("import {} from './to|")).texts, ["./tools.ts"]);
    });
    await t.step("strings and keys that a type allows", async () => {
      assertEquals((await complete("const key: keyof Point = 'u|'")).first.slice(-4), "'up'");
      assertEquals((await complete("const p: Point = { ac|")).texts, ["across"]);
    });
    await t.step("offsets count UTF-16 units, lines from the cell's first", async () => {
      const { first } = await complete("'😀';\n/* 𝒙 */ point.ac|.toFixed()");
      assertEquals(first, "'😀';\n/* 𝒙 */ point.across.toFixed()");
    });
    await t.step("JSX", async () => {
      const { texts } = await complete("const view = <div title={point.u|} />");
      assertEquals(texts, ["up"]);
    });
    await t.step("forgotten cells no longer complete", async () => {
      service.forget();
      assertEquals((await complete("point.|")).texts, []);
    });
  });
});

Deno.test("the deno.json of any folder above applies", async () => {
  await withService(files, async (_, folder) => {
    await Deno.mkdir(`${folder}/one/two`, { recursive: true });
    const service = new LanguageService({ folder: `${folder}/one/two` });
    try {
      const code = 'import { o } from "mapped"';
      const { items } = await service.complete(code, 10);
      assertEquals(items, [{ text: "one", kind: "variable" }]);
    } finally {
      await service.stop();
    }
  });
});
