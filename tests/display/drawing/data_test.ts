import { assert, assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { type Chart, chart, type Spec } from "../../../src/display/drawing/chart.ts";

/** A chart of rows, by two columns. */
function pointsOf(values: unknown, changes: object = {}): Chart {
  return chart({
    data: { values },
    mark: "point",
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
    },
    ...changes,
  } as unknown as Spec);
}

/** The rows of a chart. */
function rowsOf({ spec }: Chart): unknown {
  return (spec as unknown as { data: { values: unknown } }).data.values;
}

/** How many points a picture has. */
async function count(drawn: Chart): Promise<number> {
  return [...(await drawn.svg()).matchAll(/<path transform="translate/g)].length;
}

Deno.test("chart() draws dates, on a time axis and as numbers", async () => {
  const values = [1, 2, 3].map((month) => ({ x: new Date(Date.UTC(2024, month)), y: month }));
  const time = { encoding: { x: { field: "x", type: "temporal" }, y: { field: "y" } } };
  assertMatch(await pointsOf(values, time).svg(), />Mar[^<]*<\/text>/);
  assertEquals(await count(pointsOf(values)), 3);
  assertEquals((rowsOf(pointsOf(values)) as { x: unknown }[])[0].x, "2024-02-01T00:00:00.000Z");
});

Deno.test("chart() draws what classes, sets, typed arrays and maps hold", async () => {
  class Point {
    constructor(readonly x: number) {}
    get y(): number {
      return this.x ** 2;
    }
  }
  assertEquals(await count(pointsOf([new Point(1), new Point(2)])), 2);
  assertEquals(rowsOf(pointsOf(new Set([{ x: 1, y: 2 }]))), [{ x: 1, y: 2 }]);
  assertEquals(rowsOf(pointsOf(new Float32Array([0.5, NaN]))), [0.5, { data: null }]);
  assertEquals(rowsOf(pointsOf([new Map([["x", 1], ["y", 3]])])), [{ x: 1, y: 3 }]);
  assertEquals(rowsOf(pointsOf([{ x: 7n, y: new Uint8Array([1, 2]) }])), [{ x: 7, y: [1, 2] }]);
  assertEquals(rowsOf(pointsOf([{ toJSON: () => ({ x: 1, y: Infinity }) }])), [{ x: 1, y: null }]);
});

Deno.test("chart() names row and field of what cannot be drawn", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const cases = [
    [[{ x: 1 }, { x: () => 1 }], "row 2 as its field x must be", "a function"],
    [[{ x: Symbol("s") }], "row 1 as its field x must be", "Symbol(s)"],
    [[{ x: { deep: [1n << 70n] } }], "row 1 as its field x.deep", "n"],
    [[circle], "row 1 as its field self", "an object that contains itself"],
    [[new Map([[1, 2]])], "row 1 as it must be", "a Map with keys that are no texts"],
  ] as const;
  for (const [values, place, given] of cases) {
    const { message } = assertThrows(() => pointsOf(values), TypeError, place);
    assertStringIncludes(message, given);
  }
});

Deno.test("chart() says what a spec must have", () => {
  const cases = [
    [undefined, "must be an object", "undefined"],
    ["bar", "must be an object", '"bar"'],
    [{ data: { values: [] } }, "must have one of mark", "an object of class Object"],
    [
      { mark: "bar", encoding: { x: { field: "a" } } },
      "must have data",
      "an object of class Object",
    ],
    [
      { mark: "bar", data: [{ a: 1 }] },
      "data must be { values: rows }",
      "[an object of class Object]",
    ],
    [{ mark: "bar", data: { values: undefined } }, "the values of data must be rows", "undefined"],
  ] as const;
  for (const [spec, wanted, given] of cases) {
    const { message } = assertThrows(() => chart(spec as unknown as Spec), TypeError, wanted);
    assertStringIncludes(message, `current value is ${given}`);
  }
});

Deno.test("chart() needs no data where nothing is asked of any", async () => {
  const svg = await chart({ mark: "text", encoding: { text: { value: "alone" } } } as Spec).svg();
  assert(svg.startsWith("<svg"));
});

const names = ["a.b", "price [EUR]", "a[b", "it's", 'say "x"', "a\\b", "a b", "100%", "größe"];
for (const name of [...names, "x'] + [", "{{y}}", "constructor", "toString", "valueOf"]) {
  Deno.test(`chart() takes ${JSON.stringify(name)} as the name of a column`, async () => {
    const values = [1, 2, 3].map((value) => ({ [name]: value, y: value }));
    const drawn = (field: string) =>
      pointsOf(values, {
        transform: [{ filter: `datum[${JSON.stringify(name)}] > 1` }],
        encoding: {
          x: { field, type: "quantitative" },
          y: { field: "y", type: "quantitative" },
          color: { field, type: "nominal" },
        },
      });
    const svg = (await drawn(name).svg()).replaceAll("\u200b", "");
    assertEquals(await count(drawn(name)), 4, "two points, and two in the legend");
    assertStringIncludes(svg, `>${name.replace("\\", "∖").replaceAll('"', "″")}</text>`);
    // Escaped for Vega by the one who asks, it is the same column.
    assertEquals(
      await drawn(name.replace(/[.[\]'"\\]/g, "\\$&")).svg().then((svg) =>
        svg.replaceAll("\u200b", "")
      ),
      svg,
    );
  });
}

Deno.test("chart() still follows a path where no column has that name", async () => {
  const drawn = pointsOf([{ a: { b: 1 }, y: 1 }, { a: { b: 2 }, y: 2 }], {
    encoding: { x: { field: "a.b", type: "quantitative" }, y: { field: "y" } },
  });
  assertEquals(await count(drawn), 2);
});

Deno.test("chart() keeps columns apart whose names would look alike", async () => {
  const drawn = pointsOf([{ "a[1]": 1, "a(1)": 5, y: 2 }], {
    encoding: { x: { field: "a(1)", type: "quantitative" }, y: { field: "y" } },
  });
  assertEquals(rowsOf(drawn), [{ "a(1)′": 1, "a(1)": 5, y: 2 }]);
  assertEquals(await count(drawn), 1);
});

Deno.test("chart() draws in local time where that is asked for", () => {
  const local = { x: { field: "x", type: "temporal", scale: { type: "time" } } };
  const { spec } = pointsOf([{ x: "2024-01-01T00:00" }], { encoding: local });
  assertEquals((spec as unknown as { encoding: unknown }).encoding, local);
  const utc = pointsOf([{ x: "2024-01-01T00:00" }], {
    encoding: { x: { field: "x", type: "temporal" } },
  });
  assertEquals(rowsOf(utc), [{ x: "2024-01-01T00:00:00.000Z" }]);
});

Deno.test("rows that are no numbers in a list of numbers leave a gap", async () => {
  const values = [1, NaN, null, 3, new Date(NaN)] as never;
  const drawn = chart({
    data: { values },
    mark: "point",
    encoding: { x: { field: "data", type: "quantitative" } },
  });
  assertStringIncludes(await drawn.svg(), "<svg");
});

Deno.test("without rows, names of columns are still no paths", async () => {
  const drawn = chart({
    data: { values: [] },
    mark: "bar",
    encoding: {
      x: { field: `it's "quoted"`, type: "nominal" },
      y: { field: "a[b].c", type: "quantitative" },
    },
  });
  assertStringIncludes(await drawn.svg(), "it's ″quoted″<");
});
