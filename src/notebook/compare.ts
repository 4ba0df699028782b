/**
 * Compares two notebooks as a person reads them: cell by cell, sources and outputs.
 *
 * @module
 */

import { compareOutputs } from "./_compare_outputs.ts";
import { comparisonOf } from "./_comparison.ts";
import { diffArrays } from "./_jsdiff.ts";
import { textDifference } from "./_text_difference.ts";
import type { Cell, Notebook } from "./ipynb.ts";

/** One way in which two notebooks differ. */
export interface NotebookDifference {
  /** The place of the cell in the first notebook, counted from 1; absent if it is not there. */
  readonly before?: number;
  /** The place of the cell in the second notebook, counted from 1; absent if it is not there. */
  readonly after?: number;
  /** "code", "markdown" or "raw". */
  readonly type: string;
  /** What differs: "added", "removed", "type", "source", "outputs" or "output 2, text/plain". */
  readonly what: string;
  /** Lines, with "-" for the first notebook and "+" for the second. */
  readonly lines: readonly string[];
}

/**
 * The differences of two notebooks. Cells are the same if they have the same id, or, where only one
 * notebook has ids, the same source. Colours in outputs make no difference, nor do execution counts.
 *
 * @param before The first notebook
 * @param after The second notebook
 * @returns The differences, in the order of the second notebook; empty if there are none
 * @example
 * ```ts
 * import { compareNotebooks, parseNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const notebook = (source: string) =>
 *   parseNotebook(JSON.stringify({ cells: [{ cell_type: "code", id: "a", source }], nbformat: 4 }));
 * const [{ what, lines }] = compareNotebooks(notebook("1"), notebook("2"));
 * assertEquals([what, lines], ["source", ["- 1", "+ 2"]]);
 * ```
 */
export function compareNotebooks(before: Notebook, after: Notebook): NotebookDifference[] {
  const ids = new Set(before.cells.map(({ id }) => id));
  const common = after.cells.some(({ id }) => id !== undefined && ids.has(id));
  const key = ({ id, type, source }: Cell) => common && id !== undefined ? id : `${type} ${source}`;
  const found: NotebookDifference[] = [];
  let i = 0, j = 0;
  for (const { count, added, removed } of diffArrays(before.cells.map(key), after.cells.map(key))) {
    for (let k = 0; k < count; k++) {
      if (removed) found.push(whole(before.cells[i++], "removed"));
      else if (added) found.push(whole(after.cells[j++], "added"));
      else found.push(...pair(before.cells[i++], after.cells[j++]));
    }
  }
  return found;
}

function whole(cell: Cell, what: "added" | "removed"): NotebookDifference {
  const place = cell.index + 1;
  const lines = cell.source.split("\n").map((line) => `${what === "added" ? "+" : "-"} ${line}`);
  return { [what === "added" ? "after" : "before"]: place, type: cell.type, what, lines };
}

function pair(before: Cell, after: Cell): NotebookDifference[] {
  const place = { before: before.index + 1, after: after.index + 1, type: after.type };
  const found: NotebookDifference[] = [];
  if (before.type !== after.type) {
    const lines = [`- ${before.type}`, `+ ${after.type}`];
    found.push({ ...place, what: "type", lines });
  }
  const source = textDifference(before.source, after.source);
  if (source.length > 0) found.push({ ...place, what: "source", lines: source });
  for (const each of compareOutputs(before.outputs, after.outputs, comparisonOf([]))) {
    found.push({ ...place, ...each });
  }
  return found;
}
