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

Deno.test("compare() shows f″ where it is asked for", () => {
  const comparison = compare(gelu, geluTanh, { derivatives: 2 });
  const [row] = comparison.table().rows;
  const { max } = comparison.errors[0].secondDerivative!;
  assertEquals(row["max |error of f″|"], Math.abs(max.error));
  const { data } = comparison.chart().spec as unknown as { data: { values: { series: string }[] } };
  assertEquals([...new Set(data.values.map(({ series }) => series))], ["f", "f′", "f″"]);
});

Deno.test("compare() details the left tail, the steps of a format, the zeros and the cost", () => {
  const comparison = compare(gelu, [geluTanh, relu], { format: "float16" });
  const [{ tail, ulps, cost, value }] = comparison.errors;
  const [row] = comparison.details().rows;
  assertEquals(row.relative, tail!.max.relative);
  assertEquals([row.differing, row.worst], [ulps.differing, ulps.max.ulps]);
  assertEquals(row["multiply-adds"], cost!.multiplyAdds);
  assertEquals(`${row.zeros}`.split(", ").length, value.zeros.length);
  assertStringIncludes(comparison.details().toString(), "float16");
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
