/**
 * Notebook files (nbformat 4, https://nbformat.readthedocs.io). A notebook is kept as the text it
 * was read from: writing replaces the outputs and execution counts of code cells and leaves every
 * other byte as it was, with key order, indentation, unknown fields and the last line end.
 *
 * @module
 */

import { jsonSpans, type Span } from "./_json_spans.ts";
import { joinLines } from "./_lines.ts";
import { fromStored, type Output, toStored } from "./output.ts";

/** One cell of a notebook, as read. */
export interface Cell {
  /** "code", "markdown" or "raw". */
  readonly type: string;
  /** Its place among all cells, counted from 0. */
  readonly index: number;
  /**
   * The number front ends show in brackets once the notebook has run from top to bottom: its place
   * among the code cells that are not empty, counted from 1. 0 for cells that are not run.
   */
  readonly number: number;
  /** Its text. */
  readonly source: string;
  /** The tags of its metadata. */
  readonly tags: readonly string[];
  /** What it shows. */
  readonly outputs: readonly Output[];
  /** The stored count; null if it was not run. */
  readonly executionCount: number | null;
}

/** A notebook, as read. */
export interface Notebook {
  /** Where it was read from. */
  readonly path: string;
  /** The file as it stands. */
  readonly text: string;
  /** All cells, in order. */
  readonly cells: readonly Cell[];
}

/** What running a code cell leaves in the file. */
export interface CellResult {
  /** What the cell shows. */
  readonly outputs: readonly Output[];
  /** Its count; null if it was not run. */
  readonly executionCount: number | null;
}

/** Raised for a file that is not a notebook this module can read. */
export class NotebookFormatError extends Error {
  /** The name of the class. */
  override name = "NotebookFormatError";
}

/**
 * Reads a notebook.
 *
 * @param path Path of an .ipynb file
 * @returns The notebook
 * @throws {NotebookFormatError} If the file is not a notebook of format 4
 * @throws {Deno.errors.NotFound} If there is no such file
 * @example
 * ```ts
 * import { readNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".ipynb" });
 * await Deno.writeTextFile(path, '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}');
 * assertEquals((await readNotebook(path)).cells, []);
 * await Deno.remove(path);
 * ```
 */
export async function readNotebook(path: string): Promise<Notebook> {
  return parseNotebook(await Deno.readTextFile(path), path);
}

/**
 * Reads a notebook from its text.
 *
 * @param text The contents of an .ipynb file
 * @param path What to call it in errors
 * @returns The notebook
 * @throws {NotebookFormatError} If the text is not a notebook of format 4
 * @example
 * ```ts
 * import { parseNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = { cell_type: "code", source: ["1 + 1"], metadata: {}, outputs: [], execution_count: null };
 * const notebook = parseNotebook(JSON.stringify({ cells: [cell], nbformat: 4, nbformat_minor: 5 }));
 * assertEquals(notebook.cells[0].source, "1 + 1");
 * ```
 */
export function parseNotebook(text: string, path = "notebook.ipynb"): Notebook {
  // deno-lint-ignore no-explicit-any
  let json: any;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw refusal(path, `it must be JSON: ${(error as Error).message}`);
  }
  if (typeof json !== "object" || json === null || !("nbformat" in json)) {
    throw refusal(path, "it must be an object with the field nbformat");
  }
  if (json.nbformat !== 4) {
    throw refusal(path, `nbformat must be 4: current value is ${JSON.stringify(json.nbformat)}`);
  }
  if (!Array.isArray(json.cells)) throw refusal(path, "the field cells must be a list");
  let runnable = 0;
  const cells = json.cells.map((stored: unknown, index: number) => {
    const cell = readCell(stored, index, path);
    const runs = cell.type === "code" && cell.source.trim() !== "";
    return { ...cell, number: runs ? ++runnable : 0 };
  });
  return { path, text, cells };
}

function refusal(path: string, reason: string): NotebookFormatError {
  return new NotebookFormatError(`Cannot read ${path} as a notebook: ${reason}`);
}

// deno-lint-ignore no-explicit-any
function readCell(cell: any, index: number, path: string): Omit<Cell, "number"> {
  const { cell_type: type, source } = cell ?? {};
  if (typeof type !== "string" || !(typeof source === "string" || Array.isArray(source))) {
    throw refusal(path, `cells[${index}] must have the fields cell_type and source`);
  }
  const list = (value: unknown) => Array.isArray(value) ? value : [];
  return {
    type,
    index,
    source: joinLines(source),
    tags: list(cell.metadata?.tags),
    outputs: list(cell.outputs).map(fromStored),
    executionCount: cell.execution_count ?? null,
  };
}

/**
 * The text of a notebook with new outputs and execution counts.
 *
 * @param notebook The notebook as read
 * @param results What to store, by the index of the cell; other cells stay as they are
 * @returns The new contents of the file
 * @example
 * ```ts
 * import { parseNotebook, updateNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const text = '{"cells": [{"cell_type": "code", "source": "1", "outputs": [], "execution_count": 7}], "nbformat": 4}';
 * const results = new Map([[0, { outputs: [], executionCount: 1 }]]);
 * assertEquals(updateNotebook(parseNotebook(text), results), text.replace("7", "1"));
 * ```
 */
export function updateNotebook(
  notebook: Notebook,
  results: ReadonlyMap<number, CellResult>,
): string {
  const { text } = notebook;
  const cells = jsonSpans(text, 3, text.startsWith("\uFEFF") ? 1 : 0).members?.get("cells")?.items;
  const edits: { start: number; end: number; text: string }[] = [];
  for (const [index, { outputs, executionCount }] of results) {
    const cell = cells![index];
    const fields = { execution_count: executionCount, outputs: outputs.map(toStored) };
    edits.push(...fieldEdits(text, cell, fields));
  }
  edits.sort((a, b) => a.start - b.start);
  let result = "", at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Replaces the values of fields, or adds them at the end of the cell. */
function fieldEdits(text: string, cell: Span, fields: Record<string, unknown>) {
  const indent = /^\uFEFF?\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "";
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const margin = indent === "" ? "" : lineEnd + indent.repeat(3);
  const last = Math.max(cell.start + 1, ...[...cell.members!.values()].map((span) => span.end));
  return Object.entries(fields).map(([name, value]) => {
    const json = JSON.stringify(value, null, indent).replaceAll("\n", margin);
    const span = cell.members!.get(name);
    if (span) return { start: span.start, end: span.end, text: json };
    return { start: last, end: last, text: `,${margin}"${name}": ${json}` };
  });
}
