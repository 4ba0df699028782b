import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { curves } from "../../../src/display/charts/curves.ts";
import { errorChart } from "../../../src/display/charts/error_chart.ts";
import type { Chart } from "../../../src/display/drawing/chart.ts";

interface Row {
  x: number;
  y: number | null;
  series: string;
}

function rows(chart: Chart): Row[] {
  return (chart.spec as unknown as { data: { values: Row[] } }).data.values;
}

/** The pieces of the paths of a picture's lines. */
function lines(svg: string): string[] {
  return [...svg.matchAll(/<path d="(M[^"]*L[^"]*)" stroke="#0072b2"/g)].map(([, d]) => d);
}

Deno.test("curves() has the corner of a kinked function as a point", () => {
  const chart = curves([{ title: "ramp", f: (x) => Math.max(0, x - 0.1), corners: [0.1, 9] }], {
    domain: [-1, 1],
    count: 2,
  });
  assertEquals(rows(chart).map(({ x, y }) => [x, y]), [[-1, 0], [0, 0], [0.1, 0], [1, 0.9]]);
});

Deno.test("curves() draws a jump as a gap between both its sides", async () => {
  const chart = curves([{ title: "step", f: (x) => x > 0 ? 1 : 0, jumps: [0] }], {
    domain: [-1, 1],
    count: 4,
  });
  assertEquals(rows(chart).map(({ x, y }) => [x, y]), [
    [-1, 0],
    [-0.5, 0],
    [0, 0],
    [0, null],
    [0, 1],
    [0.5, 1],
    [1, 1],
  ]);
  const [path] = lines(await chart.svg());
  assertEquals([...path.matchAll(/M/g)].length, 2);
});

Deno.test("curves() leaves a gap where a value is not finite", async () => {
  const curve = { title: "1/x", f: (x: number) => 1 / x, corners: [] };
  const chart = curves([curve], { domain: [-1, 1], count: 4 });
  assertEquals(rows(chart).map(({ y }) => y), [-1, -2, null, 2, 1]);
  const [path] = lines(await chart.svg());
  assertEquals([...path.matchAll(/M/g)].length, 2);
});

Deno.test("curves() draws as many lines as there are curves, in each small multiple", async () => {
  const f = (x: number) => x;
  const chart = curves([
    { title: "a", f, group: "1" },
    { title: "b", f, group: "1" },
    { title: "a", f, group: "2" },
  ], { count: 3 });
  const svg = await chart.svg();
  assertEquals([...svg.matchAll(/<path d="M[^"]*L[^"]*L[^"]*" stroke="#/g)].length, 3);
  for (const group of ["1", "2"]) assertStringIncludes(svg, `>${group}</text>`);
});

Deno.test("curves() says in words what it shows", () => {
  const chart = curves([{ title: "a", f: Math.sin }, { title: "b", f: Math.cos }], {
    title: "Waves",
    x: { title: "angle", unit: "rad" },
    domain: [0, 1],
  });
  assertEquals(chart.alt, "Waves: line chart of a and b over angle (rad) from 0 to 1");
  assertEquals(curves([], { alt: "nothing" }).alt, "nothing");
});

Deno.test("curves() has no legend for one curve, and all names for several", async () => {
  const one = await curves([{ title: "only", f: Math.sin }], { alt: "" }).svg();
  assert(!one.includes("only"));
  const two = await curves([{ title: "one", f: Math.sin }, { title: "two", f: Math.cos }]).svg();
  for (const name of ["one", "two"]) assertStringIncludes(two, `>${name}</text>`);
});

Deno.test("curves() thins long curves and says so", () => {
  const points = Array.from(
    { length: 100_000 },
    (_, i) => [i, i === 77_777 ? 5 : Math.sin(i)] as const,
  );
  const chart = curves([{ title: "long", points }]);
  assert(rows(chart).length < 2_200);
  assertEquals(Math.max(...rows(chart).map(({ y }) => y!)), 5);
  assertStringIncludes(JSON.stringify(chart.spec), "of 100000 points, every extremum kept");
  assertStringIncludes(chart.alt, "every extremum kept");
});

Deno.test("curves() of nothing, of one point and of no finite value are drawn", async () => {
  const warned: unknown[] = [];
  const { warn } = console;
  try {
    console.warn = (text: unknown) => warned.push(text);
    for (
      const series of [[], [{ title: "a", points: [[3, 1]] as const }], [{
        title: "a",
        f: () => NaN,
      }]]
    ) {
      const svg = await curves(series, { alt: "" }).svg();
      assert(!/NaN|Infinity/.test(svg));
    }
  } finally {
    console.warn = warn;
  }
});

Deno.test("curves() refuses what it cannot draw", () => {
  const f = Math.sin;
  assertThrows(() => curves([{ title: "a" }]), TypeError, "points or a function");
  for (const domain of [[1, 1], [2, 1], [0, Infinity], [NaN, 1]] as const) {
    assertThrows(() => curves([{ title: "a", f }], { domain }), RangeError, "domain");
  }
  for (const count of [1, 2.5, NaN]) {
    assertThrows(() => curves([{ title: "a", f }], { count }), RangeError, "count");
  }
});

Deno.test("errorChart() keeps signs on a linear axis and drops them on a logarithmic one", () => {
  const series = [{ title: "e", points: [[0, -2], [1, 0], [2, 3], [3, null]] as const }];
  const ys = (scale: "signed" | "log") => rows(errorChart(series, { scale })).map(({ y }) => y);
  assertEquals(ys("signed"), [-2, 0, 3, null]);
  assertEquals(ys("log"), [2, null, 3, null]);
});
