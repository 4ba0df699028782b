import { assertEquals } from "@std/assert";
import { ownerOf } from "../../src/kernel/requests/_owner.ts";

Deno.test("the owner of a member is found where nothing has to run to look at it", () => {
  const cases: [string, string | undefined][] = [
    ["point.", "point"],
    ["let x = a.b.c", "a.b"],
    ["'abc'.toUpp", "('abc')"],
    ["const s = 'a.b'.", "('a.b')"],
    ["f([1, 2].fin", "([1, 2])"],
    ["rows[0].", "(rows[0])"],
    ["x + rows[i]?.na", "(rows[i])"],
    ["`text`.", "(`text`)"],
    ["({ a: 1 }).a", "(({ a: 1 }))"],
    ["/x/g.te", "(/x/g)"],
    ["f().", undefined],
    ["`${f()}`.", undefined],
    ["(a = 1).", undefined],
    ["(await x).", undefined],
    ["name", undefined],
    ["", undefined],
  ];
  for (const [code, owner] of cases) assertEquals(ownerOf(code), owner, code);
});
