import { below, beside, layered } from "../../../src/display/charts/combine.ts";
import { curves } from "../../../src/display/charts/curves.ts";
import { histogram } from "../../../src/display/charts/histogram.ts";
import { sliderChart } from "../../../src/display/charts/slider_chart.ts";
import { ramp, scattered, step } from "./_data.ts";
import type { ChartKind } from "./_kind.ts";

/** Charts made of charts. */
export const combined: readonly ChartKind[] = [
  {
    name: "beside",
    examples: {
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
    },
    withText: ({ beside, curves }, text) =>
      beside([curves([{ title: text, f: (x) => x }], { count: 4 })], { title: text }),
    gallery: [
      {
        heading: "Charts together",
        prose: "Beside each other, and on top of each other.",
        code: `const small = { width: 220, height: 160 };
const [one, two] = [relu, gelu].map((f) => actbook.plot(f, { ...small, title: f.title }));
await show(actbook.beside([one, two]), actbook.layered([one, two]));`,
        seen: [{ chart: { line: 2 } }, { chart: { line: 2 } }],
      },
    ],
  },
  {
    name: "below",
    examples: {
      "below": below([
        curves([{ title: "ramp", f: ramp }], { count: 10 }),
        histogram(scattered(50), { bins: 5 }),
      ]),
    },
    withText: ({ below, curves }, text) =>
      below([curves([{ title: text, f: (x) => x }], { count: 4 })], { title: text }),
    gallery: [],
  },
  {
    name: "layered",
    examples: {
      "layered": layered([
        curves([{ title: "ramp", f: ramp }], { count: 10 }),
        curves([{ title: "step", f: step }], { count: 10 }),
      ]),
    },
    withText: ({ curves, layered }, text) =>
      layered([
        curves([{ title: text, f: (x) => x }], { count: 4 }),
        curves([{ title: "b", f: (x) => x }], { count: 4 }),
      ], { title: text }),
    gallery: [],
  },
];
