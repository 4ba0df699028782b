import { curves } from "../../../src/display/charts/curves.ts";
import { errorChart } from "../../../src/display/charts/error_chart.ts";
import { sliderChart } from "../../../src/display/charts/slider_chart.ts";
import { ulpChart } from "../../../src/display/charts/ulp_chart.ts";
import { ramp, scattered, step } from "./_data.ts";
import type { ChartKind } from "./_kind.ts";

const ulps = scattered(400).map((u, i) => [(u - 0.5) * 2 ** (i % 9 - 4), u * 2] as const);

/** Kinds that draw functions. */
export const functions: readonly ChartKind[] = [
  {
    name: "curves",
    examples: {
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
      "a table over time": curves(
        [0, 1, 2, 3].map((day) => ({
          day: new Date(Date.UTC(2024, 4, 1 + day)),
          price: day === 2 ? null : day * day,
          market: day % 2 ? "odd" : "even",
        })),
        { x: "day", y: { column: "price", unit: "EUR" }, colour: "market" },
      ),
      "a band and error bars": curves([
        { title: "band", points: [[0, 1], [1, 2]], band: [[0, 0.5, 1.5], [1, 1, 3]] },
        { title: "bars", points: [[0, 2], [1, 3]], bars: [[0, 1, 3], [1, 2.5, 3.5]] },
      ]),
      "poles": curves([{ title: "tan", f: Math.tan }], { count: 40 }),
      "thinned curve": curves([{
        title: "wave",
        points: Array.from({ length: 20_000 }, (_, i) => [i, Math.round(50 * Math.sin(i / 900))]),
      }], { title: "Wave", x: { title: "time", unit: "ms" }, width: 60 }),
    },
    withText: ({ curves }, text) =>
      curves([
        { title: text, f: (x) => x, group: text },
        { title: "b", f: (x) => -x, group: "b" },
      ], { title: text, x: text, y: text, count: 4 }),
    gallery: [
      {
        heading: "Curves",
        prose: "Three curves in one picture. Pointing at one shows its values; dragging moves it.",
        code: `const three = [
  { title: "ReLU", f: relu, corners: [0] },
  { title: "GELU", f: gelu },
  { title: "tanh", f: tanh, dashed: true },
];
await show(actbook.curves(three, { title: "Three activations", y: "f(x)" }));`,
        seen: [{ chart: { line: 3 } }],
      },
      {
        heading: "A table over time",
        prose:
          "Columns of a table by name: a curve for each market, with a gap where a price is not.",
        code: `const prices = ["north", "south"].flatMap((market, k) =>
  Array.from({ length: 60 }, (_, i) => ({
    market,
    day: new Date(Date.UTC(2024, 0, 1 + i)),
    price: i === 30 ? null : 20 + 5 * k + 3 * Math.sin(i / 7 + k),
  }))
);
await show(actbook.curves(prices, { x: "day", y: "price", colour: "market" }));`,
        seen: [{ chart: { line: 2 } }],
      },
      {
        heading: "A band and error bars",
        prose: "What repeated runs are between, and what single values are between.",
        code: `const steps = Array.from({ length: 12 }, (_, i) => i);
const means = steps.map((i) => [i, 1 / (1 + i)] as const);
const spans = steps.map((i) => [i, 0.8 / (1 + i), 1.3 / (1 + i)] as const);
const above = (by: number) => (points: readonly (readonly number[])[]) =>
  points.map(([x, ...ys]) => [x, ...ys.map((y) => y + by)] as never);
await show(actbook.curves([
  { title: "with a band", points: means, band: spans },
  { title: "with error bars", points: above(0.5)(means), bars: above(0.5)(spans) },
], { x: "step", y: "loss" }));`,
        seen: [{ chart: { line: 2, area: 1, rule: 12 } }],
      },
      {
        heading: "Jumps and poles",
        prose: "Found where nothing is known of a function: gaps, and no slopes.",
        code: `await show(actbook.plot([Math.floor, Math.tan], { domain: [-3, 3] }));`,
        seen: [{ chart: { line: 2 } }],
      },
      {
        heading: "Small multiples",
        prose: "Functions and their derivatives in panels of their own. A jump is a gap.",
        code: `await show(actbook.plot([relu, silu], { derivatives: 2 }));`,
        seen: [{ chart: { line: 6 } }],
      },
    ],
  },
  {
    name: "errorChart",
    examples: {
      "signed error": errorChart([{ title: "cubic", f: (x) => x ** 3 / 1e6 }], {
        title: "Error",
        count: 20,
      }),
      "size of error": errorChart([{ title: "cubic", f: (x) => x ** 3 / 1e6 }], {
        title: "Error",
        scale: "log",
        count: 20,
      }),
    },
    withText: ({ errorChart }, text) =>
      errorChart([{ title: text, f: (x) => x }, { title: "b", f: (x) => -x }], {
        title: text,
        x: text,
        y: text,
        count: 4,
      }),
    gallery: [
      {
        heading: "Signed error",
        prose: "Which way an approximation is wrong, and where.",
        code: `const errors = [geluTanh, geluSigmoid].map((f) => ({
  title: f.title,
  f: (x: number) => f(x) - gelu(x),
}));
await show(actbook.errorChart(errors, { domain: [-5, 5], title: "Error of two approximations" }));`,
        seen: [{ chart: { line: 2 } }],
      },
      {
        heading: "Size of the error",
        prose: "The same on a logarithmic axis: the zeros of the error are the dips.",
        code: `await show(actbook.errorChart(errors, { domain: [-5, 5], scale: "log" }));`,
        seen: [{ chart: { line: 2 } }],
      },
    ],
  },
  {
    name: "ulpChart",
    examples: {
      "ulp errors": ulpChart([{ title: "exp", points: ulps }, {
        title: "log",
        points: ulps.map(([x, u]) => [x, u / 2]),
      }], { title: "Ulps" }),
      "large ulp errors": ulpChart([{ title: "bad", points: ulps.map(([x, u]) => [x, u * 1e4]) }]),
    },
    withText: ({ ulpChart }, text) =>
      ulpChart([{ title: text, points: [[1, 1], [2, 3]] }, { title: "b", points: [[1, 2]] }], {
        title: text,
        x: text,
        y: text,
      }),
    gallery: [
      {
        heading: "Units in the last place, by binade",
        prose:
          "Eight binades of each sign, one bar each: the approximation loses all digits on the left.",
        code: `const inputs = Array.from({ length: 8 * 16 }, (_, i) => 2 ** (i / 16 - 4));
const points = [...inputs.map((x) => -x), ...inputs].map((x) =>
  [x, (geluTanh(x) - gelu(x)) / 2 ** -24 / Math.abs(gelu(x))] as const
);
await show(actbook.ulpChart([{ title: "GELU (tanh) in float32", points }]));`,
        seen: [{ chart: { rule: 16, symbol: 16 } }],
      },
    ],
  },
  {
    name: "sliderChart",
    examples: {
      "sliders": sliderChart([
        { title: "swish", expression: "x / (1 + exp(-beta * x))" },
        { title: "ramp", f: ramp, dashed: true },
      ], {
        title: "Swish",
        sliders: [{ name: "beta", title: "β", min: 0, max: 5, value: 1 }],
        reference: "ramp",
        count: 20,
      }),
    },
    withText: ({ sliderChart }, text) =>
      sliderChart([{ title: text, expression: "a * x" }, { title: "b", f: (x) => x }], {
        sliders: [{ name: "a", title: text, min: 0, max: 1, value: 1 }],
        count: 4,
        title: text,
        x: text,
        y: text,
      }),
    gallery: [
      {
        heading: "Curves with sliders",
        prose: "The slider moves the curve; the page computes it.",
        code: `await show(actbook.sliderChart([
  { title: "swish", expression: "x / (1 + exp(-beta * x))" },
  { title: "ReLU", f: relu, dashed: true },
], {
  title: "From a line to a corner",
  sliders: [{ name: "beta", title: "β", min: 0, max: 8, value: 1 }],
  range: [-2, 4],
}));`,
        seen: [{ chart: { line: 2 }, controls: 1 }],
      },
      {
        heading: "Sliders, and the difference from a reference",
        prose: "Two sliders for the two constants; the panel below shows the error of the moment.",
        code: `await show(actbook.sliderChart([
  { title: "GELU", f: gelu },
  {
    title: "approximation",
    expression: "x / (1 + exp(-2 * (a * x + b * x * x * x)))",
    dashed: true,
  },
], {
  reference: "GELU",
  sliders: [
    { name: "a", min: 0.6, max: 1, value: 0.8, step: 0.001 },
    { name: "b", min: 0, max: 0.1, value: 0.036, step: 0.001 },
  ],
}));`,
        seen: [{ chart: { line: 3 }, controls: 2 }],
      },
    ],
  },
];
