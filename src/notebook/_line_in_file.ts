import { jsonSpans } from "./_json_spans.ts";
import { cellSpans } from "./_set_in_cells.ts";

/**
 * The line of a notebook's file where a line of a cell stands, counted from 1.
 *
 * @param text The file
 * @param index The cell's place among all cells, from 0
 * @param line The line in the cell, from 1
 */
export function lineInFile(text: string, index: number, line: number): number {
  const span = cellSpans(text).at(index)?.members?.get("source");
  if (!span) return 1;
  // Every line is a string of its own, unless all are one.
  const lines = jsonSpans(text, 1, span.start).items ?? [];
  const { start } = lines.at(Math.min(line, lines.length) - 1) ?? span;
  return text.slice(0, start).split("\n").length;
}
