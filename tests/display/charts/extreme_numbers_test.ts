import {
  bars,
  boxPlot,
  curves,
  ecdf,
  heatMap,
  histogram,
  numberLine,
  scatter,
} from "@actbook/actbook";
import { assert, assertEquals, assertThrows } from "@std/assert";
import type { Chart } from "../../../src/display/drawing/chart.ts";

/** Charts of two numbers. */
const kinds: Readonly<Record<string, (low: number, high: number) => Chart>> = {
  "curves, on y": (low, high) => curves([{ title: "f", points: [[0, low], [1, high]] }]),
  "curves, on x": (low, high) => curves([{ title: "f", points: [[low, 0], [high, 1]] }]),
  "scatter": (low, high) => scatter([{ title: "f", points: [[0, low], [high, 1]] }]),
  "histogram": (low, high) => histogram([low, high]),
  "bars": (low, high) => bars([{ title: "a", value: low }, { title: "b", value: high }]),
  "box plot": (low, high) => boxPlot([{ title: "a", values: [low, high] }]),
  "violins": (low, high) => boxPlot([{ title: "a", values: [low, high] }], { shape: "violin" }),
  "distributions": (low, high) => ecdf([{ title: "a", values: [low, high] }]),
  "number line": (low, high) => numberLine([{ title: "a", x: low }, { title: "b", x: high }]),
  "heat map": (low, high) => heatMap({ x: [0, 1], y: [0, 1], z: [[low, high], [0, 0]] }),
};

for (const [kind, make] of Object.entries(kinds)) {
  Deno.test(`${kind}: numbers that no axis holds are an error that names one of them`, () => {
    for (const [low, high] of [[-1e308, 0], [0, 1.7e308]]) {
      assertThrows(() => make(low, high), RangeError, `current value is ${low || high}`);
    }
  });

  Deno.test(`${kind}: numbers at the ends of axes, next to 0, and next to each other are drawn`, async () => {
    for (
      const [low, high] of [
        [-4e307, 4e307],
        [5e-324, 1e-323],
        [0, 1e-305],
        [1e-300, 2e-300],
        [1, 1 + 2 ** -52],
        [-1e-310, 1],
      ]
    ) {
      const svg = await make(low, high).svg();
      assert(/<path|<rect|<text/.test(svg) && svg.length > 1_000, `${low}, ${high}: ${svg}`);
      assertEquals(svg.match(/NaN|Infinity|undefined/), null, `${low}, ${high}`);
    }
  });
}

Deno.test("curves() of functions: what is too large is a gap, what is next to 0 is 0", async () => {
  const chart = curves([{ title: "exp", f: (x) => Math.exp(x * x) }, {
    title: "its inverse",
    f: (x) => Math.exp(-x * x),
  }], { domain: [-30, 30], scale: "log" });
  const { values } = (chart.spec as unknown as { data: { values: { y: number | null }[] } }).data;
  for (const { y } of values) assert(y === null || (y >= 1e-300 && y <= 4e307), `${y}`);
  assertEquals((await chart.svg()).match(/NaN|Infinity/), null);
});
