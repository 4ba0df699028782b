/** What is timed in making: each kind as a reader would make it, data included. */

import {
  audit,
  bars,
  type Chart,
  curves,
  gelu,
  gridOf,
  heatMap,
  histogram,
  plot,
  relu,
  scatter,
  silu,
  table,
  ulpChart,
} from "@actbook/actbook";

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
const audited = audit();

/** Charts, which are not drawn before they are shown. */
export const charts: Readonly<Record<string, () => Chart>> = {
  "curves of two functions": () =>
    curves([{ title: "tanh", f: Math.tanh }, { title: "sin", f: Math.sin }]),
  "curve of 60,000 points": () =>
    curves([{ title: "many", points: many.map(([x], i) => [i, x] as const) }]),
  "plot of three activations": () => plot([relu, gelu, silu]),
  "scatter plot of 1,500 points": () => scatter([{ title: "some", points: some }]),
  "scatter plot of 60,000 points": () => scatter([{ title: "many", points: many }]),
  "histogram of 60,000 numbers": () => histogram(many.map(([x]) => x)),
  "twelve bars": () => bars(bar),
  "heat map": () => heatMap(gridOf((x, y) => Math.sin(x) * y, { x: [-2, 2], y: [-2, 2] })),
  "ulps of 60,000 points": () => ulpChart([{ title: "many", points: many }]),
};

/** What is written, in every format. */
export const texts: Readonly<Record<string, () => unknown>> = {
  "table of 500 rows": () => table(rows).bundle(),
  "the audit, run": () => audit(),
  "the audit, written": () => audited.table().bundle(),
};
