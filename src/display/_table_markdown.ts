import { escapeMarkdown } from "./escape.ts";
import { unicodeNumber } from "./_number_text.ts";
import type { Cell, TableModel } from "./_table_model.ts";

/** A table in Markdown as GitHub reads it. */
export function tableMarkdown({ caption, columns, rows }: TableModel): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...(caption === undefined ? [] : [`**${escapeMarkdown(caption)}**`, ""]),
    line(columns.map(({ title }) => escapeMarkdown(title))),
    line(columns.map(({ align }) => align === "right" ? "---:" : ":---")),
    ...rows.map((row) => line(row.map(markdownCell))),
    "",
  ].join("\n");
}

function markdownCell(cell: Cell): string {
  switch (cell.kind) {
    case "number":
      return unicodeNumber(cell.number);
    case "tex":
      // A bar would end the cell, also inside mathematics.
      return `$${
        cell.tex.replaceAll("|", "\\vert ").replace(/<(?=\S)/g, "< ").replace(/\s+/g, " ")
      }$`;
    case "text":
      return escapeMarkdown(cell.text);
  }
}
