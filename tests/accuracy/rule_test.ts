import { assert, assertEquals, assertFalse } from "@std/assert";
import { judge } from "./rule.ts";

const smooth = { kind: "smooth", zeros: [{ order: 1, x: -0.75, term: 0.25 }] } as const;
const exact = { kind: "exact", zeros: [] } as const;
const at = (hi: number, lo = 0, scale = 0) => ({ hi, lo, scale });

Deno.test("f may err by 0.60 ulp, f′ by 1.1, f″ by 2", () => {
  const error = (units: number) => at(1.5, -units * 65536);
  assertEquals([0.59, 0.61].map((u) => judge(smooth, 0, 1, 1.5, error(u)).holds), [true, false]);
  const next = 1.5 + 2 ** -52;
  assertEquals([0.09, 0.11].map((u) => judge(smooth, 1, 1, next, error(u)).holds), [true, false]);
  const third = 1.5 + 2 ** -51;
  assertEquals([0, 0.1].map((u) => judge(smooth, 2, 1, third, error(u)).holds), [true, false]);
});

Deno.test("piecewise polynomials must be correctly rounded", () => {
  assert(judge(exact, 0, 1, 1.5, at(1.5, -32767)).holds);
  assertFalse(judge(exact, 0, 1, 1.5 + 2 ** -52, at(1.5, 32000)).holds);
});

Deno.test("near a zero of a derivative the error is one of its largest term", () => {
  const found = judge(smooth, 1, -0.74, 2 ** -30, at(2 ** -30 + 2 ** -56));
  assertEquals([found.region, found.error, found.holds], ["near zero", 0.25, true]);
  assertFalse(judge(smooth, 1, -0.74, 2 ** -30, at(2 ** -30 + 2 ** -53)).holds);
  assertEquals(judge(smooth, 1, -0.69, 1, at(1)).region, "normal");
  assertEquals(judge(smooth, 0, -0.74, 1, at(1)).region, "normal");
});

Deno.test("subnormal results may err by one quantum, and f keeps its sign when it vanishes", () => {
  const tiny = at(-(2 ** -20), 0, -10);
  assert(judge(smooth, 0, -40, -0, tiny).holds);
  assert(judge(smooth, 0, -40, -Number.MIN_VALUE, tiny).holds);
  assertFalse(judge(smooth, 0, -40, -2 * Number.MIN_VALUE, tiny).holds);
  assertFalse(judge(smooth, 0, -40, 0, tiny).holds);
  assert(judge(smooth, 1, -40, 0, tiny).holds);
});
