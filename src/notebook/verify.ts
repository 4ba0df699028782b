/**
 * Runs notebooks again and compares what they show with what they hold.
 *
 * @module
 */

import { compareOutputs } from "./_compare_outputs.ts";
import { comparisonOf } from "./_comparison.ts";
import { readSanitizer } from "./_sanitize.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { executeOptions } from "./_execute_options.ts";
import { executeNotebook, type ExecuteNotebookOptions, type Execution } from "./execute.ts";
import { type Notebook, readNotebook } from "./ipynb.ts";

export { SKIP_VERIFY, VERIFY_LAX } from "./_comparison.ts";

/** What each of {@linkcode VerifyNotebookOptions} must be. */
const verifyOptions: Known<VerifyNotebookOptions> = { ...executeOptions, sanitize: kinds.text };

/** How to verify a notebook. */
export interface VerifyNotebookOptions extends ExecuteNotebookOptions {
  /** A file of patterns to replace before comparing, in nbval's format. */
  readonly sanitize?: string;
}

/** One way in which a cell shows something else than its notebook holds. */
export interface Difference {
  /** The number of the cell, as front ends show it in brackets. */
  readonly cell: number;
  /** Its place among all cells, counted from 0. */
  readonly index: number;
  /** What differs: "output 2, text/plain" or "outputs". */
  readonly what: string;
  /** The stored and the new content where they differ, as lines that start with "-" and "+". */
  readonly lines: readonly string[];
}

/** What verifying a notebook gave. */
export interface Verification extends Execution {
  /** Empty if the notebook shows what it holds. */
  readonly differences: readonly Difference[];
  /** The notebook as it is stored. */
  readonly notebook: Notebook;
}

/**
 * Runs a notebook again, without writing it, and compares every output with the stored one: its
 * kind, its MIME types, the content of each, its metadata. Text is the same however it is split
 * into lines, and colours and the places in cells that errors name are left out. After a failing cell
 * nothing is compared. The PNG that JupyterLab stores beside a chart is left out.
 *
 * Tags of a cell say what of it is compared: `skip-verify` nothing, `verify-lax` only the kinds of its
 * outputs and their MIME types, `verify-ignore-stdout` and `verify-ignore-stderr` all but that stream;
 * with `verify-tolerance=1e-9` numbers may differ by that relative error.
 *
 * @param path Path of an .ipynb file
 * @param options Patterns to replace, time limits, kernel, signal, progress
 * @returns The differences, and what running gave
 * @throws {NotebookFormatError} If the file is not a notebook
 * @throws {KernelDiedError} If the kernel does not start
 * @example
 * ```ts
 * import { verifyNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".ipynb" });
 * const outputs = [{ output_type: "stream", name: "stdout", text: ["41\n"] }];
 * const cell = { cell_type: "code", source: "console.log(6 * 7)", metadata: {}, outputs };
 * await Deno.writeTextFile(path, JSON.stringify({ cells: [cell], nbformat: 4 }));
 * const { differences } = await verifyNotebook(path);
 * const [{ cell: number, what, lines }] = differences;
 * assertEquals([number, what, lines], [1, "output 1, stdout", ["- 41", "+ 42"]]);
 * await Deno.remove(path);
 * ```
 */
export async function verifyNotebook(
  path: string,
  options: VerifyNotebookOptions = {},
): Promise<Verification> {
  checkOptions("verify a notebook", options, verifyOptions);
  const { sanitize, ...others } = options;
  const sanitizer = sanitize === undefined
    ? undefined
    : readSanitizer(await Deno.readTextFile(sanitize), sanitize);
  const notebook = await readNotebook(path);
  const execution = await executeNotebook(notebook, others);
  const failed = new Set(execution.failures.map(({ index }) => index));
  const differences = notebook.cells
    .filter(({ number, index }) => number > 0 && execution.results.has(index) && !failed.has(index))
    .flatMap((cell) => {
      const comparison = comparisonOf(cell.tags, sanitizer);
      if (comparison.skipped) return [];
      const now = execution.results.get(cell.index)!.outputs;
      return compareOutputs(cell.outputs, now, comparison)
        .map((difference) => ({ cell: cell.number, index: cell.index, ...difference }));
    });
  return { ...execution, differences, notebook };
}
