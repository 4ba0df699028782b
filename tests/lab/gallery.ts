/**
 * The gallery: a notebook with every kind of output there is, and what a reader must see of each.
 * `deno run -A tests/lab/gallery.ts` writes its cells to gallery.ipynb.
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import { notebookOf } from "./_ipynb.ts";

/** What a reader must see of one output. */
export type Seen =
  /** A chart with these marks; `controls` counts sliders and menus, 0 if not given. */
  | { readonly chart: Readonly<Record<string, number>>; readonly controls?: number }
  /** A picture that a script makes live where scripts run. */
  | { readonly live: true }
  /** A still picture. */
  | { readonly picture: true }
  /** A table; a row of totals is not counted. Any number of rows if none is given. */
  | { readonly table: { readonly rows?: number; readonly columns: number }; readonly totals?: true }
  | { readonly formulas: number }
  | { readonly text: string }
  /** Scripts for others, nothing to see. */
  | { readonly nothing: true };

/** One kind of output. */
export interface Entry {
  readonly heading: string;
  /** What to see in it. */
  readonly prose: string;
  readonly code: string;
  readonly seen: readonly Seen[];
}

/** What the cells below use. */
const setup = `import * as actbook from "@actbook/actbook";
import { gelu, geluSigmoid, geluTanh, relu, show, silu, tanh } from "@actbook/actbook";`;

const curves: readonly Entry[] = [
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
    heading: "Small multiples",
    prose: "Functions and their derivatives in panels of their own. A jump is a gap.",
    code: `await show(actbook.plot([relu, silu], { derivatives: 2 }));`,
    seen: [{ chart: { line: 6 } }],
  },
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
];

const plane: readonly Entry[] = [
  {
    heading: "Heat map",
    prose: "The error of x σ(kx) over x and k: the pale valley is where it is least.",
    code: `const error = (x: number, k: number) => x / (1 + Math.exp(-k * x)) - gelu(x);
const grid = actbook.gridOf(error, { x: [-4, 4], y: [1.4, 2], count: 30 });
const titles = { x: "x", y: "k", z: "error", title: "Error of x σ(kx)" };
await show(actbook.heatMap(grid, titles));`,
    seen: [{ chart: { rect: 900 } }],
  },
  {
    heading: "Surface",
    prose: "The same grid. It turns where the front end knows Plotly; elsewhere it is a heat map.",
    code: `await show(actbook.surface(grid, titles));`,
    seen: [{ chart: { rect: 900 } }],
  },
];

const sets: readonly Entry[] = [
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
  {
    heading: "Histogram",
    prose: "Ten thousand values in forty bars.",
    code: `const golden = (Math.sqrt(5) - 1) / 2;
const values = Array.from({ length: 10_000 }, (_, i) => gelu(6 * ((i * golden) % 1) - 3));
await show(actbook.histogram(values, { title: "GELU of even inputs", x: "gelu(x)" }));`,
    seen: [{ chart: { rect: 40 } }],
  },
  {
    heading: "Bars",
    prose: "The value of each at -1, the largest first.",
    code: `const bars = [relu, gelu, silu, tanh].map((f) => ({ title: f.title, value: f(-1) }));
await show(actbook.bars(bars, { sorted: true, x: "f(-1)" }));`,
    seen: [{ chart: { rect: 4, text: 4 } }],
  },
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
  {
    heading: "Charts together",
    prose: "Beside each other, and on top of each other.",
    code: `const small = { width: 220, height: 160 };
const [one, two] = [relu, gelu].map((f) => actbook.plot(f, { ...small, title: f.title }));
await show(actbook.beside([one, two]), actbook.layered([one, two]));`,
    seen: [{ chart: { line: 2 } }, { chart: { line: 2 } }],
  },
];

const looks: readonly Entry[] = [
  {
    heading: "Themes",
    prose: "The same chart for dark pages and for paper.",
    code: `const chart = actbook.plot([relu, gelu, silu], { title: "Three activations" });
await show(chart.with({ theme: "dark" }), chart.with({ theme: "print" }));`,
    seen: [{ chart: { line: 3 } }, { chart: { line: 3 } }],
  },
  {
    heading: "Still pictures",
    prose: "PNG, the same on every machine, for readers that take nothing else.",
    code: `await show(chart.with({ renderer: "png" }));`,
    seen: [{ picture: true }],
  },
  {
    heading: "HTML for a page",
    prose: "Interactive in a page made by nbconvert; a still picture where no script runs.",
    code: `await show(actbook.chartScripts(), chart.with({ renderer: "html" }));`,
    seen: [{ nothing: true }, { live: true }],
  },
  {
    heading: "A surface for a page",
    prose: "It turns where scripts run.",
    code: `await show(actbook.surfaceScripts(), actbook.surface(grid, { ...titles, html: true }));`,
    seen: [{ nothing: true }, { live: true }],
  },
];

const texts: readonly Entry[] = [
  {
    heading: "Table",
    prose: "Numbers stand at the point; what is not finite is shown as it is.",
    code: `const rows = [relu, gelu, tanh].map((f, i) => ({
  name: f.title,
  formula: actbook.formula(f.tex),
  "at -1": f(-1),
  other: [NaN, -0, 1.25e-17][i],
}));
await show(actbook.table(rows, { caption: "Three activations" }));`,
    seen: [{ table: { rows: 3, columns: 4 } }],
  },
  {
    heading: "Table with groups, units, colours and totals",
    prose: "The largest first; the deeper the colour, the larger the error.",
    code: `const names = ["geluTanh", "geluSigmoid", "relu"] as const;
const measured = actbook.compare(gelu, names.map((name) => actbook.activations[name])).errors;
const sizes = measured.map(({ candidate, value, derivative }) => ({
  candidate,
  f: Math.abs(value.max.error),
  derivative: Math.abs(derivative!.max.error),
}));
await show(actbook.table(sizes, {
  caption: "Largest errors against GELU",
  columns: [
    "candidate",
    { key: "f", title: "f", spanner: "largest error of", heat: { scale: "log" } },
    { key: "derivative", title: "f′", spanner: "largest error of", heat: { scale: "log" } },
  ],
  sort: "-f",
  totals: { f: "max", derivative: "max" },
}));`,
    seen: [{ table: { rows: 3, columns: 3 }, totals: true }],
  },
  {
    heading: "A table that is too long",
    prose: "It is cut, and says so.",
    code: `const long = Array.from({ length: 2000 }, (_, n) => ({ n, square: n * n }));
await show(actbook.table(long, { limit: 4096 }));`,
    seen: [{ text: "of 2000 rows" }],
  },
  {
    heading: "Formula",
    prose: "Typeset, on a line of its own.",
    code: "await show(actbook.formula(gelu.derivative.tex));",
    seen: [{ formulas: 1 }],
  },
  {
    heading: "Derivation",
    prose: "Each step with its reason, and checked at points.",
    code: `await show(actbook.derivation([
  { tex: String.raw\`\\tanh u\`, f: tanh },
  {
    tex: String.raw\`\\frac{e^u - e^{-u}}{e^u + e^{-u}}\`,
    because: "by definition",
    f: (u) => (Math.exp(u) - Math.exp(-u)) / (Math.exp(u) + Math.exp(-u)),
  },
  {
    tex: String.raw\`2\\,\\sigma(2u) - 1\`,
    because: "divided by $e^u$",
    f: (u) => 2 * actbook.sigmoid(2 * u) - 1,
  },
]));`,
    seen: [{ formulas: 1 }],
  },
  {
    heading: "Progress",
    prose: "One line, which changed while the cell ran.",
    code: `const work = actbook.progress(50, { title: "squares", unit: "numbers" });
for (let n = 0; n < 50; n++) await work.advance();
await work.finish();`,
    seen: [{ text: "squares" }],
  },
  {
    heading: "Markdown",
    prose: "Text that a cell computes.",
    code: "await show(actbook.markdown(`The square of 12 is **${12 ** 2}**.`));",
    seen: [{ text: "The square of 12 is 144" }],
  },
  {
    heading: "Plain values",
    prose: "As the console would print them.",
    code: `await show("gelu(1) and gelu′(1):", [gelu(1), gelu.derivative(1)]);`,
    seen: [{ text: "gelu(1) and" }, { text: "0.84134474" }],
  },
  {
    heading: "Group",
    prose: "As the last value of a cell it is one output with still pictures.",
    code: `actbook.group(actbook.markdown("Two things:"), actbook.formula("x^2"), squares);`,
    seen: [{ picture: true }],
  },
  {
    heading: "Card",
    prose: "All about one activation, from its formula to where it is from.",
    code: `await show(gelu.card);`,
    seen: [
      { text: "GELU" },
      { formulas: 1 },
      { formulas: 1 },
      { chart: { line: 2 } },
      { table: { columns: 2 } },
      { text: "Hendrycks" },
    ],
  },
  {
    heading: "The catalogue",
    prose: "All activations, each with its derivative.",
    code: `await show(actbook.catalogue.card);`,
    seen: [
      { chart: { line: 2 * Object.keys(activations).length } },
      { table: { rows: Object.keys(activations).length, columns: 7 } },
    ],
  },
  {
    heading: "The audit",
    prose: "What the article says, and whether it is so.",
    code: `await show(actbook.audit());`,
    seen: [{ table: { columns: 5 } }],
  },
];

/** Every kind of output. */
export const entries: readonly Entry[] = [...curves, ...plane, ...sets, ...looks, ...texts];

const introduction = `# Gallery

Every kind of output that the display has. The tests open this notebook in a real JupyterLab, in a
real browser, and look at each output.`;

/** The place of the cell of an entry among all cells. */
export function cellOf(entry: number): number {
  return 3 + 2 * entry;
}

/** The cells of the gallery notebook, without outputs. */
export function galleryNotebook(): string {
  return notebookOf([
    introduction,
    { code: setup },
    ...entries.flatMap(({ heading, prose, code }) => [`## ${heading}\n\n${prose}`, { code }]),
  ]);
}

if (import.meta.main) {
  await Deno.writeTextFile(`${import.meta.dirname}/gallery.ipynb`, galleryNotebook());
}
