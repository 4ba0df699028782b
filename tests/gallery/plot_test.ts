import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { gelu, hardShrink, leakyRelu, plot, relu } from "@actbook/actbook";

interface Row {
  readonly x: number;
  readonly y: number | null;
  readonly series: string;
  readonly group?: string;
}

function rows(chart: { readonly spec: unknown }, group?: string): Row[] {
  const { data } = chart.spec as { data: { values: Row[] } };
  return data.values.filter((row) => row.group === group);
}

Deno.test("plot() draws a kink as a corner, at the kink itself", () => {
  const points = rows(plot(relu, { domain: [-1, 1.1], count: 4 }));
  assert(points.some(({ x, y }) => x === 0 && y === 0));
  assert(points.every(({ x, y }) => y === Math.max(0, x)));
});

Deno.test("plot() draws a jump as a gap, never as a slope", () => {
  const chart = plot(relu, { derivatives: 1, domain: [-1, 1.1], count: 4 });
  const around = rows(chart, "f′(x)").filter(({ x }) => x === 0).map(({ y }) => y);
  assertEquals(around, [0, null, 1]);
});

Deno.test("plot() draws the jumps of a derivative on its own, and of a function that jumps", () => {
  for (const [f, at] of [[relu.derivative, 0], [hardShrink, 0.5]] as const) {
    assert(rows(plot(f)).some(({ x, y }) => x === at && y === null), f.id);
  }
});

Deno.test("plot() tells the same function at other parameters apart", () => {
  const series = rows(plot([leakyRelu, leakyRelu.with({ negativeSlope: 0.2 })]))
    .map((row) => row.series);
  assertEquals(
    [...new Set(series)],
    ["Leaky ReLU", "Leaky ReLU (negativeSlope = 0.2)"],
  );
});

Deno.test("plot() has a panel for each derivative asked for, and words for who cannot see it", () => {
  const chart = plot([relu, gelu], { derivatives: 2 });
  assertEquals([...new Set(rows(chart, "f″(x)").map((row) => row.series))], ["ReLU", "GELU"]);
  assertStringIncludes(chart.alt, "ReLU and GELU");
});

Deno.test("plot() refuses what it cannot draw, and says why", () => {
  assertThrows(() => plot([]), TypeError, "at least one function");
  assertThrows(() => plot((x) => x, { derivatives: 1 }), TypeError, "f′(x)");
  assertThrows(() => plot(relu, { domain: [1, 1] }), RangeError, "[1, 1]");
});
