import { assertEquals, assertMatch } from "@std/assert";
import { compileCell, Scope } from "../../src/session/mod.ts";
import { run, sessionIn } from "./_run.ts";

Deno.test("cells are TypeScript as people write it", async () => {
  await using place = await sessionIn();
  const cells: [string, string | undefined][] = [
    [
      "interface A { a: number }\ntype B = A & { b: string };\nconst b: B = { a: 1, b: 'x' }; b.b",
      '"x"',
    ],
    ["let c!: number; c = <number> 5; c satisfies number", "5"],
    ["enum E { A = 'a', B = 'b' }\nenum N { X, Y = X + 5, Z }\n[E.B, N.Z, N[5]].join()", '"b,6,Y"'],
    ["const enum K { Q = 4 }\nK.Q", "4"],
    [
      "namespace Geometry { export const pi = 3; export function f() { return pi; } }\nGeometry.f()",
      "3",
    ],
    ["namespace Geometry { export const e = 2 }\nObject.keys(Geometry).join()", '"e"'],
    [
      "declare const nowhere: number; declare function f(): void; abstract class Q { abstract x(): void }",
      undefined,
    ],
    [
      "class P { constructor(readonly x: number, private y = 2) {} sum() { return this.x + this.y; } }\nnew P(1).sum()",
      "3",
    ],
    [
      "function over(a: number): number;\nfunction over(a: string): string;\nfunction over(a: any) { return a; }\nover('q')",
      '"q"',
    ],
    ["const generic = <T,>(x: T): T => x; generic(7)", "7"],
    ["const arrow = <T>(x: T) => x; arrow(8)", "8"],
    ["label: for (const i of [1, 2]) { continue label; }\n9", "9"],
    ["using r = { v: 1, [Symbol.dispose]() { console.log('disposed') } }; r.v", "1"],
    ["`${await Promise.all([1, 2])}`", '"1,2"'],
    ["for await (const x of [Promise.resolve(1)]) console.log(x)", undefined],
    ["undeclared = 3; undeclared", "3"],
    [
      "var { a: [first, ...rest], ...others } = { a: [1, 2, 3], z: 4 }; [first, rest, others.z].join()",
      '"1,2,3,4"',
    ],
    ["class Box { accessor content = 3 }\nnew Box().content", "3"],
    ["// nothing but a comment", undefined],
    ["", undefined],
    ["'use strict'; (function () { return this; })()", undefined],
    ["#!/usr/bin/env deno\n4", "4"],
  ];
  for (const [code, value] of cells) {
    const seen = await run(place.session, code);
    assertEquals([seen.value, seen.result.status], [value, "ok"], `${code}\n${seen.traceback}`);
  }
});

Deno.test("what is declared with using is disposed of when its cell ends, however it ends", async () => {
  await using place = await sessionIn();
  const { session } = place;
  await run(
    session,
    "const thing = (n: string) => ({ [Symbol.asyncDispose]: async () => console.log('end', n) })",
  );
  const well = await run(
    session,
    "await using a = thing('a'), b = thing('b'); console.log('body'); 5",
  );
  assertEquals([well.text, well.value], ["body\nend b\nend a\n", "5"]);
  const badly = await run(session, "await using c = thing('c'); throw new Error('x')");
  assertEquals([badly.text, badly.result.error?.evalue], ["end c\n", "x"]);
});

Deno.test("decorators are today's, or TypeScript's old ones where deno.json says so", async () => {
  const code = `function tag(...args: any[]) { console.log(args.length); }
class C { @tag method() { return 1; } }
new C().method()`;
  await using modern = await sessionIn();
  const seen = await run(modern.session, code);
  assertEquals([seen.text, seen.value], ["2\n", "1"]);
  await using old = await sessionIn({
    "deno.json": '{ /* old */ "compilerOptions": { "experimentalDecorators": true, } }',
  });
  assertEquals((await run(old.session, code)).text, "3\n");
});

Deno.test("JSX is what a comment says, for later cells too", async () => {
  await using place = await sessionIn();
  const { session } = place;
  await run(
    session,
    "/** @jsx h */ /** @jsxFrag f */\nconst h = (tag: any, props: any, ...kids: any[]) => `${String(tag)}:${kids}`; const f = 'frag';",
  );
  assertEquals((await run(session, "<b>{1 + 1}</b>")).value, '"b:2"');
  assertEquals((await run(session, "<>x</>")).value, '"frag:x"');
});

Deno.test("JSX is what deno.json says", async () => {
  await using place = await sessionIn({
    "deno.json":
      '{ "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "mine" }, "imports": { "mine/jsx-runtime": "./jsx.ts" } }',
    "jsx.ts":
      "export const jsx = (tag: string, props: any) => tag + ':' + props.children; export const jsxs = jsx;",
  });
  const seen = await run(place.session, "const view = <i>{'text'}</i>;\nview");
  assertEquals(seen.value, '"i:text"', seen.traceback);
  const pragma = await run(place.session, "/** @jsxImportSource gone */\n<i/>");
  assertMatch(pragma.traceback!, /gone\/jsx-runtime/);
});

Deno.test("cells that are plain TypeScript do not load its compiler", async () => {
  const cells = [
    "5",
    "{ a: 1 }",
    "const a: number = 1; a",
    "enum E { A }",
    "export default 5",
    "'text'",
    "if (true) { let x: number = 5; x }",
    "import { v } from './m.ts'; class Q { x!: number }",
  ];
  const scope = new Scope();
  for (const code of cells) {
    assertEquals((await compileCell(code, scope)).positions, undefined, code);
  }
});
