/**
 * The gallery: a notebook with every kind of output there is, and what a reader must see of each.
 * `deno run -A tests/lab/gallery.ts` writes its cells to gallery.ipynb.
 *
 * @module
 */

import { activations } from "../../src/activations/catalogue.ts";
import type { Entry } from "../display/kinds/_kind.ts";
import { kinds } from "../display/kinds/all.ts";
import { notebookOf } from "./_ipynb.ts";

export type { Entry, Seen } from "../display/kinds/_kind.ts";

/** What the cells below use. */
const setup = `import * as actbook from "@actbook/actbook";
import { gelu, geluSigmoid, geluTanh, relu, show, silu, tanh } from "@actbook/actbook";`;

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
    seen: [{ formulas: 1 }, { text: "2 of 2 steps checked" }],
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
    seen: [{ table: { columns: 3 } }],
  },
];

/** Every kind of output. */
export const entries: readonly Entry[] = [
  ...kinds.flatMap(({ gallery }) => gallery),
  ...looks,
  ...texts,
];

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
