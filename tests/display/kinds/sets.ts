import { bars } from "../../../src/display/charts/bars.ts";
import { boxPlot } from "../../../src/display/charts/box_plot.ts";
import { ecdf } from "../../../src/display/charts/ecdf.ts";
import { histogram } from "../../../src/display/charts/histogram.ts";
import { numberLine } from "../../../src/display/charts/number_line.ts";
import { pareto } from "../../../src/gallery/pareto.ts";
import { scatter } from "../../../src/display/charts/scatter.ts";
import { chart } from "../../../src/display/drawing/chart.ts";
import { scattered } from "./_data.ts";
import type { ChartKind } from "./_kind.ts";

const samples = [
  { title: "quick", values: [...scattered(200).map((u) => 1 + u * u), NaN, 9, 11] },
  { title: "slow", values: scattered(50).map((u) => 3 + u) },
  { title: "never", values: [] },
];

const candidates = [
  { title: "cheap", cost: 1, error: 0.2 },
  { title: "good", cost: 3, error: 1e-4 },
  { title: "beaten", cost: 4, error: 1e-3 },
  { title: "exact", cost: 9, error: 1e-16 },
];

/** Kinds that draw sets of values. */
export const sets: readonly ChartKind[] = [
  {
    name: "scatter",
    examples: {
      "scatter": scatter([
        { title: "a", points: scattered(20).map((u, i) => [i, u]) },
        { title: "b", points: [[3, 0.5], [NaN, 1]] },
      ], { title: "Points" }),
      "counted scatter": scatter([{
        title: "many",
        points: scattered(9_000).map((
          u,
          i,
        ) => [Math.round(9 * u) + (i % 2), Math.round(5 * u * u)]),
      }], { title: "Many points" }),
    },
    withText: ({ scatter }, text) =>
      scatter([{ title: text, points: [[0, 1], [1, 2]] }, { title: "b", points: [[1, 1]] }], {
        title: text,
        x: text,
        y: text,
      }),
    gallery: [
      {
        heading: "Points",
        prose: "Twelve measurements of each kind.",
        code: `const xs = Array.from({ length: 12 }, (_, i) => i / 2 - 3);
await show(actbook.scatter([gelu, silu].map((f) => ({
  title: f.title,
  points: xs.map((x) => [x, f(x)] as const),
}))));`,
        seen: [{ chart: { symbol: 24 } }],
      },
    ],
  },
  {
    name: "histogram",
    examples: {
      "histogram": histogram([...scattered(500), NaN], { title: "Scattered", bins: 10 }),
    },
    withText: ({ histogram }, text) =>
      histogram([1, 2, 2, 3], { bins: 3, title: text, x: text, y: text }),
    gallery: [
      {
        heading: "Histogram",
        prose: "Ten thousand values in forty bars.",
        code: `const golden = (Math.sqrt(5) - 1) / 2;
const values = Array.from({ length: 10_000 }, (_, i) => gelu(6 * ((i * golden) % 1) - 3));
await show(actbook.histogram(values, { title: "GELU of even inputs", x: "gelu(x)" }));`,
        seen: [{ chart: { rect: 40 } }],
      },
    ],
  },
  {
    name: "boxPlot",
    examples: {
      "boxes": boxPlot(samples, { title: "Boxes", x: { title: "time", unit: "ms" } }),
      "violins": boxPlot(samples, { title: "Violins", shape: "violin" }),
    },
    withText: ({ boxPlot }, text) =>
      boxPlot([{ title: text, values: [1, 2, 3, 9] }, { title: "b", values: [2] }], {
        title: text,
        x: text,
        y: text,
      }),
    gallery: [
      {
        heading: "Box plot",
        prose: "The final losses of repeated runs: quartiles, whiskers, and what lies beyond.",
        code: `const runs = [relu, gelu, silu].map((f, k) => ({
  title: f.title,
  values: Array.from({ length: 40 }, (_, i) => 0.3 - k / 50 + f((i * golden) % 1 - 0.5) ** 3),
}));
await show(actbook.boxPlot(runs, { x: "loss" }));`,
        seen: [{ chart: { symbol: 23 } }],
      },
      {
        heading: "Violins",
        prose: "The same runs: the wider, the more of them have that loss.",
        code: `await show(actbook.boxPlot(runs, { x: "loss", shape: "violin" }));`,
        seen: [{ chart: { area: 3 } }],
      },
    ],
  },
  {
    name: "ecdf",
    examples: { "shares": ecdf(samples, { title: "Shares" }) },
    withText: ({ ecdf }, text) =>
      ecdf([{ title: text, values: [1, 2, 3] }, { title: "b", values: [2] }], {
        title: text,
        x: text,
        y: text,
      }),
    gallery: [
      {
        heading: "Shares of values",
        prose: "The same runs: how many of them have at most that loss.",
        code: `await show(actbook.ecdf(runs, { x: "loss" }));`,
        seen: [{ chart: { line: 3 } }],
      },
    ],
  },
  {
    name: "bars",
    examples: {
      "bars": bars(
        [{ title: "a", value: 3 }, { title: "b", value: 5 }, { title: "c", value: NaN }],
        {
          title: "Bars",
          sorted: true,
          x: { title: "time", unit: "ns" },
        },
      ),
      "grouped bars": bars(
        ["a", "b"].flatMap((title, i) => [
          { title, group: "one", value: 1 + i },
          { title, group: "two", value: 2 + i },
        ]),
      ),
      "logarithmic bars": bars([{ title: "a", value: 1e-9 }, { title: "b", value: 0.1 }], {
        scale: "log",
      }),
    },
    withText: ({ bars }, text) =>
      bars([{ title: text, value: 1, group: text }, { title: "b", value: 2, group: "b" }], {
        title: text,
        x: text,
        y: text,
      }),
    gallery: [
      {
        heading: "Bars",
        prose: "The value of each at -1, the largest first.",
        code: `const bars = [relu, gelu, silu, tanh].map((f) => ({ title: f.title, value: f(-1) }));
await show(actbook.bars(bars, { sorted: true, x: "f(-1)" }));`,
        seen: [{ chart: { rect: 4, text: 4 } }],
      },
    ],
  },
  {
    name: "paretoChart",
    examples: {
      "front": pareto([...candidates, { title: "zero", cost: 1, error: 0 }], { title: "Front" }),
    },
    withText: ({ pareto }, text) =>
      pareto([{ title: text, cost: 1, error: 0.1 }, { title: "b", cost: 2, error: 0.2 }], {
        title: text,
        x: text,
        y: text,
      }),
    gallery: [
      {
        heading: "Error against cost",
        prose: "Candidates on the line are beaten by none.",
        code: `await show(actbook.pareto([
  { title: "ReLU", cost: 1, error: 0.17 },
  { title: "sigmoid form", cost: 20, error: 0.02 },
  { title: "tanh form", cost: 24, error: 0.0005 },
  { title: "beaten", cost: 30, error: 0.001 },
], { x: { title: "cost", unit: "operations" } }));`,
        seen: [{ chart: { line: 1, symbol: 4 } }],
      },
    ],
  },
  {
    name: "numberLine",
    examples: {
      "number line": numberLine([
        { x: 0, title: "zero", kind: "zero" },
        { x: -1.2784645, title: "minimum", kind: "minimum" },
        { x: -1.2, title: "another minimum", kind: "minimum" },
      ], { title: "Points" }),
    },
    withText: ({ numberLine }, text) =>
      numberLine([{ x: 1, title: text, kind: text }, { x: 2, title: "b", kind: "b" }], {
        title: text,
        x: text,
      }),
    gallery: [
      {
        heading: "Number line",
        prose: "Where things happen.",
        code: `await show(actbook.numberLine([
  { x: -0.7518, title: "minimum of GELU", kind: "minimum" },
  { x: -1.2785, title: "minimum of SiLU", kind: "minimum" },
  { x: 0, title: "corner of ReLU", kind: "kink" },
]));`,
        seen: [{ chart: { symbol: 3, rule: 3 } }],
      },
    ],
  },
  {
    name: "chart",
    examples: {
      "a spec as it is": chart({
        title: "Squares",
        data: { values: [{ x: 1, y: 1 }, { x: 2, y: 4 }] },
        mark: "bar",
        encoding: {
          x: { field: "x", type: "ordinal" },
          y: { field: "y", type: "quantitative" },
        },
      }),
    },
    withText: ({ chart }, text) =>
      chart({
        title: { text, subtitle: text },
        data: { values: [{ name: text, n: 1 }, { name: "b", n: 2 }] },
        mark: { type: "bar", tooltip: true },
        encoding: {
          x: { field: "n", type: "quantitative", title: text },
          y: { field: "name", type: "nominal" },
          color: { field: "name", type: "nominal" },
        },
      }),
    gallery: [
      {
        heading: "Any Vega-Lite chart",
        prose: "Five bars, one for each number.",
        code: `const squares = actbook.chart({
  title: "Squares",
  data: { values: [1, 2, 3, 4, 5].map((n) => ({ n, square: n * n })) },
  mark: "bar",
  encoding: {
    x: { field: "n", type: "ordinal", axis: { labelAngle: 0 } },
    y: { field: "square", type: "quantitative" },
  },
});
await show(squares);`,
        seen: [{ chart: { rect: 5 } }],
      },
    ],
  },
];
