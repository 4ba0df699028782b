/**
 * Runs notebooks again and compares what they show with what they hold.
 *
 * @module
 */

import { jsonDifference, textDifference } from "./_difference.ts";
import { type Cell, readNotebook } from "./ipynb.ts";
import type { Output } from "./output.ts";
import { executeNotebook, type ExecuteNotebookOptions, type Execution } from "./execute.ts";
import { checkOptions } from "../options/check_options.ts";
import { executeOptions } from "./_execute_options.ts";

/**
 * The outputs of a cell with this tag are not compared. For what differs from run to run, such as
 * timings. The cell runs like any other.
 */
export const SKIP_VERIFY = "skip-verify";

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
}

/**
 * Runs a notebook again, without writing it, and compares every output with the stored one: its
 * kind, its MIME types, the content of each, its metadata. Text is the same however it is split
 * into lines. Cells tagged {@linkcode SKIP_VERIFY} are not compared; after a failing cell nothing is.
 * The PNG that JupyterLab stores beside a chart is left out.
 *
 * @param path Path of an .ipynb file
 * @param options Time limit, signal, progress
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
  options: ExecuteNotebookOptions = {},
): Promise<Verification> {
  checkOptions("verify a notebook", options, executeOptions);
  const notebook = await readNotebook(path);
  const execution = await executeNotebook(notebook, options);
  const failed = new Set(execution.failures.map(({ index }) => index));
  const differences = notebook.cells
    .filter(({ number, index, tags }) =>
      number > 0 && execution.results.has(index) && !failed.has(index) &&
      !tags.includes(SKIP_VERIFY)
    )
    .flatMap((cell) => compareCell(cell, execution.results.get(cell.index)?.outputs ?? []));
  return { ...execution, differences };
}

function compareCell(cell: Cell, now: readonly Output[]): Difference[] {
  const stored = cell.outputs;
  if (stored.map(kind).join() !== now.map(kind).join()) {
    const list = (outputs: readonly Output[]) => outputs.map(kind).join(", ") || "nothing";
    return [{ cell: cell.number, what: "outputs", lines: [`- ${list(stored)}`, `+ ${list(now)}`] }];
  }
  return now.flatMap((output, i) =>
    parts(stored[i], output).map(([name, before, after]) => ({
      cell: cell.number,
      what: `output ${i + 1}, ${name}`,
      lines: difference(before, after),
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

function difference(stored: unknown, now: unknown): string[] {
  if (stored === now) return [];
  if (typeof stored === "string" && typeof now === "string") return textDifference(stored, now);
  return jsonDifference(stored, now);
}
