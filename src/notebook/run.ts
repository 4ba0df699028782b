/**
 * Runs notebooks from top to bottom.
 *
 * @module
 */

import { dirname, resolve } from "node:path";
import { explainFailure } from "./_explain.ts";
import { portableError } from "./_portable.ts";
import { within } from "./_within.ts";
import { ensureWritable, writeWhole } from "./_write_whole.ts";
import {
  type Cell,
  type CellResult,
  type Notebook,
  readNotebook,
  updateNotebook,
} from "./ipynb.ts";
import { CellTimeoutError, Kernel, KernelDiedError } from "./kernel.ts";
import type { ErrorOutput } from "./output.ts";
import { CellOutputs, Displays } from "./outputs.ts";

/** A cell with this tag may fail, and then the next ones still run, as in Jupyter's own tools. */
export const RAISES_EXCEPTION = "raises-exception";

/** How to run a notebook. */
export interface ExecuteNotebookOptions {
  /** Seconds a cell may take, 600 if absent. */
  readonly timeout?: number;
  /** Aborting it stops the kernel and rejects. */
  readonly signal?: AbortSignal;
  /** Called before each cell with its number, and the number of cells to run. */
  readonly onCell?: (number: number, of: number) => void;
}

/** Why a notebook did not run to its end. */
export interface Failure {
  /** The number of the cell, as front ends show it in brackets. */
  readonly cell: number;
  /** The first line of the cell. */
  readonly line: string;
  /** The class and message of the error. */
  readonly message: string;
}

/** What running a notebook gave. */
export interface Execution {
  /** What to store, by index of the cell. */
  readonly results: ReadonlyMap<number, CellResult>;
  /** How many cells ran, the one that failed included. */
  readonly ran: number;
  /** How many cells there are to run. */
  readonly cells: number;
  /** Absent if all went well. */
  readonly failure?: Failure;
}

const DEFAULT_TIMEOUT = 600;

/**
 * Runs the code cells of a notebook in a fresh kernel, in the notebook's folder. Empty cells are
 * skipped. A failing cell ends the run; the cells after it are left without outputs, so that what
 * the notebook shows is what ran.
 *
 * In error outputs the paths of files in the project are made relative to the notebook's folder and
 * npm's cache is written `npm:/`; nothing else is changed.
 *
 * @param notebook The notebook; it is not changed
 * @param options Time limit, signal, progress
 * @returns The outputs by cell, and the failure if there was one
 * @throws {KernelDiedError} If the kernel does not start
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
  const cells = notebook.cells.filter((cell) => cell.number > 0);
  const folder = dirname(resolve(notebook.path));
  const displays = new Displays();
  const collected = new Map<number, { outputs: CellOutputs; executionCount: number | null }>();
  const { signal, timeout = DEFAULT_TIMEOUT } = options;
  const kernel = await Kernel.start({ cwd: folder, signal });
  let failure: Failure | undefined;
  try {
    for (const cell of cells) {
      options.onCell?.(cell.number, cells.length);
      const outputs = new CellOutputs(displays);
      collected.set(cell.index, { outputs, executionCount: cell.number });
      const error = await runCell(kernel, cell, outputs, { folder, timeout, signal });
      if (error === undefined) continue;
      const [line] = cell.source.trimStart().split("\n");
      failure = { cell: cell.number, line, message: error };
      break;
    }
  } finally {
    await kernel.close();
  }
  const results = new Map<number, CellResult>();
  for (const { type, index } of notebook.cells) {
    if (type !== "code") continue;
    const { outputs, executionCount = null } = collected.get(index) ?? {};
    results.set(index, { outputs: outputs?.outputs ?? [], executionCount });
  }
  return { results, ran: collected.size, cells: cells.length, failure };
}

interface CellContext {
  readonly folder: string;
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** Runs one cell into `outputs`; gives the error that ends the notebook, if there is one. */
async function runCell(
  kernel: Kernel,
  cell: Cell,
  outputs: CellOutputs,
  { folder, timeout, signal }: CellContext,
): Promise<string | undefined> {
  // Last whenever they come: a rejection nobody handles is reported a moment before or after the
  // result of the cell.
  const errors: ErrorOutput[] = [];
  const settle = () => errors.forEach((error) => outputs.push(portableError(error, folder)));
  try {
    const reply = await kernel.execute(cell.source, {
      timeout,
      onOutput: (message) => {
        if (message.header.msg_type === "error") errors.push(fromKernel(message.content));
        else outputs.add(message);
      },
    });
    if (reply.status === "error" && errors.length === 0) {
      errors.push(await explainFailure(cell.source, folder, signal));
    }
  } catch (reason) {
    if (!(reason instanceof CellTimeoutError || reason instanceof KernelDiedError)) throw reason;
    // Ctrl-C reaches the kernel too, perhaps first: then it did not die on its own.
    if (signal && reason instanceof KernelDiedError) await abortedWithin(200, signal);
    signal?.throwIfAborted();
    const { name: ename, message: evalue } = reason;
    errors.push({ output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] });
    settle();
    return evalue;
  }
  settle();
  const [error] = errors;
  if (!error || cell.tags.includes(RAISES_EXCEPTION)) return undefined;
  const { ename, evalue } = portableError(error, folder);
  return `${ename}: ${evalue}`;
}

async function abortedWithin(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => resolve(), { once: true });
  await within(ms, promise, undefined);
}

/** The kernel gives a thrown value that is not an Error an empty traceback, which would show nothing. */
function fromKernel({ ename, evalue, traceback }: Omit<ErrorOutput, "output_type">): ErrorOutput {
  const empty = traceback.every((line) => line === "");
  return {
    output_type: "error",
    ename,
    evalue,
    traceback: empty ? [`${ename}: ${evalue}`] : traceback,
  };
}

/** How to run a notebook file. */
export interface RunNotebookOptions extends ExecuteNotebookOptions {
  /** The file to write; the notebook itself if absent. */
  readonly output?: string;
}

/** What running a notebook file gave. */
export interface NotebookRun extends Execution {
  /** The file written. */
  readonly output: string;
}

/**
 * Runs a notebook file and writes it with its new outputs, whole or not at all. Only outputs and
 * execution counts change; a second run leaves the same bytes if the cells are deterministic.
 *
 * @param path Path of an .ipynb file
 * @param options Where to write, time limit, signal, progress
 * @returns The outputs by cell, the failure if there was one, and the file written
 * @throws {NotebookFormatError} If the file is not a notebook
 * @throws {KernelDiedError} If the kernel does not start
 * @throws {Error} If the file cannot be written; this is found out before the first cell runs
 * @example
 * ```ts
 * import { readNotebook, runNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".ipynb" });
 * const cell = { cell_type: "code", source: "6 * 7", metadata: {}, outputs: [], execution_count: null };
 * await Deno.writeTextFile(path, JSON.stringify({ cells: [cell], nbformat: 4, nbformat_minor: 5 }));
 * const { failure } = await runNotebook(path, { timeout: 60 });
 * assertEquals(failure, undefined);
 * assertEquals((await readNotebook(path)).cells[0].executionCount, 1);
 * await Deno.remove(path);
 * ```
 */
export async function runNotebook(
  path: string,
  options: RunNotebookOptions = {},
): Promise<NotebookRun> {
  const output = options.output ?? path;
  const notebook = await readNotebook(path);
  ensureWritable(output);
  const execution = await executeNotebook(notebook, options);
  options.signal?.throwIfAborted();
  const text = updateNotebook(notebook, execution.results);
  if (output !== path || text !== notebook.text) writeWhole(output, text);
  return { ...execution, output };
}
