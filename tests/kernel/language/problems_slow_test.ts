import { assertEquals } from "@std/assert";
import { withService } from "./_with_service.ts";

Deno.test("type errors of a cell, and of no other", async (t) => {
  const files = { "tools.ts": "export const one: number = 1;" };
  await withService(files, async (service) => {
    /** "line:column-endColumn code" */
    const check = async (code: string) =>
      (await service.problems(code)).filter(({ cell }) => cell === undefined)
        .map(({ line, column, endColumn, code }) => `${line}:${column}-${endColumn} ${code}`);
    service.remember('const n = 1;\nimport { one } from "./tools.ts";');
    service.remember("\nconst wrong: string = n;", { label: "2" });

    await t.step("by line and column", async () => {
      assertEquals(await check("n.toFixed();\n  const s: string = n;"), ["2:9-10 TS2322"]);
      assertEquals(await check("'😀'; n.nope"), ["1:9-13 TS2339"]);
    });
    await t.step("a missing export", async () => {
      assertEquals(await check('import { two } from "./tools.ts";'), ["1:10-13 TS2305"]);
    });
    await t.step("what only a module forbids is allowed", async () => {
      assertEquals(await check("n = 2; one = 3;"), []);
      assertEquals(
        await check("const n = 's'; namespace N { export const a = n } N.a.trim();"),
        [],
      );
      assertEquals(await check("declare global { interface Window { x: 1 } } const n = 1;"), []);
    });
    await t.step("values, await, unused names and repeated imports are allowed", async () => {
      for (const code of ["n", "{ a: n, b: 2 }", "await 1", 'import { one } from "./tools.ts"']) {
        assertEquals(await check(code), [], code);
      }
    });
    await t.step("wrong values of what may be assigned are not", async () => {
      assertEquals(await check("let v = 1; v = 's';"), ["1:12-13 TS2322"]);
    });
    await t.step("a cell that runs again counts once", async () => {
      assertEquals((await service.problems("\nconst wrong: string = n;")).length, 1);
    });
    await t.step("those of earlier cells by their labels", async () => {
      const [{ cell, line, text }, ...rest] = await service.problems("1");
      assertEquals([cell, line, text], ["2", 2, "const wrong: string = n;"]);
      assertEquals(rest, []);
    });
    await t.step("reasons stay in the message", async () => {
      const { message } = (await service.problems(
        "const f: (a: { q: 1 }) => void = (a: { z: 2 }) => {};",
      )).at(-1)!;
      assertEquals(message.split("\n").length, 3);
    });
  });
});
