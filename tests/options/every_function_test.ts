/**
 * Every public function that takes options checks them. Which functions do is read from `deno doc`,
 * so that a new one without an entry here fails, and one without a check fails too.
 */

import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import * as actbook from "@actbook/actbook";
import * as approximation from "@actbook/actbook/approximation";
import { evaluateRows } from "@actbook/actbook/arrays";
import * as comparison from "@actbook/actbook/comparison";
import * as display from "@actbook/actbook/display";
import { exporterOf } from "@actbook/actbook/export";
import { fitNetwork, network, replaceActivation } from "@actbook/actbook/network";
import * as notebook from "@actbook/actbook/notebook";
import { readTable } from "@actbook/actbook/reading";
import {
  densityOf,
  design,
  fitPieces,
  lookupTable,
  pieceRecipe,
  quantisedTable,
  roundParameters,
  tableRecipe,
} from "@actbook/actbook/workbench";
import * as widgets from "@actbook/actbook/widgets";

// deno-lint-ignore no-explicit-any -- options that are wrong on purpose have no type
type Call = (options: any) => unknown;

const { chart, gelu, geluTanh, relu } = actbook;
const spec = { data: { values: [{ x: 1 }] }, mark: "point" } as const;
const grid = { x: [0, 1], y: [0, 1], z: [[1, 2], [3, 4]] };
const curve = { title: "half", f: (x: number) => x / 2 };
const random = () => 0.5;
const small = network({ widths: [1, 1], activation: relu, random });
const fitted = {
  target: gelu,
  family: actbook.sigmoidGate({ degree: 1 }),
  domain: [-1, 1] as const,
};
const translation = "<!-- translates ../a.ipynb into zh-CN -->";
const cells = JSON.stringify({ cells: [], nbformat: 4 });

/** Each function with the rest of its arguments, and the options that it must be given. */
const calls: Readonly<Record<string, readonly [Call, object?]>> = {
  anyWidget: [widgets.anyWidget, { module: "" }],
  slider: [widgets.slider],
  boxPlot: [(options) => display.boxPlot([{ title: "one", values: [1, 2] }], options)],
  densityOf: [(options) => densityOf([1, 2], options)],
  design: [(options) => design(options), { target: gelu, format: "bfloat16" }],
  fitPieces: [(options) => fitPieces(options), { target: gelu, degree: 1, pieces: 2 }],
  pieceRecipe: [(options) => pieceRecipe(options), { degree: 1, pieces: 2 }],
  tableRecipe: [(options) => tableRecipe(options), { entries: 4 }],
  lookupTable: [(options) => lookupTable(options), { target: gelu, entries: 4 }],
  quantisedTable: [
    (options) => quantisedTable(options),
    { target: gelu, bits: 8, input: { scale: 1 }, output: { scale: 1 } },
  ],
  ecdf: [(options) => display.ecdf([{ title: "one", values: [1, 2] }], options)],
  proveError: [
    (options) => approximation.proveError(approximation.fitFamily(fitted), gelu, options),
    { domain: [0, 1] },
  ],
  readTable: [(options) => readTable("none.csv", options)],
  roundParameters: [
    (options) => roundParameters(approximation.fitFamily(fitted), options),
    { format: "float32" },
  ],
  bars: [(options) => actbook.bars([{ title: "one", value: 1 }], options)],
  below: [(options) => actbook.below([chart(spec)], options)],
  beside: [(options) => actbook.beside([chart(spec)], options)],
  certify: [(options) => actbook.certify(gelu, geluTanh, options), { format: "float16" }],
  chart: [(options) => chart(spec, options)],
  checkNotebook: [(options) => notebook.checkNotebook("none.ipynb", options)],
  compare: [(options) => actbook.compare(gelu, geluTanh, options)],
  countDifferences: [
    (options) => comparison.countDifferences(gelu, geluTanh, options),
    { format: "float16" },
  ],
  countGradientDifferences: [
    (options) => comparison.countGradientDifferences(gelu, geluTanh, options),
    { format: "float16" },
  ],
  curves: [(options) => actbook.curves([curve], options)],
  defineActivation: [actbook.defineActivation, { id: "mine", f: (x: number) => x }],
  derivation: [(options) => actbook.derivation([{ tex: "x" }], options)],
  errorChart: [(options) => actbook.errorChart([curve], options)],
  evaluate: [(options) => actbook.evaluate(gelu, [1], options)],
  evaluateRows: [
    (options) => evaluateRows(actbook.softmax, new Float32Array(2), options),
    { width: 2 },
  ],
  executeNotebook: [(options) => notebook.executeNotebook(notebook.parseNotebook(cells), options)],
  exp2Tail: [actbook.exp2Tail, { degree: 1 }],
  exportCode: [
    (options) => actbook.exportCode({ family: fitted.family, parameters: { k1: 1 } }, options),
    { language: "c" },
  ],
  expressionToTex: [
    (options) => approximation.expressionToTex({ kind: "number", value: 1 }, options),
  ],
  extrema: [(options) => actbook.extrema(gelu, [-1, 1], options)],
  family: [actbook.family, { title: "a·x", start: { a: 1 }, f: (x: number) => x }],
  findNotebooks: [(options) => notebook.findNotebooks(["."], options)],
  exporterOf: [(options) => exporterOf([], options), { to: "md" }],
  fit: [actbook.fit, fitted],
  fitFamily: [approximation.fitFamily, fitted],
  fitNetwork: [
    (options) => fitNetwork(small, [{ input: [1], target: [1] }], options),
    { steps: 1, rate: 0.1, random },
  ],
  gridOf: [(options) => actbook.gridOf((x, y) => x + y, options), { x: [0, 1], y: [0, 1] }],
  heatMap: [(options) => actbook.heatMap(grid, options)],
  histogram: [(options) => actbook.histogram([1, 2], options)],
  integrate: [(options) => actbook.integrate(gelu, [0, 1], options)],
  landmarks: [(options) => actbook.landmarks(gelu, options)],
  landscape: [
    (options) => actbook.landscape(small, [{ input: [1], target: [1] }], options),
    { random },
  ],
  layered: [(options) => actbook.layered([chart(spec)], options)],
  measureErrors: [(options) => actbook.measureErrors(gelu, geluTanh, options)],
  network: [network, { widths: [1, 1], activation: relu, random }],
  numberLine: [(options) => actbook.numberLine([{ title: "zero", x: 0 }], options)],
  numericalDerivative: [(options) => actbook.numericalDerivative(gelu, 1, options)],
  pareto: [(options) => actbook.pareto([{ title: "one", cost: 1, error: 1 }], options)],
  paretoChart: [(options) => display.paretoChart([], () => [], options)],
  plot: [(options) => actbook.plot(gelu, options)],
  polynomialFamily: [actbook.polynomialFamily, { degree: 1 }],
  progress: [(options) => actbook.progress(1, options)],
  rationalFamily: [actbook.rationalFamily, { numerator: 1, denominator: 1 }],
  rationalGate: [actbook.rationalGate, { numerator: 1, denominator: 1 }],
  replaceActivation: [
    (options) => replaceActivation(small, relu, [{ input: [1], target: [1] }], options),
  ],
  remez: [(options) => actbook.remez(gelu, options), { domain: [-1, 1], degree: 1 }],
  runNotebook: [(options) => notebook.runNotebook("none.ipynb", options)],
  scatter: [(options) => actbook.scatter([{ title: "one", points: [[1, 1]] }], options)],
  sigmoidGate: [actbook.sigmoidGate, { degree: 1 }],
  sliderChart: [
    (options) => actbook.sliderChart([curve], options),
    { sliders: [{ name: "a", min: 0, max: 1, value: 0 }] },
  ],
  surface: [(options) => actbook.surface(grid, options)],
  surfaceScripts: [actbook.surfaceScripts],
  table: [(options) => actbook.table([{ x: 1 }], options)],
  tanhGate: [actbook.tanhGate, { degree: 1 }],
  ulpChart: [(options) => actbook.ulpChart([{ title: "one", points: [[1, 1]] }], options)],
  valueTable: [(options) => actbook.valueTable(gelu, [1], options)],
  translateFolder: [(options) => notebook.translateFolder("src", options)],
  translateNotebook: [(options) => notebook.translateNotebook(cells, translation, options)],
  stripNotebook: [(options) => notebook.stripNotebook(cells, options)],
  verifyNotebook: [(options) => notebook.verifyNotebook("none.ipynb", options)],
  "Audit.table": [(options) => actbook.audit([]).table(options)],
  "Chart.save": [(options) => chart(spec).save("none.svg", options)],
  "Chart.with": [(options) => chart(spec).with(options)],
  "Comparison.chart": [(options) => actbook.compare(gelu, geluTanh).chart(options)],
  "Kernel.execute": [(options) => notebook.Kernel.prototype.execute("1", options)],
  "VectorActivation()": [(options) => actbook.softmax([1], options)],
  "VectorActivation.vjp": [(options) => actbook.softmax.vjp([1], [1], options)],
  "Kernel.start": [(options) => notebook.Kernel.start(options), { cwd: "." }],
};

/** What takes an object that is no options, or is called from TypeScript only, and why. */
const exempt: Readonly<Record<string, string>> = {
  activation: "a record of the catalogue: the type refuses an incomplete one",
  vectorActivation: "a record of the catalogue",
  installKernel: "called by the command, which checks its own options",
  runConsole: "called by the command",
  serveKernel: "called by the command",
};

interface Parameter {
  readonly kind: string;
  readonly name?: string;
  readonly left?: Parameter;
  readonly tsType?: { readonly kind: string; readonly repr?: string };
}

interface Declaration {
  readonly kind: string;
  readonly def: {
    readonly params?: readonly Parameter[];
    readonly callSignatures?: readonly { readonly params: readonly Parameter[] }[];
    readonly methods?: readonly {
      readonly name: string;
      readonly params?: readonly Parameter[];
      readonly functionDef?: { readonly params: readonly Parameter[] };
    }[];
  };
}

function takesOptions(params: readonly Parameter[] = []): boolean {
  return params.map((parameter) => parameter.left ?? parameter).some(({ kind, name, tsType }) =>
    ["options", "definition"].includes(name ?? "") || /Options$/.test(tsType?.repr ?? "") ||
    (kind === "object" && tsType?.kind === "typeLiteral")
  );
}

/** `plot`, and `Chart.with` for methods: all that take options, behind the doors of these rooms. */
async function functionsWithOptions(): Promise<string[]> {
  const root = new URL("../../", import.meta.url);
  const { exports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  const doors = Object.keys(exports).filter((door) => !["./cli", "./session"].includes(door));
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", ...doors.map((door) => exports[door])],
    cwd: root,
  }).output();
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout)) as {
    nodes: Record<string, { symbols: { name: string; declarations: Declaration[] }[] }>;
  };
  const symbols = Object.values(nodes).flatMap(({ symbols }) => symbols);
  const found = symbols.flatMap(({ name, declarations }) =>
    declarations.flatMap(({ kind, def }) => [
      ...(kind === "function" && takesOptions(def.params) ? [name] : []),
      ...(def?.callSignatures ?? [])
        .filter(({ params }) => takesOptions(params))
        .map(() => `${name}()`),
      ...(def?.methods ?? [])
        .filter(({ params, functionDef }) => takesOptions(params ?? functionDef?.params))
        .map((method) => `${name}.${method.name}`),
    ])
  );
  return [...new Set(found)].filter((name) => !(name in exempt)).sort();
}

Deno.test("every public function with options stands in this test", async () => {
  assertEquals(await functionsWithOptions(), Object.keys(calls).sort());
});

for (const [name, [call, options = {}]] of Object.entries(calls)) {
  const refusal = (more: object) =>
    assertRejects(async () => await call({ ...options, ...more }), TypeError);

  Deno.test(`${name.replace(/\(\)$/, "")}() refuses an option that it does not know, and says which ones it knows`, async () => {
    const { message } = await refusal({ misspelt: 1 });
    const [, known] = message.match(/there is no option misspelt.*: the options are (.+)$/) ?? [];
    assertMatch(known ?? message, /^\w+(, \w+)*$/);
    for (const key of Object.keys(options)) assertStringIncludes(known, key);
    // No option is a symbol.
    for (const key of known.split(", ")) {
      const { message } = await refusal({ [key]: Symbol("wrong") });
      assertMatch(message, new RegExp(`\\b${key}\\b`));
      assertMatch(message, /symbol/i);
    }
  });
}
