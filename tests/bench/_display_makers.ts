/** What is timed: each kind as a reader would make it, data included. */

import type { Chart } from "@actbook/actbook";

/** The module, of this checkout or of another. */
export type Actbook = typeof import("@actbook/actbook");

const points = (count: number) =>
  Array.from({ length: count }, (_, i) => [Math.sin(i * 7.3) * 5, Math.cos(i * 3.1) * 3] as const);
const [some, many] = [points(1_500), points(60_000)];
const bar = Array.from({ length: 12 }, (_, i) => ({ title: `bar ${i}`, value: i - 3 }));
const rows = Array.from({ length: 500 }, (_, i) => ({
  name: `row ${i}`,
  a: i / 7,
  b: i * 1e-7,
  c: i % 5 ? i : NaN,
}));
const marked = [
  { x: 0, title: "zero", kind: "zero" },
  { x: -1.2784645, title: "minimum", kind: "minimum" },
  { x: -1.2, title: "another minimum", kind: "minimum" },
];

/** Charts, which are not drawn before they are shown. */
export function charts(actbook: Actbook): Readonly<Record<string, () => Chart>> {
  const { bars, curves, gelu, gridOf, heatMap, histogram, numberLine, plot } = actbook;
  const { relu, scatter, silu, sliderChart, ulpChart } = actbook;
  const four = (["a", "b", "c", "d"] as const)
    .map((group, i) => ({ title: group, group, f: (x: number) => Math.sin(i * x) }));
  return {
    "curves of two functions": () =>
      curves([{ title: "tanh", f: Math.tanh }, { title: "sin", f: Math.sin }]),
    "curves in four panels": () => curves(four),
    "curve of 60,000 points": () =>
      curves([{ title: "many", points: many.map(([x], i) => [i, x] as const) }]),
    "plot of three activations": () => plot([relu, gelu, silu]),
    "scatter plot of 1,500 points": () => scatter([{ title: "some", points: some }]),
    "scatter plot of 60,000 points": () => scatter([{ title: "many", points: many }]),
    "histogram of 60,000 numbers": () => histogram(many.map(([x]) => x)),
    "twelve bars": () => bars(bar),
    "heat map": () => heatMap(gridOf((x, y) => Math.sin(x) * y, { x: [-2, 2], y: [-2, 2] })),
    "ulps of 60,000 points": () => ulpChart([{ title: "many", points: many }]),
    "number line": () => numberLine(marked),
    "slider": () =>
      sliderChart([{ title: "swish", expression: "x / (1 + exp(-beta * x))" }], {
        sliders: [{ name: "beta", min: 0, max: 5, value: 1 }],
      }),
  };
}

/** What is written, in every format. */
export function texts({ audit, gelu, table }: Actbook): Readonly<Record<string, () => unknown>> {
  const audited = audit();
  const bundle = (one: object) =>
    (one as Record<symbol, () => unknown>)[Symbol.for("Jupyter.display")]();
  return {
    "table of 150 rows": () => table(rows.slice(0, 150)).bundle(),
    "table of 500 rows": () => table(rows).bundle(),
    "the audit, run": () => audit(),
    "the audit, written": () => bundle(audited),
    "the card of GELU, drawn": () => bundle(gelu.card),
  };
}
