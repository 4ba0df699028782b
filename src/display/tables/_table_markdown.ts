import type { Cell } from "./_cell.ts";
import { unicodeNumber } from "./_number_text.ts";
import type { ShownTable } from "./_cut_table.ts";
import type { ModelCell } from "./_table_model.ts";
import { linkMarkdown } from "../texts/link.ts";
import { escapeMarkdown } from "../texts/escape.ts";

/** A table in Markdown as GitHub reads it. */
export function tableMarkdown(shown: ShownTable): string {
  const { caption, columns, rows, totals, notice } = shown;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...(caption === undefined ? [] : [`**${escapeMarkdown(caption)}**`, ""]),
    line(heads(shown)),
    line(columns.map(({ align }) => align === "right" ? "---:" : ":---")),
    ...rows.map((row) => line(row.map(written))),
    ...(totals ? [line(totals.map((cell) => strong(written(cell))))] : []),
    ...(notice === undefined ? [] : ["", escapeMarkdown(notice)]),
    "",
  ].join("\n");
}

/** How many bytes of Markdown a row takes. */
export function markdownBytes(cells: readonly ModelCell[]): number {
  return new TextEncoder().encode(cells.map(written).join(" | ")).length + 5;
}

/** Markdown has no heads above several columns: each column names its own. */
function heads({ spanners, columns }: ShownTable): string[] {
  const above = spanners.flatMap(({ title, columns }) =>
    new Array<string | null>(columns).fill(title)
  );
  return columns.map(({ title }, i) => escapeMarkdown(above[i] ? `${above[i]}: ${title}` : title));
}

function strong(text: string): string {
  return text === "" ? "" : `**${text}**`;
}

function written({ cell }: ModelCell): string {
  return markdownCell(cell);
}

function markdownCell(cell: Cell): string {
  switch (cell.kind) {
    case "number":
      return unicodeNumber(cell.number);
    case "tex": {
      // A bar would end the cell and a tag would begin at `<`, also inside mathematics.
      const safe = cell.tex.replaceAll("|", "\\vert ").replace(/<(?=\S)/g, "< ");
      return `$${safe.replace(/\s+/g, " ").trim()}$`;
    }
    case "link":
      return linkMarkdown(cell);
    case "text":
      return escapeMarkdown(cell.text);
  }
}
