import { jsonSpans, type Span } from "./_json_spans.ts";

/** A stored cell. */
export type StoredCell = Readonly<Record<string, unknown>>;

/** The spans of the cells in the text of a notebook. */
export function cellSpans(text: string): readonly Span[] {
  const notebook = jsonSpans(text, 3, text.startsWith("\uFEFF") ? 1 : 0);
  return notebook.members?.get("cells")?.items ?? [];
}

/** How the text is laid out: what one step to the right is, and how lines end. */
export function layout(text: string): { indent: string; lineEnd: string } {
  const indent = /^\uFEFF?\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "";
  return { indent, lineEnd: text.includes("\r\n") ? "\r\n" : "\n" };
}

/**
 * The text of a notebook with other fields in its cells; every other byte stays.
 *
 * @param text The notebook
 * @param fieldsOf The fields to set in a cell, by name; undefined for none
 */
export function setInCells(
  text: string,
  fieldsOf: (
    index: number,
    cell: () => StoredCell,
  ) => Readonly<Record<string, unknown>> | undefined,
): string {
  let result = "", at = 0;
  cellSpans(text).forEach((span, index) => {
    const fields = fieldsOf(index, () => JSON.parse(text.slice(span.start, span.end)));
    if (!fields) return;
    for (const edit of fieldEdits(text, span, fields)) {
      result += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
  });
  return result + text.slice(at);
}

/** Replaces the values of fields, or adds them at the end of the cell; in order of their places. */
function fieldEdits(text: string, cell: Span, fields: Readonly<Record<string, unknown>>) {
  const { indent, lineEnd } = layout(text);
  const margin = indent === "" ? "" : lineEnd + indent.repeat(3);
  const last = Math.max(cell.start + 1, ...[...cell.members!.values()].map((span) => span.end));
  return Object.entries(fields).map(([name, value]) => {
    const json = JSON.stringify(value, null, indent).replaceAll("\n", margin);
    const span = cell.members!.get(name);
    if (span) return { start: span.start, end: span.end, text: json };
    return { start: last, end: last, text: `,${margin}"${name}": ${json}` };
  }).sort((a, b) => a.start - b.start);
}
