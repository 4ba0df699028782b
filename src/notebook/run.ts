/**
 * Runs notebook files.
 *
 * @module
 */

import { NotebookFile } from "./_notebook_file.ts";
import { withTimings } from "./_timings.ts";
import { type ExecuteNotebookOptions, executeOptions } from "./_execute_options.ts";
import { executeNotebook, type Execution } from "./execute.ts";
import { type CellResult, type Notebook, parseNotebook, updateNotebook } from "./ipynb.ts";
import { injectParameters, type NotebookParameters } from "./parameters.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** How to run a notebook file. */
export interface RunNotebookOptions extends ExecuteNotebookOptions {
  /** The file to write; the notebook itself if absent. */
  readonly output?: string;
  /** Values for names that the cell tagged `parameters` declares. */
  readonly parameters?: NotebookParameters;
  /**
   * What the file holds of cells that were not reached because one failed: "keep", the default,
   * leaves what they showed before, "clear" leaves nothing.
   */
  readonly onError?: "keep" | "clear";
  /** Whether the file is written after each cell. */
  readonly saveEach?: boolean;
  /** Whether cells say when they ran, in their metadata, as JupyterLab and nbclient record it. */
  readonly recordTiming?: boolean;
}

const runOptions: Known<RunNotebookOptions> = {
  ...executeOptions,
  output: kinds.text,
  parameters: kinds.object,
  onError: kinds.oneOf("keep", "clear"),
  saveEach: kinds.flag,
  recordTiming: kinds.flag,
};

/** What running a notebook file gave. */
export interface NotebookRun extends Execution {
  /** The file written. */
  readonly output: string;
  /** The notebook as it was before. */
  readonly notebook: Notebook;
  /** What the file held before. */
  readonly read: string;
  /** What was written. */
  readonly text: string;
  /**
   * Whether the notebook was changed by somebody else during the run. Then it is left alone, and
   * what ran is in `output`, beside it.
   */
  readonly conflict: boolean;
}

/**
 * Runs a notebook file and writes it with its new outputs, whole or not at all. Only outputs and
 * execution counts change; a second run leaves the same bytes if the cells are deterministic.
 *
 * @param path Path of an .ipynb file
 * @param options Where to write, parameters, time limits, signal, progress
 * @returns The outputs by cell, the failure if there was one, and the file written
 * @throws {NotebookFormatError} If the file is not a notebook
 * @throws {NotebookKernelError} If it is not for Deno; it is left as it is
 * @throws {KernelDiedError} If the kernel does not start
 * @throws {ParameterError} If a parameter is unknown or its value is of another type
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
  checkOptions("run a notebook", options, runOptions);
  const { output = path, parameters, onError = "keep", saveEach, recordTiming, ...rest } = options;
  const read = await Deno.readTextFile(path);
  const original = parseNotebook(read, path);
  const notebook = parameters ? injectParameters(original, parameters) : original;
  const file = new NotebookFile(path, output, read);
  const textOf = (
    results: ReadonlyMap<number, CellResult>,
    timings: ReadonlyMap<number, { started: Date; ended: Date }>,
  ) => {
    const text = updateNotebook(notebook, results);
    return recordTiming ? withTimings(text, timings) : text;
  };
  const execution = await executeNotebook(notebook, {
    ...rest,
    onCellDone: (results) => {
      if (saveEach) file.save(textOf(results, results));
      options.onCellDone?.(results);
    },
  });
  options.signal?.throwIfAborted();
  const results = new Map(execution.results);
  if (onError === "clear") clearMissing(notebook, results);
  const byIndex = new Map(notebook.cells.flatMap(({ index, number }) => {
    const timing = execution.timings.find(({ cell }) => cell === number);
    return timing ? [[index, timing] as const] : [];
  }));
  const text = textOf(results, byIndex);
  file.save(text);
  return { ...execution, notebook, read, text, output: file.written, conflict: file.conflict };
}

/** Cells that were not reached show nothing. */
function clearMissing({ cells }: Notebook, results: Map<number, CellResult>): void {
  for (const { index, number } of cells) {
    if (number > 0 && !results.has(index)) {
      results.set(index, { outputs: [], executionCount: null });
    }
  }
}
