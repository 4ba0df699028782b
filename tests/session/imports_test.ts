import { assertEquals, assertMatch } from "@std/assert";
import { run, sessionIn } from "./_run.ts";

Deno.test("modules are found as from a file of the folder", async () => {
  await using place = await sessionIn({
    "deno.json": '{ "imports": { "local": "./sub.ts", "deep/": "./deep/" } }',
    "sub.ts": "export const v: number = 41; export default 'the default';",
    "data.json": '{ "a": 1 }',
  });
  const { session, folder } = place;
  await Deno.mkdir(`${folder}/deep`);
  await Deno.writeTextFile(`${folder}/deep/x.ts`, "export * from '../sub.ts';");
  const cells: [string, string][] = [
    ["import { v } from './sub.ts'; v", "41"],
    ["import text, { v as w } from 'local'; [text, w].join()", '"the default,41"'],
    ["import * as all from 'deep/x.ts'; all.v", "41"],
    ["import data from './data.json' with { type: 'json' }; data.a", "1"],
    ["import { join } from 'node:path'; join('a', 'b')", '"a/b"'],
    ["import { parse } from 'npm:@babel/parser@8.1.2'; typeof parse", '"function"'],
    ["(await import('./sub.ts')).v", "41"],
    ["import.meta.url", `"file://${folder}/notebook.ts"`],
    ["[import.meta.dirname, import.meta.filename].join()", `"${folder},${folder}/notebook.ts"`],
    ["import.meta.resolve('local')", `"file://${folder}/sub.ts"`],
    ["import './sub.ts'; 5", "5"],
    ["let used = late('a', 'b'); import { join as late } from 'node:path'; used", '"a/b"'],
    ["export const made = 3; export { v }; export default made; made", "3"],
    ["Deno.cwd()", `"${folder}"`],
  ];
  for (const [code, value] of cells) {
    const seen = await run(session, code);
    assertEquals(seen.value, value, `${code}\n${seen.traceback}`);
  }
});

Deno.test("what a module does not export is an error, unless it may be a type", async () => {
  await using place = await sessionIn({
    "m.ts": "export interface Shape { area: number }\nexport const v = 1;",
  });
  const { session } = place;
  const missing =
    "SyntaxError: The requested module './m.ts' does not provide an export named 'nope'";
  const used = await run(session, "1;\nimport { nope } from './m.ts';\nnope");
  assertEquals(used.traceback!.split("\n").slice(0, 2), [missing, "    at cell 1:2:1"]);
  const type = await run(
    session,
    "import { Shape, v } from './m.ts'; const s: Shape = { area: v }; s.area",
  );
  assertEquals(type.value, "1");
  const named = await run(
    session,
    "import { type Shape as Other } from './m.ts'; import type { X } from './m.ts'; 2",
  );
  assertEquals(named.value, "2");
  assertEquals((await run(session, "import { nope } from './m.ts'")).result.status, "ok");
  assertMatch((await run(session, "nope + 1")).traceback!, new RegExp(`^${missing}`));
  assertEquals((await run(session, "const nope = 3; nope")).value, "3");
  assertEquals((await run(session, "nope + 1")).value, "4");
});

Deno.test("a module that cannot be loaded fails the cell, with its place", async () => {
  await using place = await sessionIn({
    "bad.ts": "throw new Error('at load');",
    "syntax.ts": "let = = 1",
  });
  const { session } = place;
  const gone = await run(session, "import { a } from './gone.ts'");
  assertMatch(
    gone.traceback!,
    /^TypeError: Module not found ".*gone\.ts"[^]*at cell 1:1:1 [^]*\n\n1 \| import/,
  );
  assertMatch(
    (await run(session, "import './bad.ts'")).traceback!,
    /^Error: at load\n {4}at file:.*bad\.ts:1:7/,
  );
  assertMatch((await run(session, "import './syntax.ts'")).traceback!, /syntax\.ts/);
  assertMatch((await run(session, "import 'unmapped'")).traceback!, /unmapped/);
});

Deno.test("a changed module is loaded anew at the next import, with all that lead to it", async () => {
  await using place = await sessionIn({
    "leaf.ts": "export const n = 1;",
    "middle.ts": "export { n } from './leaf.ts'; export const id = {};",
    "top.ts": "export { n, id } from './middle.ts';",
    "other.ts": "export const other = {}; import './leaf.ts';",
    "aside.ts": "export const aside = {};",
  });
  const { session, folder } = place;
  const imports = "import { n, id } from './top.ts'; import { aside } from './aside.ts';";
  await run(
    session,
    `${imports} import { other } from './other.ts'; const first = [id, aside, other];`,
  );
  assertEquals((await run(session, `${imports} [n, id === first[0]].join()`)).value, '"1,true"');
  const change = async (name: string, text: string) => {
    const { mtime } = await Deno.stat(`${folder}/${name}`);
    await Deno.writeTextFile(`${folder}/${name}`, text);
    await Deno.utime(`${folder}/${name}`, new Date(), new Date(mtime!.getTime() + 1000));
  };
  await change("leaf.ts", "export const n = 2;");
  const anew = await run(session, `${imports} [n, id === first[0], aside === first[1]].join()`);
  assertEquals(anew.value, '"2,false,true"');
  // What was not imported meanwhile is loaded anew later.
  assertEquals(
    (await run(session, "import { other } from './other.ts'; other === first[2]")).value,
    "false",
  );
  await change("leaf.ts", "export const n = 3; import './top.ts';"); // a circle
  assertEquals((await run(session, `${imports} n`)).value, "3");
  await change("middle.ts", "export { n } from './leaf.ts'; export const id = 5;");
  assertEquals((await run(session, `${imports} [n, id].join()`)).value, '"3,5"');
  assertMatch(
    (await run(session, "import './top.ts'; (await import('./middle.ts')).id")).value!,
    /5/,
  );
});

Deno.test("stacks name a module that was loaded anew by its file", async () => {
  await using place = await sessionIn({ "m.ts": "" });
  const { session, folder } = place;
  await run(session, "import './m.ts'");
  await Deno.writeTextFile(
    `${folder}/m.ts`,
    "export function f(): never {\n  throw new Error('x');\n}",
  );
  await Deno.utime(`${folder}/m.ts`, new Date(), new Date(Date.now() + 5000));
  assertMatch((await run(session, "import { f } from './m.ts'; f()")).traceback!, /m\.ts:2:9\)/);
});
