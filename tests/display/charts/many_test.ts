import { assertStringIncludes } from "@std/assert";
import {
  bars,
  boxPlot,
  type Chart,
  curves,
  numberLine,
  paretoChart,
} from "../../../src/display/mod.ts";

/** More than there is room for on the stack, as arguments of a call. */
const many = Array.from({ length: 150_000 }, (_, i) => i);
const title = (i: number) => `name ${i}`;

const charts: Readonly<Record<string, () => Chart>> = {
  bars: () => bars(many.map((i) => ({ title: title(i), value: i % 2 ? i : -i }))),
  numberLine: () => numberLine(many.map((x) => ({ title: title(x), x }))),
  boxPlot: () => boxPlot(many.map((i) => ({ title: title(i), values: [i, i + 1] }))),
  curves: () =>
    curves([
      { title: "tan", f: Math.tan },
      { title: "long", points: many.map((i) => [i / 1e4, Math.sin(i)]) },
    ], { domain: [0, 15] }),
  paretoChart: () =>
    paretoChart(
      many.map((i) => ({ title: title(i), cost: i, error: 1 / (1 + i) })),
      (points) => points.slice(0, 3),
    ),
};

for (const [name, chart] of Object.entries(charts)) {
  Deno.test(`${name}() takes as many as there are`, () => {
    const kind = name === "curves" ? "of tan and long" : "of them";
    assertStringIncludes(chart().alt, kind);
  });
}

Deno.test("numberLine() names points as long as a picture has room for the names", () => {
  const [few, more] = [60, 61].map((count) =>
    numberLine(many.slice(0, count).map((x) => ({ title: title(x), x })))
  );
  assertStringIncludes(JSON.stringify(few), '"text"');
  assertStringIncludes(more.alt, "names of 61 points left out");
});
