import { assertEquals } from "@std/assert";
import { holdsTypes } from "../../src/session/code/_holds_types.ts";
import { parseCell } from "../../src/session/code/parse_cell.ts";

const holds = (code: string) => holdsTypes(parseCell(code).statements);

Deno.test("whatever is no JavaScript is found", () => {
  const typed = [
    "const x: number = 1",
    "x as string",
    "x satisfies string",
    "x!",
    "x!.y",
    "f<string>(1)",
    "new Map<string, number>()",
    "<T>(x) => x",
    "let y: string | undefined",
    "let z!: string",
    "type A = 1",
    "interface B {}",
    "enum C { D }",
    "declare const e: number",
    "declare function g(): void",
    "declare class H {}",
    "abstract class I {}",
    "abstract class J { abstract k() }",
    "class J { private k = 1 }",
    "class J { readonly k = 1 }",
    "class J extends L { override k() {} }",
    "class J { k?: number }",
    "class J { k? }",
    "class J { k!: number }",
    "class J { declare k }",
    "class J { k?() {} }",
    "class J { [key: string]: unknown }",
    "class J { constructor(private k) {} }",
    "class J implements K {}",
    "class J extends K<string> {}",
    "class J { k(): void; k() {} }",
    "function m(): void; function m() {}",
    "function m(n?) {}",
    "function m(this) {}",
    "function m({ n }: { n: number }) {}",
    "function m(n): n is string { return true }",
    "(n?) => n",
    "import type o from './p.ts'",
    "import { type o } from './p.ts'",
    "import q = r.s",
    "export type { o }",
    "namespace T {}",
    "try {} catch (error: unknown) {}",
    "for (const u of [] as string[]) {}",
    "tag<string>`v`",
    "({ w(): void {} })",
    "`${x as string}`",
  ];
  assertEquals(typed.filter((code) => !holds(code)), []);
});

Deno.test("JavaScript is left as it is", () => {
  const plain = [
    "const { a = 1, ...b } = await import('./c.ts')",
    "class D extends E { static #f = 1; get g() { return this?.h?.(1) } static { this.i } }",
    "for await (const j of k) label: { continue }",
    "import l, { m as n } from './o.ts'; export { l }; export default 1",
    "async function* p(q = 1, ...r) { yield* s?.[0] ?? t }",
    "(() => ({ type: 1, declare: 2, abstract: 3, readonly: 4 }))()",
    "import json from './u.json' with { type: 'json' }",
    "`${x < y}` + (a < b > c)",
    "{ a: 1, optional: true }",
  ];
  assertEquals(plain.filter(holds), []);
});
