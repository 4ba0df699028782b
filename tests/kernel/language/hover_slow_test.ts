import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { marked, withService } from "./_with_service.ts";

const tools = `/** Adds two numbers.
 * @param a The first
 * @param b The second
 */
export function add(a: number, b: number): number {
  return a + b;
}
`;

Deno.test("a name is explained, and so is the call around it", async (t) => {
  await withService({ "tools.ts": tools }, async (service, folder) => {
    const hover = (cell: string) => service.hover(...marked(cell));
    service.remember('const n = "text";\nimport { add } from "./tools.ts";');

    await t.step("the type, wherever the cursor touches the name", async () => {
      const expected = '```typescript\nconst n: "text"\n```';
      for (const cell of ["|n", "n|", "n|.length"]) assertEquals(await hover(cell), expected);
    });
    await t.step("documentation", async () => {
      const text = await hover("ad|d(1, 2)");
      assertStringIncludes(text!, "add(a: number, b: number): number");
      assertMatch(text!, /Adds two numbers[^]*The second/);
    });
    await t.step("in a call, the parameter that is due", async () => {
      assertMatch(
        (await hover("add(1, |"))!,
        /^```typescript\nadd\(a[^]*\*\*b: number\*\* The second$/,
      );
    });
    await t.step("in a call, the name before the parameter", async () => {
      assertMatch((await hover("add(n|)"))!, /const n[^]*---[^]*\*\*a: number\*\* The first/);
    });
    await t.step("an import that an earlier cell has too", async () => {
      assertStringIncludes((await hover('import { ad|d } from "./tools.ts"'))!, "b: number");
    });
    await t.step("where there is nothing, nothing", async () => {
      assertEquals(await hover("1 +  |  2"), undefined);
    });
    await t.step("declarations: in a cell, in a file, in the library", async () => {
      service.remember("// a comment\nfunction twice(x: number) {\n  return 2 * x;\n}", {
        label: "7",
      });
      assertEquals(await service.definitions("twice", 1), [{
        cell: "7",
        line: 2,
        text: "function twice(x: number) {\n  return 2 * x;\n}",
      }]);
      const [{ file, line, text }] = await service.definitions("add", 1);
      assertEquals([file, line], [new URL(`file://${folder}/tools.ts`).href, 5]);
      assertMatch(text, /^export function add[^]*\n}$/);
      const [library] = await service.definitions("Math.max", 6);
      assertMatch(library.text, /max\(\.\.\.values: number\[\]\): number/);
    });
    await t.step("a file that changes is read anew", async () => {
      await Deno.writeTextFile(`${folder}/tools.ts`, "export const add = 'changed';");
      await Deno.utime(`${folder}/tools.ts`, new Date(), new Date(Date.now() + 5000));
      assertStringIncludes((await hover("add|"))!, 'const add: "changed"');
    });
  });
});

Deno.test("a server that ends is started again", async () => {
  await withService({}, async (service) => {
    service.remember("const n = 1;");
    const before = await service.hover("n", 1);
    await service.stop();
    assertEquals(await service.hover("n", 1), before);
  });
});
