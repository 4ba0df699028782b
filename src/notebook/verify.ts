/**
 * Runs notebooks again and compares what they show with what they hold.
 *
 * @module
 */

import { type Comparison, comparisonOf } from "./_comparison.ts";
import { jsonDifference } from "./_json_difference.ts";
import { readSanitizer } from "./_sanitize.ts";
import { textDifference } from "./_text_difference.ts";
import { executeNotebook, type ExecuteNotebookOptions, type Execution } from "./execute.ts";
import { type Cell, type Notebook, readNotebook } from "./ipynb.ts";
import type { Output } from "./output.ts";

export { SKIP_VERIFY, VERIFY_LAX } from "./_comparison.ts";

/** How to verify a notebook. */
export interface VerifyNotebookOptions extends ExecuteNotebookOptions {
  /** A file of patterns to replace before comparing, in nbval's format. */
  readonly sanitize?: string;
}

/** One way in which a cell shows something else than its notebook holds. */
export interface Difference {
  /** The number of the cell, as front ends show it in brackets. */
  readonly cell: number;
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
 * assertEquals(differences, [{ cell: 1, what: "output 1, stdout", lines: ["- 41", "+ 42"] }]);
 * await Deno.remove(path);
 * ```
 */
export async function verifyNotebook(
  path: string,
  options: VerifyNotebookOptions = {},
): Promise<Verification> {
  const { sanitize } = options;
  const sanitizer = sanitize === undefined
    ? undefined
    : readSanitizer(await Deno.readTextFile(sanitize), sanitize);
  const notebook = await readNotebook(path);
  const execution = await executeNotebook(notebook, options);
  const failed = new Set(execution.failures.map(({ index }) => index));
  const differences = notebook.cells
    .filter(({ number, index }) => number > 0 && execution.results.has(index) && !failed.has(index))
    .flatMap((cell) => {
      const comparison = comparisonOf(cell.tags, sanitizer);
      if (comparison.skipped) return [];
      return compareCell(cell, execution.results.get(cell.index)!.outputs, comparison);
    });
  return { ...execution, differences, notebook };
}

function compareCell(cell: Cell, shown: readonly Output[], comparison: Comparison): Difference[] {
  const stored = cell.outputs.filter(comparison.compares);
  const now = shown.filter(comparison.compares);
  if (stored.map(kind).join() !== now.map(kind).join()) {
    const list = (outputs: readonly Output[]) => outputs.map(kind).join(", ") || "nothing";
    return [{ cell: cell.number, what: "outputs", lines: [`- ${list(stored)}`, `+ ${list(now)}`] }];
  }
  return now.flatMap((output, i) =>
    parts(stored[i], output).map(([name, before, after]) => ({
      cell: cell.number,
      what: `output ${i + 1}, ${name}`,
      lines: difference(before, after, comparison),
    })).filter(({ lines }) => lines.length > 0)
  );
}

const PNG = "image/png";

/** JupyterLab draws these and stores its drawing, a PNG, beside what the kernel sent. */
function isChart(data: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(data).some((type) => /^application\/vnd\.(vega|plotly)/.test(type));
}

function kind(output: Output): string {
  return output.output_type === "stream" ? output.name : output.output_type;
}

type Part = [name: string, stored: unknown, now: unknown];

/** What is compared between two outputs of the same kind. */
function parts(stored: Output, now: Output): Part[] {
  if (now.output_type === "stream") {
    return [[now.name, (stored as typeof now).text, now.text]];
  }
  if (now.output_type === "error") {
    const text = ({ traceback }: typeof now) => traceback.join("\n");
    return [["error", text(stored as typeof now), text(now)]];
  }
  const { data = {}, metadata = {} } = stored as typeof now;
  const types = new Set([...Object.keys(data), ...Object.keys(now.data)]);
  if (now.data[PNG] === undefined && isChart(now.data)) types.delete(PNG);
  return [
    ...[...types].sort().map((type): Part => [type, data[type], now.data[type]]),
    ["metadata", metadata, now.metadata],
  ];
}

function difference(stored: unknown, now: unknown, comparison: Comparison): string[] {
  if (stored === now) return [];
  const { sameText, text, lax, near } = comparison;
  if (lax && stored !== undefined && now !== undefined) return [];
  if (typeof stored !== "string" || typeof now !== "string") {
    return jsonDifference(stored, now, near);
  }
  return sameText(stored, now) ? [] : textDifference(text(stored), text(now));
}
