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

Deno.test("type errors of a cell alone are those that the check of all finds", async () => {
  const files = { "tools.ts": "export type Pair = [number, string]; export default 1;" };
  await withService(files, async (service) => {
    const ran = [
      "let narrowed: string | number = 's'; const list = [1, 2]; type Three = 3; enum E { A }",
      "if (typeof narrowed !== 'string') throw new Error(); let late: number;",
      "import one, { type Pair } from './tools.ts'; class C<T> { constructor(readonly value: T) {} }",
      "function usesLater() { return later; } interface Shape { side: number }",
    ];
    ran.forEach((cell, i) => service.remember(cell, { label: `${i + 1}` }));
    const clean = [
      "narrowed.length",
      "narrowed = 'other'; late = 1; one = 2;",
      "const three: Three = 3; const pair: Pair = [one, E[E.A]]; pair.length",
      "new C(list).value.map((each) => each.toFixed())",
      "const list = ['a']; list[0].trim()",
      "let later = 1; usesLater()",
      "{ side: 1 } satisfies Shape",
      "interface Shape { side: string } const shape: Shape = { side: '' }",
      "export default narrowed.trim()",
      "await Promise.all(list)",
    ];
    const wrong: [string, number][] = [
      ["narrowed.nope", 2339],
      ["const three: Three = 4;", 2322],
      ["new C(list).value.trim()", 2339],
      ["nothing", 2304],
      ["import { two } from './tools.ts'", 2614],
      ["const pair: Pair = ['x', 1]", 2322],
      ["{ side: 'x' } satisfies Shape", 2322],
    ];
    for (const code of clean) {
      assertEquals(await service.problems(code, { ownAlone: true }), [], code);
    }
    for (const [code, number] of wrong) {
      const found = await service.problems(code, { ownAlone: true });
      assertEquals(found[0]?.code, `TS${number}`, code);
      const all = await service.problems(code);
      assertEquals(found, all.filter(({ cell }) => cell === undefined), code);
    }
    service.remember("let narrowed = 1; let fresh = 2", { label: "5" }); // now a block hides the first
    assertEquals(await service.problems("narrowed.toFixed()", { ownAlone: true }), []);
    assertEquals((await service.problems("narrowed.trim()", { ownAlone: true })).length, 1);
  });
});

Deno.test("a cell's import of a file that has changed is checked anew, also by itself", async () => {
  await withService({ "a b.ts": "export const x: number = 1;" }, async (service, folder) => {
    service.remember("import { x } from './a b.ts';");
    for (const code of ["x.toFixed()", "x.toFixed() + 1"]) {
      assertEquals(await service.problems(code, { ownAlone: true }), []);
    }
    await Deno.writeTextFile(`${folder}/a b.ts`, "export const x: string = '';");
    await Deno.utime(`${folder}/a b.ts`, 1, 1);
    assertEquals((await service.problems("x.toFixed()", { ownAlone: true })).length, 1);
    assertEquals(await service.problems("x.trim()", { ownAlone: true }), []);
  });
});
