import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { density, fiveNumbers } from "../../../src/display/charts/_five_numbers.ts";
import { boxPlot } from "../../../src/display/charts/box_plot.ts";
import { ecdf } from "../../../src/display/charts/ecdf.ts";
import type { Chart } from "../../../src/display/drawing/chart.ts";

type Row = Record<string, number & string>;

function rows({ spec }: Chart): Row[] {
  return (spec as unknown as { data: { values: Row[] } }).data.values;
}

Deno.test("a box has the quartiles of R and NumPy, and whiskers that end at values", () => {
  // numpy.quantile([1, 2, 3, 4, 100], [0.25, 0.5, 0.75]) is [2, 3, 4].
  assertEquals(fiveNumbers([1, 2, 3, 4, 100]), {
    quartiles: [2, 3, 4],
    whiskers: [1, 4],
    outliers: [100],
  });
  assertEquals(fiveNumbers([1, 2]).quartiles, [1.25, 1.5, 1.75]);
  assertEquals(fiveNumbers([7]), { quartiles: [7, 7, 7], whiskers: [7, 7], outliers: [] });
});

Deno.test("a density has no sign and an area of one, wherever its values are", () => {
  for (const sorted of [[1, 2, 3, 10], [5], [0, 0, 0], [1e6, 1e6 + 1]]) {
    const points = density(sorted, 400);
    const width = points[1][0] - points[0][0];
    assert(points.every(([, d]) => d >= 0));
    assertAlmostEquals(points.reduce((area, [, d]) => area + d * width, 0), 1, 0.02);
  }
});

Deno.test("boxPlot() draws a box for each sample, and points beyond the whiskers", async () => {
  const chart = boxPlot([
    { title: "a", values: [1, 2, 3, 4, 100, null, "x"] },
    { title: "b", values: [] },
  ]);
  assertEquals(rows(chart).map(({ kind }) => kind), ["box", "point"]);
  const [{ low, q1, median, q3, high, count }] = rows(chart);
  assertEquals([low, q1, median, q3, high, count], [1, 2, 3, 4, 4, 5]);
  assertStringIncludes(chart.alt, "2 of 7 values missing or not finite");
  for (const name of ["a", "b"]) assertStringIncludes(await chart.svg(), `>${name}</text>`);
});

Deno.test("boxPlot() draws the outermost points where they are many, and counts the others", () => {
  const values = [...Array.from({ length: 1000 }, (_, i) => i / 1000), ...new Array(300).fill(0)];
  const far = Array.from({ length: 150 }, (_, i) => 10 + i);
  const chart = boxPlot([{ title: "a", values: [...values, ...far] }]);
  const points = rows(chart).filter(({ kind }) => kind === "point").map(({ value }) => value);
  assertEquals([points.length, Math.max(...points), Math.min(...points)], [100, 159, 60]);
  assertStringIncludes(chart.alt, "50 more points beyond the whiskers");
});

Deno.test("a violin is as wide as its row at its highest, and never wider", () => {
  const chart = boxPlot([{ title: "a", values: [1, 2, 2, 3] }, { title: "b", values: [5, 6] }], {
    shape: "violin",
  });
  for (const place of [0, 1]) {
    const outline = rows(chart).filter((row) => row.kind === "violin" && row.place === place);
    assertAlmostEquals(Math.max(...outline.map(({ over }) => over)), place + 0.42, 1e-3);
    assert(outline.every(({ under, over }) => place - under >= 0 && over - place >= 0));
  }
});

Deno.test("ecdf() steps up by the share of each value, over the whole axis", () => {
  const chart = ecdf([{ title: "a", values: [3, 1, 1, NaN] }, { title: "b", values: [5] }]);
  const of = (title: string) =>
    rows(chart).filter(({ series }) => series === title).map(({ x, y }) => [x, y]);
  const third = 0.3333333;
  assertEquals(of("a"), [
    [1, 0],
    [1, 0],
    [1, third],
    [1, third],
    [1, 0.6666667],
    [3, 0.6666667],
    [3, 1],
    [5, 1],
  ]);
  assertEquals(of("b"), [[1, 0], [5, 0], [5, 1], [5, 1]]);
  assertStringIncludes(chart.alt, "1 of 5 values missing or not finite");
});

Deno.test("samples may be dates, and say what they must be", () => {
  const days = [1, 2, 3].map((day) => new Date(Date.UTC(2024, 4, day)));
  assertStringIncludes(boxPlot([{ title: "a", values: days }]).alt, "median 2024-05-02");
  assertStringIncludes(ecdf([{ title: "a", values: days }]).alt, "from 2024-05-01 to 2024-05-03");
  for (const draw of [boxPlot, ecdf]) {
    for (const wrong of [[1, 2], [{ title: "a" }], [{ values: [1] }], { title: "a", values: [] }]) {
      assertThrows(() => draw(wrong as never), TypeError, "{ title, value");
    }
  }
});
