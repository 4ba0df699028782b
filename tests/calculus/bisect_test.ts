import { assert, assertEquals } from "@std/assert";
import { bisect, bracket } from "../../src/calculus/bisect.ts";

Deno.test("bisect() gives the better of the two neighbours, rising or falling", () => {
  const x = bisect((x) => x * x - 2, 0, 2);
  assert(Math.abs(x - Math.SQRT2) <= 2 ** -52);
  assertEquals(bisect((x) => 2 - x * x, 0, 2), x);
});

Deno.test("bisect() finds an exact zero, and a jump over zero", () => {
  assertEquals(bisect((x) => x - 0.75, 0, 1), 0.75);
  const jump = bisect((x) => x < 1 / 3 ? -1 : 2, 0, 1);
  assertEquals(jump, 1 / 3 - 2 ** -54);
});

Deno.test("bracket() ends at neighbouring doubles, in either direction", () => {
  assertEquals(bracket((x) => x < 1, 0, 3), [1 - 2 ** -53, 1]);
  assertEquals(bracket((x) => x > 1, 3, 0), [1 + 2 ** -52, 1]);
});
