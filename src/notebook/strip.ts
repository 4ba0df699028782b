/**
 * Takes out of notebooks what a run leaves, so that a repository holds what people write.
 *
 * @module
 */

import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { jsonSpans } from "./_json_spans.ts";
import { layout, setInCells } from "./_set_in_cells.ts";
import { parseNotebook } from "./ipynb.ts";

/** What to take out. */
export interface StripOptions {
  /** Cells with one of these tags keep what they show; `keep-output` and `keep_output` if absent. */
  readonly keep?: readonly string[];
}

const KEEP = ["keep-output", "keep_output"];

/** Metadata that a run, an editor or a widget leaves in cells. */
const VOLATILE_IN_CELLS = ["execution", "ExecuteTime", "collapsed", "scrolled", "papermill"];
/** The same of the notebook. */
const VOLATILE = ["widgets", "signature", "papermill"];

/**
 * The text of a notebook without outputs, execution counts and the metadata that runs leave. Every
 * other byte stays; what is stripped already stays as it is.
 *
 * @param text The contents of an .ipynb file
 * @param options Which cells keep what they show
 * @param path What to call it in errors
 * @returns The new contents
 * @throws {NotebookFormatError} If the text is not a notebook
 * @example
 * ```ts
 * import { stripNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = { cell_type: "code", execution_count: 7, metadata: {}, outputs: [{}], source: "1" };
 * const text = stripNotebook(JSON.stringify({ cells: [cell], nbformat: 4 }));
 * assertEquals(JSON.parse(text).cells[0], { ...cell, execution_count: null, outputs: [] });
 * ```
 */
export function stripNotebook(
  text: string,
  options: StripOptions = {},
  path = "notebook.ipynb",
): string {
  checkOptions("strip a notebook", options, { keep: kinds.list });
  const { keep = KEEP } = options;
  const { cells } = parseNotebook(text, path);
  const stripped = setInCells(text, (index, stored) => {
    const { type, tags, outputs, executionCount } = cells[index];
    const kept = tags.some((tag) => keep.includes(tag));
    const { metadata = {} } = stored() as { metadata?: Record<string, unknown> };
    const clean = without(metadata, VOLATILE_IN_CELLS);
    const changed = clean === metadata ? {} : { metadata: clean };
    if (type !== "code" || kept || outputs.length === 0 && executionCount === null) return changed;
    return { ...changed, execution_count: null, outputs: [] };
  });
  return withMetadata(stripped);
}

/** The record without some keys; the same record if it has none of them. */
function without(
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Readonly<Record<string, unknown>> {
  if (!keys.some((key) => key in record)) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** The text with clean metadata of the notebook. */
function withMetadata(text: string): string {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const span = jsonSpans(text, 1, start).members?.get("metadata");
  if (!span) return text;
  const metadata = JSON.parse(text.slice(span.start, span.end));
  const clean = without(metadata, VOLATILE);
  if (clean === metadata) return text;
  const { indent, lineEnd } = layout(text);
  const json = JSON.stringify(clean, null, indent).replaceAll("\n", lineEnd + indent);
  return text.slice(0, span.start) + json + text.slice(span.end);
}
