/**
 * The gallery: a notebook with every kind of output there is, and what a reader must see of each.
 * `deno run -A tests/lab/gallery.ts` writes its cells to gallery.ipynb.
 *
 * @module
 */

import { notebookOf } from "./_ipynb.ts";

/** What a reader must see of one output. */
export type Seen =
  /** A chart with at least these marks; `controls` counts sliders and menus, 0 if not given. */
  | { readonly chart: Readonly<Record<string, number>>; readonly controls?: number }
  | { readonly table: { readonly rows: number; readonly columns: number } }
  | { readonly formulas: number }
  /** A still picture. */
  | { readonly picture: true }
  | { readonly text: string };

/** One kind of output. */
export interface Entry {
  readonly heading: string;
  /** What to see in it. */
  readonly prose: string;
  readonly code: string;
  readonly seen: readonly Seen[];
}

/** What the cells below use. */
const setup =
  `import { chart, curves, formula, group, markdown, show, table } from "@actbook/actbook";

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const relu = (x: number) => Math.max(0, x);`;

/** Every kind of output. */
export const entries: readonly Entry[] = [
  {
    heading: "Curves",
    prose: "Three curves in one picture. Pointing at one shows its values; dragging moves it.",
    code: `const three = [
  { title: "ReLU", f: relu, corners: [0] },
  { title: "sigmoid", f: sigmoid },
  { title: "tanh", f: Math.tanh, dashed: true },
];
await show(curves(three, { title: "Three activations", y: "f(x)" }));`,
    seen: [{ chart: { line: 3 } }],
  },
  {
    heading: "Small multiples",
    prose: "A function and its derivative in panels of their own. The jump at 0 is a gap.",
    code: `await show(curves([
  { title: "ReLU", f: relu, corners: [0], group: "f" },
  { title: "ReLU", f: (x) => x < 0 ? 0 : 1, jumps: [0], group: "f′" },
]));`,
    seen: [{ chart: { line: 2 } }],
  },
  {
    heading: "Any Vega-Lite chart",
    prose: "Five bars, one for each number.",
    code: `await show(chart({
  title: "Squares",
  data: { values: [1, 2, 3, 4, 5].map((n) => ({ n, square: n * n })) },
  mark: "bar",
  encoding: {
    x: { field: "n", type: "ordinal" },
    y: { field: "square", type: "quantitative" },
  },
}));`,
    seen: [{ chart: { rect: 5 } }],
  },
  {
    heading: "Table",
    prose: "Numbers stand at the point; what is not finite is shown as it is.",
    code: `const rows = [
  { name: "ReLU", f: formula(String.raw\`\\max(0, x)\`), least: -0, error: NaN },
  { name: "sigmoid", f: formula(String.raw\`\\frac{1}{1 + e^{-x}}\`), least: 0, error: 1.25e-17 },
  { name: "tanh", f: formula(String.raw\`\\tanh x\`), least: -1, error: 12.5 },
];
await show(table(rows, { caption: "Three activations" }));`,
    seen: [{ table: { rows: 3, columns: 4 } }],
  },
  {
    heading: "Formula",
    prose: "Typeset, on a line of its own.",
    code:
      "await show(formula(String.raw`\\int_{-\\infty}^{x} \\frac{e^{-t^2/2}}{\\sqrt{2\\pi}}\\,dt`));",
    seen: [{ formulas: 1 }],
  },
  {
    heading: "Markdown",
    prose: "Text that a cell computes.",
    code: "await show(markdown(`The square of 12 is **${12 ** 2}**, and $x^2 \\\\ge 0$.`));",
    seen: [{ text: "The square of 12 is 144" }],
  },
  {
    heading: "Group",
    prose: "As the last value of a cell it is one output with still pictures.",
    code:
      `group(markdown("Two things:"), formula("x^2"), curves([{ title: "x²", f: (x) => x * x }]));`,
    seen: [{ picture: true }],
  },
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
