import { assert, assertEquals, assertFalse } from "@std/assert";
import { judge } from "./rule.ts";

const smooth = { kind: "smooth" } as const;
const exact = { kind: "exact" } as const;
const at = (hi: number, lo = 0, scale = 0) => ({ hi, lo, scale });

Deno.test("f may err by 0.60 ulp, f′ by 1.1, f″ by 2", () => {
  const error = (units: number) => at(1.5, -units * 65536);
  assertEquals([0.59, 0.61].map((u) => judge(smooth, 0, 1.5, error(u)).holds), [true, false]);
  const next = 1.5 + 2 ** -52;
  assertEquals([0.09, 0.11].map((u) => judge(smooth, 1, next, error(u)).holds), [true, false]);
  const third = 1.5 + 2 ** -51;
  assertEquals([0, 0.1].map((u) => judge(smooth, 2, third, error(u)).holds), [true, false]);
});

Deno.test("piecewise polynomials must be correctly rounded", () => {
  assert(judge(exact, 0, 1.5, at(1.5, -32767)).holds);
  assertFalse(judge(exact, 0, 1.5 + 2 ** -52, at(1.5, 32000)).holds);
});

Deno.test("subnormal results may err by 0.76 quanta, and f keeps its sign when it vanishes", () => {
  const tiny = at(-(2 ** -20), 0, -10);
  const halfway = at(1.75 * 2 ** -50, 0, -8);
  assert(judge(smooth, 0, -0, tiny).holds);
  assertFalse(judge(smooth, 0, -Number.MIN_VALUE, tiny).holds);
  assert(judge(smooth, 0, 2 * Number.MIN_VALUE, halfway).holds);
  assertFalse(judge(smooth, 0, Number.MIN_VALUE, at(1.77 * 2 ** -50, 0, -8)).holds);
  assertFalse(judge(smooth, 0, -2 * Number.MIN_VALUE, tiny).holds);
  assertFalse(judge(smooth, 0, 0, tiny).holds);
  assert(judge(smooth, 1, 0, tiny).holds);
});
