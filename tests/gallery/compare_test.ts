import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { compare, gelu, geluSigmoid, geluTanh, relu } from "@actbook/actbook";

Deno.test("compare() has a row per candidate with the errors of f and f′", () => {
  const comparison = compare(gelu, [geluTanh, geluSigmoid]);
  const [byTanh, bySigmoid] = comparison.table().rows;
  assertEquals(byTanh.candidate, geluTanh.title);
  assertEquals(byTanh["max |error of f|"], Math.abs(comparison.errors[0].value.max.error));
  assert(Number(bySigmoid["max |error of f′|"]) > Number(byTanh["max |error of f′|"]));
});

Deno.test("compare() draws a panel per candidate", () => {
  const { spec } = compare(gelu, [geluTanh, geluSigmoid]).chart();
  const { data } = spec as unknown as { data: { values: { group: string }[] } };
  assertEquals(
    [...new Set(data.values.map(({ group }) => group))],
    [geluTanh.title, geluSigmoid.title],
  );
});

Deno.test("compare() takes a plain function, which has no derivative to compare", () => {
  const comparison = compare(relu, function half(x: number) {
    return x / 2;
  });
  assertEquals(comparison.errors[0].derivative, null);
  assertStringIncludes(comparison.table().toString(), "half");
});

Deno.test("compare() refuses nothing to compare, and a reversed domain", () => {
  assertThrows(() => compare(gelu, []), TypeError, "at least one candidate");
  assertThrows(() => compare(gelu, geluTanh, { domain: [1, -1] }), RangeError, "[1, -1]");
});
