import { bars } from "../../src/display/charts/bars.ts";
import { type Chart, chart } from "../../src/display/drawing/chart.ts";
import { below, beside, layered } from "../../src/display/charts/combine.ts";
import { curves } from "../../src/display/charts/curves.ts";
import { errorChart } from "../../src/display/charts/error_chart.ts";
import { gridOf } from "../../src/display/charts/grid_of.ts";
import { heatMap } from "../../src/display/charts/heat_map.ts";
import { histogram } from "../../src/display/charts/histogram.ts";
import { numberLine } from "../../src/display/charts/number_line.ts";
import { pareto } from "../../src/gallery/pareto.ts";
import { scatter } from "../../src/display/charts/scatter.ts";
import { sliderChart } from "../../src/display/charts/slider_chart.ts";
import { surface } from "../../src/display/charts/surface.ts";
import { ulpChart } from "../../src/display/charts/ulp_chart.ts";

const ramp = (x: number) => Math.max(0, x);
const step = (x: number) => x > 0 ? 1 : 0;
const saddle = (x: number, y: number) => x * y;

/** Numbers from 0 to 1 that look random and are always the same. */
export function scattered(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 0.6180339887) % 1);
}

const ulps = scattered(400).map((u, i) => [(u - 0.5) * 2 ** (i % 9 - 4), u * 2] as const);
const candidates = [
  { title: "cheap", cost: 1, error: 0.2 },
  { title: "good", cost: 3, error: 1e-4 },
  { title: "beaten", cost: 4, error: 1e-3 },
  { title: "exact", cost: 9, error: 1e-16 },
];

/** A chart of every kind, from fixed data. */
export const kinds: Readonly<Record<string, Chart>> = {
  "a spec as it is": chart({
    title: "Squares",
    data: { values: [{ x: 1, y: 1 }, { x: 2, y: 4 }] },
    mark: "bar",
    encoding: {
      x: { field: "x", type: "ordinal" },
      y: { field: "y", type: "quantitative" },
    },
  }),
  "curves": curves([
    { title: "ramp", f: ramp, corners: [0] },
    { title: "step", f: step, jumps: [0], dashed: true },
  ], { title: "Ramp and step", y: "f(x)", count: 20 }),
  "one curve with a gap": curves([{ title: "1/x", f: (x) => 1 / x }], {
    range: [-5, 5],
    domain: [-2, 2],
    count: 20,
  }),
  "small multiples": curves([
    { title: "ramp", f: ramp, corners: [0], group: "f" },
    { title: "ramp", f: step, jumps: [0], group: "f′" },
    { title: "ramp", f: () => 0, group: "f″" },
  ], { title: "Derivatives", count: 20 }),
  "thinned curve": curves([{
    title: "wave",
    points: Array.from({ length: 20_000 }, (_, i) => [i, Math.round(50 * Math.sin(i / 900))]),
  }], { title: "Wave", x: { title: "time", unit: "ms" }, width: 60 }),
  "signed error": errorChart([{ title: "cubic", f: (x) => x ** 3 / 1e6 }], {
    title: "Error",
    count: 20,
  }),
  "size of error": errorChart([{ title: "cubic", f: (x) => x ** 3 / 1e6 }], {
    title: "Error",
    scale: "log",
    count: 20,
  }),
  "ulp errors": ulpChart([{ title: "exp", points: ulps }, {
    title: "log",
    points: ulps.map(([x, u]) => [x, u / 2]),
  }], { title: "Ulps" }),
  "large ulp errors": ulpChart([{ title: "bad", points: ulps.map(([x, u]) => [x, u * 1e4]) }]),
  "heat map": heatMap(gridOf(saddle, { x: [-1, 1], y: [0, 2], count: 8 }), {
    title: "Saddle",
    z: { title: "height", unit: "m" },
  }),
  "thinned logarithmic heat map": heatMap(
    gridOf((x, y) => x * x + y * y, { x: [0, 1], y: [0, 1], count: 100 }),
    { scale: "log" },
  ),
  "histogram": histogram([...scattered(500), NaN], { title: "Scattered", bins: 10 }),
  "bars": bars([{ title: "a", value: 3 }, { title: "b", value: 5 }, { title: "c", value: NaN }], {
    title: "Bars",
    sorted: true,
    x: { title: "time", unit: "ns" },
  }),
  "grouped bars": bars(
    ["a", "b"].flatMap((title, i) => [
      { title, group: "one", value: 1 + i },
      { title, group: "two", value: 2 + i },
    ]),
  ),
  "logarithmic bars": bars([{ title: "a", value: 1e-9 }, { title: "b", value: 0.1 }], {
    scale: "log",
  }),
  "scatter": scatter([
    { title: "a", points: scattered(20).map((u, i) => [i, u]) },
    { title: "b", points: [[3, 0.5], [NaN, 1]] },
  ], { title: "Points" }),
  "counted scatter": scatter([{
    title: "many",
    points: scattered(9_000).map((u, i) => [Math.round(9 * u) + (i % 2), Math.round(5 * u * u)]),
  }], { title: "Many points" }),
  "front": pareto([...candidates, { title: "zero", cost: 1, error: 0 }], { title: "Front" }),
  "number line": numberLine([
    { x: 0, title: "zero", kind: "zero" },
    { x: -1.2784645, title: "minimum", kind: "minimum" },
    { x: -1.2, title: "another minimum", kind: "minimum" },
  ], { title: "Points" }),
  "sliders": sliderChart([
    { title: "swish", expression: "x / (1 + exp(-beta * x))" },
    { title: "ramp", f: ramp, dashed: true },
  ], {
    title: "Swish",
    sliders: [{ name: "beta", title: "β", min: 0, max: 5, value: 1 }],
    reference: "ramp",
    count: 20,
  }),
  "still surface": surface(gridOf(saddle, { x: [-1, 1], y: [0, 2], count: 8 })).still,
  "beside": beside([
    curves([{ title: "ramp", f: ramp }], { count: 10 }),
    sliderChart([{ title: "line", expression: "slope * x" }], {
      sliders: [{ name: "slope", min: 0, max: 2, value: 1 }],
      count: 10,
    }),
    sliderChart([{ title: "line", expression: "slope * x" }], {
      sliders: [{ name: "slope", min: 0, max: 2, value: 2 }],
      count: 10,
    }),
  ], { title: "Beside" }),
  "below": below([
    curves([{ title: "ramp", f: ramp }], { count: 10 }),
    histogram(scattered(50), { bins: 5 }),
  ]),
  "layered": layered([
    curves([{ title: "ramp", f: ramp }], { count: 10 }),
    curves([{ title: "step", f: step }], { count: 10 }),
  ]),
};
