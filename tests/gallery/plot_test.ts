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

/** The title of the axis of y. */
function heightOf(chart: { readonly spec: unknown }): string {
  const { layer } = chart.spec as { layer: { encoding: { y: { title: string } } }[] };
  return layer[0].encoding.y.title;
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

Deno.test("plot() says on the axis whether it draws functions or their derivatives", () => {
  const second = (f: typeof relu) => f.derivative.derivative;
  const titles = [
    [[relu, gelu], "f(x)"],
    [[relu.derivative, gelu.derivative], "f′(x)"],
    [[second(relu), second(gelu)], "f″(x)"],
    [[gelu.derivative, gelu], "f(x), f′(x)"],
    [gelu.derivative, "GELU′(x)"],
  ] as const;
  for (const [functions, title] of titles) {
    assertEquals(heightOf(plot(functions)), title);
  }
  assertEquals(heightOf(plot([relu.derivative, gelu.derivative], { y: "slope" })), "slope");
});

Deno.test("plot() refuses what it cannot draw, and says why", () => {
  assertThrows(() => plot([]), TypeError, "at least one function");
  assertThrows(() => plot((x) => x, { derivatives: 1 }), TypeError, "f′(x)");
  assertThrows(() => plot(relu, { domain: [1, 1] }), RangeError, "[1, 1]");
});

Deno.test("plot() names functions without a name by their source, and no two alike", () => {
  const names = (...functions: ((x: number) => number)[]) => [
    ...new Set(rows(plot(functions, { count: 2 })).map(({ series }) => series)),
  ];
  assertEquals(names((x) => x, (x) => -x * x / 5), ["x => x", "x => -x * x / 5"]);
  assertEquals(names((x) => x, (x) => x), ["x => x", "x => x (2)"]);
  const long = (x: number) => x + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13;
  assertEquals(names(Object.defineProperty(long, "name", { value: "" })), ["anonymous"]);
});

Deno.test("plot() draws the jumps of a function that it knows nothing of as gaps", () => {
  assert(rows(plot(Math.floor)).some(({ x, y }) => x === 1 && y === null));
});

Deno.test("plot() says what it takes, and what it was given", () => {
  assertThrows(() => plot("gelu" as never), TypeError, 'current value is "gelu"');
  assertThrows(() => plot([gelu, 1] as never), TypeError, "at least one function");
  assertThrows(() => plot(gelu, { derivatives: 3 as never }), RangeError, "current value is 3");
});
