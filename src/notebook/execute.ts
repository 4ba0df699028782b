/**
 * Runs the cells of notebooks from top to bottom.
 *
 * @module
 */

import { dirname, resolve } from "node:path";
import type { CellEnd, CellRunOptions, Engine, EngineOptions } from "./_engine.ts";
import { type Failure, failureOf } from "./_failure.ts";
import { type KernelName, kernelOf } from "./_kernel_of.ts";
import { portableError } from "./_portable.ts";
import { SessionEngine } from "./_session_engine.ts";
import { StockEngine } from "./_stock_engine.ts";
import type { Cell, CellResult, Notebook } from "./ipynb.ts";
import { CellOutputs, Displays, type OutputMessage } from "./outputs.ts";
import { checkOptions } from "../options/check_options.ts";
import { type ExecuteNotebookOptions, executeOptions, type RanCell } from "./_execute_options.ts";

export type { ExecuteNotebookOptions, RanCell };
export type { Failure } from "./_failure.ts";
export { type KernelName, NotebookKernelError } from "./_kernel_of.ts";

/** A cell with this tag may fail, and then the next ones still run, as in Jupyter's own tools. */
export const RAISES_EXCEPTION = "raises-exception";

/** What running a notebook gave. */
export interface Execution {
  /** What to store, by index of the cell; cells that were not reached are not in it. */
  readonly results: ReadonlyMap<number, CellResult>;
  /** The cells that ran, in order, the one that failed included. */
  readonly timings: readonly RanCell[];
  /** How many cells ran, the one that failed included. */
  readonly ran: number;
  /** How many cells there are to run. */
  readonly cells: number;
  /** The first failure; absent if all went well. */
  readonly failure?: Failure;
  /** All failures: more than one only if errors are allowed. */
  readonly failures: readonly Failure[];
}

const DEFAULT_TIMEOUT = 600;

/**
 * Runs the code cells of a notebook in a fresh kernel, in the notebook's folder. Empty cells and
 * those tagged `skip-execution` are skipped. A failing cell ends the run, unless errors are allowed.
 *
 * In error outputs the paths of files in the project are made relative to the notebook's folder and
 * npm's cache is written `npm:/`; places in cells are those of their source.
 *
 * @param notebook The notebook; it is not changed
 * @param options Time limits, kernel, signal, progress
 * @returns The outputs by cell, and the failures if there were any
 * @throws {KernelDiedError} If the kernel does not start
 * @throws {NotebookKernelError} If the notebook is not for Deno
 * @example
 * ```ts
 * import { executeNotebook, parseNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = { cell_type: "code", source: "console.log(6 * 7)", metadata: {}, outputs: [] };
 * const notebook = parseNotebook(JSON.stringify({ cells: [cell], nbformat: 4 }));
 * const { results } = await executeNotebook(notebook);
 * assertEquals(results.get(0)?.outputs, [{ output_type: "stream", name: "stdout", text: "42\n" }]);
 * ```
 */
export async function executeNotebook(
  notebook: Notebook,
  options: ExecuteNotebookOptions = {},
): Promise<Execution> {
  checkOptions("run a notebook", options, executeOptions);
  const { signal, outputLimit, answers, linger = 0, colours, allowErrors = false } = options;
  const folder = dirname(resolve(notebook.path));
  const kernel = kernelOf(notebook, options.kernel);
  const cells = notebook.cells.filter((cell) => cell.number > 0);
  const displays = new Displays();
  const collected = new Map<number, Collected>();
  const failures: Failure[] = [];
  const limits = limitsOf(options);
  const engine = await startEngine(kernel, { folder, signal, outputLimit, answers });
  let last: { cell: Cell; outputs: CellOutputs } | undefined;
  let over = false;
  /** Adds the errors of a cell to its outputs and to the failures; says whether it failed. */
  const fail = (
    { cell, outputs }: NonNullable<typeof last>,
    { errors }: Pick<CellEnd, "errors">,
  ) => {
    const portable = errors.map((error) => portableError(error, folder));
    for (const error of portable) outputs.push(error);
    if (portable.length === 0 || cell.tags.includes(RAISES_EXCEPTION) && !over) return false;
    failures.push(failureOf(cell, portable[0]));
    return true;
  };
  try {
    for (const cell of cells) {
      options.onCell?.(cell.number, cells.length);
      const outputs = new CellOutputs(displays, { colours });
      const started = new Date();
      const { cell: timeout, excuse } = limits();
      const onOutput = (message: OutputMessage) => options.onOutput?.(cell.number, message);
      last = { cell, outputs };
      const run: CellRunOptions = { timeout, outputs, onOutput };
      const end = await engine.run(cell, run);
      over = end.over;
      collected.set(cell.index, { cell: cell.number, outputs, started, ended: new Date() });
      const failed = fail(last, { errors: end.errors.map(excuse) });
      options.onCellDone?.(ran(collected));
      if (over || failed && !allowErrors) break;
    }
    if (last && !over) {
      fail(last, { errors: await engine.linger(linger, last.outputs) });
    }
  } finally {
    await engine.close();
  }
  const results = ran(collected);
  const timings = [...results.values()];
  return {
    results: withEmptyCells(notebook, results),
    timings,
    ran: timings.length,
    cells: cells.length,
    failure: failures.at(0),
    failures,
  };
}

interface Collected {
  readonly cell: number;
  readonly outputs: CellOutputs;
  readonly started: Date;
  readonly ended: Date;
}

function ran(collected: ReadonlyMap<number, Collected>): Map<number, RanCell> {
  return new Map([...collected].map(([index, { outputs, ...more }]) => [
    index,
    { ...more, outputs: outputs.outputs, executionCount: more.cell },
  ]));
}

function startEngine(kernel: KernelName, options: EngineOptions): Promise<Engine> {
  return kernel === "actbook" ? SessionEngine.start(options) : StockEngine.start(options);
}

/** How long the next cell may take, and what its error becomes if it is the notebook's limit. */
function limitsOf(
  { timeout = DEFAULT_TIMEOUT, notebookTimeout = Infinity }: ExecuteNotebookOptions,
) {
  const deadline = performance.now() + notebookTimeout * 1000;
  return () => {
    const left = Math.max(0.001, (deadline - performance.now()) / 1000);
    const excuse = (error: CellEnd["errors"][number]) => {
      if (error.ename !== "CellTimeoutError" || left >= timeout) return error;
      const evalue = `The notebook ran longer than ${notebookTimeout} s and was stopped`;
      return { ...error, evalue, traceback: [`${error.ename}: ${evalue}`] };
    };
    return { cell: Math.min(timeout, left), excuse };
  };
}

/** Empty cells among those that ran show nothing. */
function withEmptyCells(
  { cells }: Notebook,
  results: ReadonlyMap<number, CellResult>,
): Map<number, CellResult> {
  const all = new Map<number, CellResult>();
  const last = Math.max(-1, ...results.keys());
  const complete = cells.every(({ number, index }) => number === 0 || results.has(index));
  for (const { type, index, source } of cells) {
    const result = results.get(index);
    const empty = type === "code" && source.trim() === "" && (complete || index < last);
    if (result) all.set(index, result);
    else if (empty) all.set(index, { outputs: [], executionCount: null });
  }
  return all;
}
