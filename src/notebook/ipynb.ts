/**
 * Notebook files (nbformat 4, https://nbformat.readthedocs.io). A notebook is kept as the text it
 * was read from: writing replaces the outputs and execution counts of code cells and leaves every
 * other byte as it was, with key order, indentation, unknown fields and the last line end.
 *
 * @module
 */

import { joinLines } from "./_lines.ts";
import { setInCells } from "./_set_in_cells.ts";
import { fromStored, type Output, toStored } from "./output.ts";

/** One cell of a notebook, as read. */
export interface Cell {
  /** Its id; absent in notebooks older than format 4.5. */
  readonly id?: string;
  /** "code", "markdown" or "raw". */
  readonly type: string;
  /** Its place among all cells, counted from 0. */
  readonly index: number;
  /**
   * The number front ends show in brackets once the notebook has run from top to bottom: its place
   * among the code cells that are neither empty nor skipped, counted from 1. 0 for cells that are not
   * run.
   */
  readonly number: number;
  /** Its text. */
  readonly source: string;
  /** The tags of its metadata. */
  readonly tags: readonly string[];
  /** All its metadata, the tags among them. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The pictures that it carries with it, by name: MIME type to base64. */
  readonly attachments: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What it shows. */
  readonly outputs: readonly Output[];
  /** The stored count; null if it was not run. */
  readonly executionCount: number | null;
}

/** A cell with this tag is not run, and what it holds stays, as in Jupyter's own tools. */
export const SKIP_EXECUTION = "skip-execution";

/** For which kernel a notebook was made, as far as it says. */
export interface NotebookKernel {
  /** The name of the kernel, such as "deno" or "python3"; "" if there is none. */
  readonly name: string;
  /** Its name for people, such as "Deno"; "" if there is none. */
  readonly displayName: string;
  /** The language, in small letters, such as "typescript"; "" if there is none. */
  readonly language: string;
  /** The version of the language that the kernel had last; "" if it is not told. */
  readonly version: string;
}

/** A notebook, as read. */
export interface Notebook {
  /** Where it was read from. */
  readonly path: string;
  /** The file as it stands. */
  readonly text: string;
  /** All cells, in order. */
  readonly cells: readonly Cell[];
  /** For which kernel it was made. */
  readonly kernel: NotebookKernel;
  /** The language of its prose, such as "zh-CN", where `actbook translate` said so; "en" if not. */
  readonly prose: string;
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
    const runs = cell.type === "code" && cell.source.trim() !== "" &&
      !cell.tags.includes(SKIP_EXECUTION);
    return { ...cell, number: runs ? ++runnable : 0 };
  });
  const language = json.metadata?.actbook?.language;
  const prose = typeof language === "string" ? language : "en";
  return { path, text, cells, kernel: readKernel(json.metadata), prose };
}

// deno-lint-ignore no-explicit-any
function readKernel(metadata: any): NotebookKernel {
  const { kernelspec, language_info: info } = metadata ?? {};
  const text = (value: unknown) => typeof value === "string" ? value : "";
  return {
    name: text(kernelspec?.name),
    displayName: text(kernelspec?.display_name),
    language: (text(kernelspec?.language) || text(info?.name)).toLowerCase(),
    version: text(info?.version),
  };
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
    ...(typeof cell.id === "string" ? { id: cell.id } : {}),
    type,
    index,
    source: joinLines(source),
    tags: list(cell.metadata?.tags),
    metadata: cell.metadata ?? {},
    attachments: cell.attachments ?? {},
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
  return setInCells(notebook.text, (index) => {
    const result = results.get(index);
    if (!result) return undefined;
    return { execution_count: result.executionCount, outputs: result.outputs.map(toStored) };
  });
}
