import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertLess,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import * as vega from "vega";
import * as vegaLite from "vega-lite";
import { placeLabels } from "../../src/display/charts/_place_labels.ts";
import { textWidth } from "../../src/display/drawing/_text_width.ts";
import { bars } from "../../src/display/charts/bars.ts";
import type { Chart } from "../../src/display/drawing/chart.ts";
import { below, layered } from "../../src/display/charts/combine.ts";
import { curves } from "../../src/display/charts/curves.ts";
import { gridOf } from "../../src/display/charts/grid_of.ts";
import { heatMap } from "../../src/display/charts/heat_map.ts";
import { histogram } from "../../src/display/charts/histogram.ts";
import { numberLine } from "../../src/display/charts/number_line.ts";
import { paretoChart } from "../../src/display/charts/pareto.ts";
import { pareto } from "../../src/gallery/pareto.ts";
import { scatter } from "../../src/display/charts/scatter.ts";
import { sliderChart } from "../../src/display/charts/slider_chart.ts";
import { surface } from "../../src/display/charts/surface.ts";
import { ulpChart } from "../../src/display/charts/ulp_chart.ts";

type Row = Record<string, number & string>;

function rows(chart: Chart): Row[] {
  return (chart.spec as unknown as { data: { values: Row[] } }).data.values;
}

Deno.test("histogram() counts every value once, the largest in the last bar", () => {
  const chart = histogram([0, 0.5, 1, 1.5, 2, 2, NaN, Infinity, 3], { bins: 2, domain: [0, 2] });
  assertEquals(rows(chart).map(({ count }) => count), [2, 4]);
  assertStringIncludes(
    JSON.stringify(chart.spec),
    `"2 of 9 values missing or not finite","1 of 9 values not in the picture"`,
  );
});

Deno.test("histogram() of nothing, and of one value, is drawn", async () => {
  for (const values of [[], [NaN], [7, 7]]) {
    const svg = await histogram(values, { bins: 4, alt: "" }).svg();
    assert(!/NaN|Infinity/.test(svg));
  }
  assertThrows(() => histogram([1], { bins: 0 }), RangeError, "current value is 0");
});

Deno.test("ulpChart() bins by sign and power of two, and keeps the worst of each", () => {
  const chart = ulpChart([{
    title: "e",
    points: [[1, 0.5], [1.99, 2], [2, 3], [-1.5, -1], [0, 0.25], [NaN, 9], [4, Infinity]],
  }]);
  const shown = rows(chart).map(({ binade, low, high, count }) => [binade, low, high, count]);
  assertEquals(shown, [
    ["−2^1 to −2^0", -1, -1, 1],
    ["0", 0.25, 0.25, 1],
    ["2^0 to 2^1", 0.5, 2, 2],
    ["2^1 to 2^2", 3, 3, 1],
  ]);
  assertStringIncludes(chart.alt, "largest 3 for e");
  assertStringIncludes(chart.alt, "2 inputs without a finite error");
});

Deno.test("ulpChart() has a few powers of ten on both sides of an axis of large errors", () => {
  const chart = ulpChart([{ title: "e", points: [[1, 3e6], [-1, -250]] }]);
  const [, values] = /"values":(\[-[^\]]*\])/.exec(JSON.stringify(chart.spec))!;
  assertEquals(JSON.parse(values), [-100, -10, 0, 100, 10_000, 1_000_000]);
});

Deno.test("ulpChart() of a million inputs is small", async () => {
  const points = Array.from({ length: 1_000_000 }, (_, i) => [i / 1000 - 500, i % 7] as const);
  const chart = ulpChart([{ title: "e", points }]);
  assertLess(JSON.stringify(await chart.bundle()).length, 40_000);
});

Deno.test("heatMap() thins a fine grid and keeps the largest value of each block", () => {
  const grid = gridOf(() => 0, { x: [0, 1], y: [0, 1], count: 300 });
  const z = grid.z.map((row, j) => row.map((_, i) => i === 123 && j === 45 ? -8 : 0.5));
  const chart = heatMap({ ...grid, z });
  assertEquals(rows(chart).length, 2500);
  assertEquals(rows(chart).filter((row) => row.z === -8).length, 1);
  assertStringIncludes(chart.alt, "50 by 50 cells for 300 by 300 values");
});

Deno.test("heatMap() leaves a hole where a value is not finite", () => {
  assertEquals(rows(heatMap({ x: [0, 1], y: [0], z: [[NaN, 2]] })).map(({ z }) => z), [2]);
  assertThrows(() => heatMap({ x: [0, 1], y: [0], z: [[1]] }), RangeError, "1 rows of 2 values");
});

Deno.test("gridOf() refuses fewer than two values", () => {
  assertThrows(() => gridOf(() => 0, { x: [0, 1], y: [0, 1], count: 1 }), RangeError, "count");
});

Deno.test("scatter() draws few points as they are, and counts every one of many", async () => {
  const few = scatter([{ title: "a", points: [[1, 2], [3, 4], [NaN, 0]] }]);
  assertEquals(rows(few).map(({ x, y }) => [x, y]), [[1, 2], [3, 4]]);
  assertStringIncludes(few.alt, "1 point missing or not finite");
  const points = Array.from({ length: 1_000_000 }, (_, i) => [i % 977, (i * 31) % 1009] as const);
  const many = scatter([{ title: "a", points }]);
  assertEquals(rows(many).reduce((sum, { count }) => sum + count, 0), 1_000_000);
  assertLess(JSON.stringify(await many.bundle()).length, 500_000);
});

Deno.test("bars() sorts, and keeps the name of what has no length", async () => {
  const chart = bars([{ title: "a", value: 1 }, { title: "b", value: NaN }, {
    title: "c",
    value: 5,
  }], { sorted: true });
  assertEquals(chart.alt, "bar chart of value: c 5, a 1, and b none");
  assertStringIncludes(await chart.svg(), ">b</text>");
});

Deno.test("pareto() finds those that no other beats", async () => {
  const chart = pareto([
    { title: "dear", cost: 5, error: 1e-3 },
    { title: "best", cost: 2, error: 1e-3 },
    { title: "cheap", cost: 1, error: 1 },
    { title: "same cost", cost: 1, error: 2 },
    { title: "nothing", cost: NaN, error: 1 },
  ]);
  const front = rows(chart).filter(({ front }) => front === "on the front").map(({ title }) =>
    title
  );
  assertEquals(front, ["best", "cheap"]);
  assertStringIncludes(chart.alt, "not in the picture: nothing");
  assert(!/NaN/.test(await pareto([]).svg()));
});

Deno.test("placeLabels() covers neither points nor other labels, or leaves the label out", () => {
  const wishes = Array.from({ length: 12 }, (_, i) => ({
    x: 40 + 30 * (i % 4),
    y: 40 + 12 * Math.floor(i / 4),
    text: `name ${i}`,
  }));
  const size = { width: 200, height: 120 };
  const places = placeLabels(wishes, size);
  const boxes = places.flatMap((place, i) => {
    if (!place) return [];
    const width = textWidth(wishes[i].text, 11);
    const left = wishes[i].x + place.dx - { left: 0, center: width / 2, right: width }[place.align];
    const top = wishes[i].y + place.dy - 5.5;
    return [{ left, right: left + width, top, bottom: top + 11 }];
  });
  assert(boxes.length > 2 && boxes.length < 12, `${boxes.length}`);
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(0, i)) {
      assert(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom);
    }
    for (const { x, y } of wishes) {
      assert(x <= a.left || x >= a.right || y <= a.top || y >= a.bottom, "a point is covered");
    }
  });
});

Deno.test("numberLine() puts a name above those whose lines it would cover", () => {
  const line = numberLine([
    { x: 0, title: "a long name of a zero" },
    { x: 0.01, title: "another long name" },
    { x: 10, title: "far" },
    { x: Infinity, title: "nowhere" },
  ]);
  assertEquals(rows(line).map(({ level }) => level), [2, 1, 1]);
  assertEquals(rows(line).map(({ side }) => side), ["left", "left", "left"]);
});

/** What the front end computes for the curves of a slider chart. */
async function computed(chart: Chart, signals: Record<string, number> = {}): Promise<Row[]> {
  const { config: _config, ...spec } = structuredClone(chart.spec);
  const compiled = vegaLite.compile(spec as typeof chart.spec).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none" });
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  await view.runAsync();
  const tables = (compiled.data ?? []).map(({ name }) => view.data(name) as Row[]);
  view.finalize();
  return tables.filter((table) => table.length > 0 && "series" in table[0]).flat();
}

Deno.test("sliderChart() recomputes its curve from the sliders, as the function does", async () => {
  const chart = sliderChart([
    { title: "swish", expression: "x / (1 + exp(-beta * x))" },
    { title: "line", f: (x) => x },
  ], {
    sliders: [{ name: "beta", min: 0, max: 5, value: 1 }],
    reference: "line",
    count: 10,
  });
  for (const beta of [1, 3.5]) {
    const curve = (await computed(chart, { beta })).filter(({ series }) => series === "swish");
    const swish = (x: number) => x / (1 + Math.exp(-beta * x));
    const values = curve.filter(({ field }) => field === "y0");
    const differences = curve.filter(({ field }) => field === "d0");
    assertEquals([values.length, differences.length], [11, 11]);
    for (const { x, y } of values) assertAlmostEquals(y, swish(x), 1e-12);
    for (const { x, y } of differences) assertAlmostEquals(y, swish(x) - x, 1e-12);
  }
});

Deno.test("sliderChart() takes x for x only where it is a word", async () => {
  const chart = sliderChart([{ title: "a", expression: "max(x, ax) + exp(0 * x)" }], {
    sliders: [{ name: "ax", min: 0, max: 1, value: 0.5 }],
    domain: [0, 1],
    count: 2,
  });
  assertEquals((await computed(chart)).map(({ y }) => y), [1.5, 1.5, 2]);
});

Deno.test("sliderChart() refuses names and values that cannot be", () => {
  const curve = [{ title: "a", expression: "x" }];
  const slider = { name: "a", min: 0, max: 1, value: 0.5 };
  const draw = (changes: object) => sliderChart(curve, { sliders: [{ ...slider, ...changes }] });
  for (const name of ["x", "datum", "a-b", "", "1a"]) {
    assertThrows(() => draw({ name }), TypeError, "name");
  }
  assertThrows(() => draw({ value: 2 }), RangeError, "0 <= value <= 1");
  assertThrows(() => sliderChart([{ title: "a" }], { sliders: [] }), TypeError, "expression");
  assertThrows(
    () => sliderChart(curve, { sliders: [], reference: "a" }),
    TypeError,
    "fixed curve",
  );
});

Deno.test("combined charts keep their sliders apart", async () => {
  const one = (value: number) =>
    sliderChart([{ title: `times ${value}`, expression: "a * x" }], {
      sliders: [{ name: "a", min: 0, max: 9, value }],
      domain: [0, 1],
      count: 2,
    });
  const both = below([one(2), one(3)]);
  const ends = (await computed(both, { a_2: 5 })).filter(({ x }) => x === 1);
  assertEquals(ends.map(({ series, y }) => [series, y]), [["times 2", 2], ["times 3", 5]]);
});

Deno.test("layered() refuses charts with panels of their own", () => {
  const f = Math.sin;
  const small = curves([{ title: "a", f, group: "1" }, { title: "a", f, group: "2" }]);
  assertThrows(() => layered([small]), TypeError, "panels of its own");
});

Deno.test("surface() has a figure for Plotly, and a still picture for all others", async () => {
  const hill = surface(gridOf((x, y) => x / y, { x: [0, 1], y: [0, 1], count: 150 }), {
    title: "A <b>",
    z: { title: "height", unit: "m" },
  });
  const bundle = await hill.bundle();
  assertEquals(Object.keys(bundle), [
    "application/vnd.plotly.v1+json",
    "application/vnd.vegalite.v5+json",
    "image/svg+xml",
    "text/plain",
  ]);
  const [trace] = hill.figure.data as { z: (number | null)[][]; type: string }[];
  assertEquals([trace.type, trace.z.length, trace.z[0].length], ["surface", 100, 100]);
  assert(!/NaN|Infinity/.test(JSON.stringify(hill.figure)));
  assertStringIncludes(JSON.stringify(hill.figure.layout), "A &lt;b&gt;");
  assertLess(JSON.stringify(bundle).length, 600_000);
});

Deno.test("surface() with HTML stays far below what a notebook can carry", async () => {
  const grid = gridOf((x, y) => x * y + 1 / 3, { x: [0, 1], y: [0, 1], count: 300 });
  const bundle = await surface(grid, { html: true }).bundle();
  assert("text/html" in bundle);
  assertLess(JSON.stringify(bundle).length, 1_000_000);
});

Deno.test("textWidth() is that of DejaVu Sans", () => {
  // Advance widths of H, i and the digits: 0.752, 0.278 and 0.636 of the font size.
  assertAlmostEquals(textWidth("Hi", 100), 103, 0.5);
  assertAlmostEquals(textWidth("0123456789", 10), 64, 0.5);
  assertEquals(textWidth("", 10), 0);
});

Deno.test("paretoChart() finds the front among the points as they were given, or as they are drawn", () => {
  const given = [
    { title: "a", cost: 1, error: 0.1 },
    { title: "b", cost: 2, error: 0.5 },
    { title: "nowhere", cost: 3, error: 0 },
    { title: "c", cost: 4, error: 0.01 },
  ];
  const onFront = (chart: Chart) =>
    rows(chart).filter(({ front }) => front === "on the front").map(({ title }) => `${title}`);
  const [a, , nowhere, c] = given;
  assertEquals(onFront(paretoChart(given, () => [a, nowhere, c])), ["a", "c"]);
  assertEquals(onFront(paretoChart(given, ([first]) => [first])), ["a"]);
  assertThrows(() => paretoChart(given, () => [{ ...a }]), TypeError, "points that were given");
});
