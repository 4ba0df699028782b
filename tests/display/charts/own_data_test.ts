import { assert, assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { bars } from "../../../src/display/charts/bars.ts";
import { boxPlot } from "../../../src/display/charts/box_plot.ts";
import { ecdf } from "../../../src/display/charts/ecdf.ts";
import { curves } from "../../../src/display/charts/curves.ts";
import { gridOf } from "../../../src/display/charts/grid_of.ts";
import { heatMap } from "../../../src/display/charts/heat_map.ts";
import { histogram } from "../../../src/display/charts/histogram.ts";
import { numberLine } from "../../../src/display/charts/number_line.ts";
import { scatter } from "../../../src/display/charts/scatter.ts";
import { ulpChart } from "../../../src/display/charts/ulp_chart.ts";
import { pareto } from "../../../src/gallery/pareto.ts";
import { surface } from "../../../src/display/charts/surface.ts";
import type { Chart } from "../../../src/display/drawing/chart.ts";

type Row = Record<string, unknown>;

function rows({ spec }: Chart): Row[] {
  return (spec as unknown as { data: { values: Row[] } }).data.values;
}

/** Values that are none, and one text that is. */
const gaps = [null, undefined, "", " ", NaN, "n/a", false] as never[];

Deno.test("what is missing is missing in every kind of chart, and said", () => {
  const pairs = [...gaps, "12" as never, 5].map((value) => [1, value] as const);
  const said = "7 points missing or not finite";
  const points = scatter([{ title: "a", points: pairs }]);
  assertEquals(rows(points).map(({ y }) => y), [12, 5]);
  assertStringIncludes(points.alt, said);
  // In a curve somebody wrote, a null lifts the pen.
  const line = curves([{ title: "a", points: pairs }]);
  assertEquals(rows(line).flatMap(({ y }) => y ?? []), [12, 5]);
  assertStringIncludes(line.alt, "6 points missing or not finite");
  const counted = histogram([...gaps, "12" as never, 5], { bins: 2 });
  assertEquals(rows(counted).map(({ count }) => count), [1, 1]);
  assertStringIncludes(counted.alt, "7 of 9 values missing or not finite");
  const placed = numberLine([...gaps, "12" as never, 5].map((x, i) => ({ x, title: `${i}` })));
  assertEquals(rows(placed).map(({ x }) => x), [5, 12]);
  assertStringIncludes(placed.alt, said);
  const lengths = bars([...gaps, "12" as never, 5].map((value, i) => ({ title: `${i}`, value })));
  assertEquals(rows(lengths).map(({ value }) => value), [...gaps.map(() => null), 12, 5]);
  const cells = heatMap({ x: [0, 1], y: [0], z: [[null as never, "12" as never]] });
  assertEquals(rows(cells).map(({ z }) => z), [12]);
});

const days = [1, 2, 5].map((day) => new Date(Date.UTC(2024, 4, day)));

Deno.test("dates stand wherever a number may, on axes of time", async () => {
  const charts = {
    scatter: scatter([{ title: "a", points: days.map((day, i) => [day, i]) }]),
    "scatter, upright": scatter([{ title: "a", points: days.map((day, i) => [i, day]) }]),
    "scatter, counted": scatter([{
      title: "a",
      points: Array.from({ length: 3000 }, (_, i) => [new Date(Date.UTC(2024, 4, 1, i)), i % 7]),
    }]),
    curves: curves([{ title: "a", points: days.map((day, i) => [day, i]) }]),
    histogram: histogram(days, { bins: 4 }),
    "number line": numberLine(days.map((x) => ({ x, title: "day" }))),
    "heat map": heatMap({ x: days, y: [0], z: [[1, 2, 3]] }),
    surface: surface({ x: days, y: [0, 1], z: [[1, 2, 3], [1, 2, 3]] }).still,
  };
  for (const [kind, chart] of Object.entries(charts)) {
    assertMatch(await chart.svg(), />(?:May[^<]*|[A-Z][a-z]{2} 0\d)<\/text>/, kind);
    assertMatch(chart.alt, /2024-0[45]-\d\d/, kind);
  }
});

Deno.test("times are in UTC, or in the zone that is named, and the axis says which", async () => {
  const points = [0, 12].map((hour) => [new Date(Date.UTC(2024, 6, 1, hour, 30)), hour] as const);
  const drawn = (zone?: string) => scatter([{ title: "a", points }], { zone, x: "when" });
  assertStringIncludes(await drawn().svg(), ">when (UTC)</text>");
  assertStringIncludes(drawn().alt, "from 2024-07-01 00:30 to 2024-07-01 12:30");
  assertStringIncludes(await drawn("Europe/Berlin").svg(), ">when (Europe/Berlin)</text>");
  assertStringIncludes(drawn("Europe/Berlin").alt, "from 2024-07-01 02:30 to 2024-07-01 14:30");
  assertStringIncludes(drawn("Asia/Kathmandu").alt, "from 2024-07-01 06:15");
  assertThrows(() => drawn("Berlin"), RangeError, "current value is Berlin");
});

Deno.test("curves() and scatter() take tables of many forms", () => {
  const table = [{ t: 1, v: 3, who: "a" }, { t: 2, v: 4, who: "b" }];
  class Reading {
    constructor(readonly t: number, readonly v: number, readonly who: string) {}
  }
  class Computed {
    constructor(private readonly row: typeof table[number]) {}
    get t() {
      return this.row.t;
    }
    get v() {
      return this.row.v;
    }
    get who() {
      return this.row.who;
    }
  }
  const column = (name: "t" | "v" | "who") => table.map((row) => row[name]);
  const forms = {
    rows: table,
    "rows of a class": table.map(({ t, v, who }) => new Reading(t, v, who)),
    "rows with getters": table.map((row) => new Computed(row)),
    "an iterable of rows": new Set(table),
    columns: { t: Float64Array.of(1, 2), v: Int32Array.of(3, 4), who: ["a", "b"] },
    "Apache Arrow": {
      schema: { fields: [{ name: "t" }, { name: "v" }, { name: "who" }] },
      getChild: (name: "t") => Object.assign(column(name), { type: "Float64" }),
    },
    polars: {
      columns: ["t", "v", "who"],
      getColumn: (name: "t") => ({ toArray: () => column(name) }),
    },
    Arquero: { columnNames: () => ["t", "v", "who"], array: (name: string) => column(name as "t") },
  };
  for (const [form, data] of Object.entries(forms)) {
    for (const draw of [scatter, curves]) {
      const chart = draw(data as typeof table, { x: "t", y: "v", colour: "who" });
      const drawn = rows(chart).map(({ x, y, series }) => [x, y, series]);
      assertEquals(drawn, [[1, 3, "a"], [2, 4, "b"]], form);
      assertStringIncludes(JSON.stringify(chart.spec), '"title":"t"');
    }
  }
});

Deno.test("curves() and scatter() take numbers alone, pairs, and several columns", () => {
  const xy = (chart: Chart) => rows(chart).map(({ x, y }) => [x, y]);
  assertEquals(xy(scatter(Float32Array.of(2, 4))), [[0, 2], [1, 4]]);
  assertEquals(xy(curves([2, 4])), [[0, 2], [1, 4]]);
  assertEquals(xy(curves([[5, 2], [6, 4]])), [[5, 2], [6, 4]]);
  assertEquals(xy(scatter({ x: [1, 2], y: [3, 4] })), [[1, 3], [2, 4]]);
  const wide = curves({ x: [1, 2], a: [3, 4], b: [5, 6] }, { y: ["a", "b"] });
  assertEquals(rows(wide).map(({ series, y }) => [series, y]), [
    ["a", 3],
    ["a", 4],
    ["b", 5],
    ["b", 6],
  ]);
});

Deno.test("a timestamp of Apache Arrow is a time", () => {
  const arrow = {
    schema: { fields: [{ name: "x" }, { name: "y" }] },
    getChild: (name: string) =>
      name === "x"
        ? Object.assign([Date.UTC(2024, 4, 1), Date.UTC(2024, 4, 2)], {
          type: "Timestamp<MILLISECOND>",
        })
        : [1, 2],
  };
  assertStringIncludes(scatter(arrow).alt, "from 2024-05-01 to 2024-05-02");
});

Deno.test("charts say what was wanted and what was given", () => {
  const any = (value: unknown) => value as never;
  const cases: readonly (readonly [() => unknown, string, string])[] = [
    [() => scatter(any("gelu")), "rows, columns, a frame", '"gelu"'],
    [() => scatter(any(undefined)), "rows, columns, a frame", "undefined"],
    [() => scatter(any({ x: 1, y: 2 })), "rows, columns, a frame", "an object"],
    [() => scatter([{ a: 1 }], { x: "a", y: "c" }), "no column c", "the columns are a"],
    [() => curves([{ x: 1, y: 2 }], { y: any([]) }), "must name one at least", "[]"],
    [() => curves([{ title: "a", points: any("12") }]), "points must be a list", '"12"'],
    [() => curves([{ title: "a", points: any([1, 2]) }]), "pairs [x, y]", "1"],
    [() => bars(any({})), "must be a list of { title, value }", "an object"],
    [() => bars([any({ label: "a" })]), "bar 1 as its title must be a text", "undefined"],
    [() => bars([{ title: "a", value: days[0] }]), "a date has no length", "Date"],
    [() => histogram(any("12")), "values must be a list", '"12"'],
    [() => heatMap(any({ x: 1 })), "must be { x, y, z }", "an object"],
    [() => heatMap(any({ x: 1, y: 2, z: 3 })), "x, y and z must be lists", "1, 2, 3"],
    [() => heatMap({ x: [NaN], y: [0], z: [[1]] }), "finite numbers or dates", ""],
  ];
  for (const [draw, wanted, given] of cases) {
    const { message } = assertThrows(draw, TypeError, wanted);
    assertStringIncludes(message, given);
  }
});

Deno.test("curves of one name are told apart", () => {
  const f = (x: number) => x;
  const twice = curves([{ title: "f", f }, { title: "f", f }, { title: "f (2)", f }], { count: 2 });
  assertEquals([...new Set(rows(twice).map(({ series }) => series))], ["f", "f (3)", "f (2)"]);
});

Deno.test("bars() writes values as a reader expects, outside of the bars", async () => {
  const values = [33810, 999_999, 1_234_567, 0.0125, -12345.678, 0.00001234];
  const svg = await bars(values.map((value, i) => ({ title: `${i}`, value }))).svg();
  for (const text of ["33,810", "999,999", "1.235×10⁶", "0.0125", "−12,346", "1.234×10⁻⁵"]) {
    assertStringIncludes(svg, `>${text}</text>`);
  }
  // The label of the bar to the left ends left of it, and inside of the plot.
  const [, x] = /text-anchor="end" transform="translate\((-?[\d.]+),[^>]*>−12,346</.exec(svg)!;
  assert(Number(x) > 0);
});

Deno.test("bars() refuses two bars that would stack", () => {
  const [a, b] = [{ title: "a", value: 1 }, { title: "a", value: 2 }];
  assertThrows(() => bars([a, b]), TypeError, "two of a");
  assertThrows(() => bars([{ ...a, group: "g" }, { ...b, group: "g" }]), TypeError, "in a group");
  assertEquals(rows(bars([{ ...a, group: "g" }, { ...b, group: "h" }])).length, 2);
});

Deno.test("bands and error bars are drawn, in the colour of their curve", async () => {
  const spans = [0, 1, 2].map((x) => [x, x - 1, x + 1] as const);
  const points = [[0, 0], [1, 1], [2, 2]] as const;
  const svg = await curves([
    { title: "band", points, band: spans },
    { title: "bars", points, bars: spans },
  ]).svg();
  assertMatch(
    svg,
    /<path d="M[^"]+Z" fill="#0072b2" fill-opacity="0.25"|fill="#0072b2" opacity="0.25"/,
  );
  assertEquals([...svg.matchAll(/<line [^>]*stroke="#d55e00"/g)].length, 3);
  const table = spans.map(([x, low, high]) => ({ x, y: x, low, high }));
  const chart = curves(table, { band: ["low", "high"] });
  assertEquals(rows(chart).filter(({ kind }) => kind === "band").length, 3);
});

Deno.test("a grid may have dates as its places", () => {
  const grid = { ...gridOf((x, y) => x * y, { x: [0, 1], y: [0, 1], count: 3 }), x: days };
  const [trace] = surface(grid).figure.data as { x: unknown[] }[];
  assertEquals(trace.x[0], "2024-05-01T00:00:00.000Z");
});

Deno.test("a table without rows is drawn as an empty plot", () => {
  assertStringIncludes(scatter([], { x: "when", y: "a.b" }).alt, "0 points");
  assertStringIncludes(curves([], { x: "when", y: "a.b" }).alt, "line chart of nothing");
});

Deno.test("sets, maps and lists of texts are values like any others", () => {
  assertStringIncludes(scatter(new Set([3, 1, 2]) as never).alt, "3 points");
  assertStringIncludes(curves(new Map([[0, 5], [1, 7]]) as never).alt, "x from 0 to 1");
  assertStringIncludes(scatter(["12", null, "x"] as never).alt, "1 point,");
});

Deno.test("titles that are the same are told apart by every kind of chart", () => {
  const points = [[1, 2]] as const;
  assertStringIncludes(
    scatter([{ title: "a", points }, { title: "a", points }]).alt,
    "a and a (2)",
  );
  const two = ulpChart([{ title: "a", points: [[1, 1]] }, { title: "a", points: [[2, 2]] }]);
  assertStringIncludes(two.alt, "largest 1 for a and 2 for a (2)");
});

Deno.test("pareto() reads numbers as every other chart does", () => {
  const chart = pareto([{ title: "a", cost: "12" as never, error: 2n as never }]);
  assertStringIncludes(chart.alt, "error against cost of a;");
});

Deno.test("boxPlot() and ecdf() take columns of rows, of columns, and of Maps", () => {
  const rows = [
    { loss: 1, f: "GELU" },
    { loss: "3", f: "GELU" },
    { loss: null, f: "ReLU" },
    { loss: 5, f: "ReLU" },
  ];
  const asColumns = { loss: rows.map(({ loss }) => loss), f: rows.map(({ f }) => f) };
  const asMaps = rows.map((row) => new Map(Object.entries(row)));
  for (const data of [rows, asColumns, asMaps]) {
    assertEquals(
      boxPlot(data, { x: { column: "loss", unit: "nat" }, by: "f" }).alt,
      "box plot of loss (nat): GELU median 2, half from 1.5 to 2.5, all from 1 to 3 and " +
        "ReLU median 5, half from 5 to 5, all from 5 to 5 (1 of 4 values missing or not finite)",
    );
    assertEquals(
      ecdf(data, { x: "loss" }).alt,
      "shares of values up to each loss: 3 values of loss from 1 to 5 " +
        "(1 of 4 values missing or not finite)",
    );
  }
  const wide = ecdf({ a: Float64Array.of(1, 2), b: [3, 4] }, { x: ["a", "b"] });
  assertEquals(
    wide.alt,
    "shares of values up to each value: 2 values of a from 1 to 2, 2 values of b from 3 to 4",
  );
  assertThrows(() => boxPlot(rows, { x: "los" }), TypeError, "the columns are loss, f");
  assertThrows(() => boxPlot(rows as never), TypeError, "a list of { title, values }");
});

Deno.test("columns are found that a class further up computes", () => {
  class Point {
    constructor(readonly n: number) {}
    get x(): number {
      return this.n;
    }
  }
  class Squared extends Point {
    get y(): number {
      return this.n ** 2;
    }
  }
  const { alt } = scatter([new Squared(1), new Squared(3)], { x: "x", y: "y" });
  assertStringIncludes(alt, "x from 1 to 3 and y from 1 to 9");
});
