import { roomBehind, unicodeNumber } from "./_number_text.ts";
import type { ShownTable } from "./_cut_table.ts";
import { utf8Length } from "./_utf8_length.ts";
import type { ModelCell, ModelColumn } from "./_table_model.ts";
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
    ...rows.map((row) => line(row.map((cell, i) => written(cell, columns[i])))),
    ...(totals ? [line(totals.map((cell, i) => strong(written(cell, columns[i]))))] : []),
    ...(notice === undefined ? [] : ["", escapeMarkdown(notice)]),
    "",
  ].join("\n");
}

/** How many bytes of Markdown a row takes. */
export function markdownBytes(cells: readonly ModelCell[]): number {
  return utf8Length(cells.map((cell) => written(cell)).join(" | ")) + 5;
}

/** Markdown has no heads above several columns: each column names its own. */
function heads({ spanners, columns }: ShownTable): string[] {
  const above = spanners.flatMap(({ title, columns }) =>
    new Array<string | null>(columns).fill(title)
  );
  return columns.map(({ title }, i) => escapeMarkdown(above[i] ? `${above[i]}: ${title}` : title));
}

function strong(text: string): string {
  const [, written, room] = /^(.*?)([\u2007\u2008]*)$/.exec(text)!;
  return written === "" ? "" : `**${written}**${room}`;
}

function written({ cell }: ModelCell, column?: ModelColumn): string {
  switch (cell.kind) {
    case "number":
      // Markdown trims no spaces of a digit's width, so that points stand below each other.
      return unicodeNumber(cell.number) + (column ? roomBehind(cell.number, column) : "");
    case "tex": {
      // A bar would end the cell and a tag would begin at `<`, also inside mathematics.
      const safe = cell.tex.replaceAll("|", "\\vert ").replace(/<(?=\S)/g, "< ");
      return `$${safe.replace(/\s+/g, " ").trim()}$`;
    }
    case "link":
      return linkMarkdown(cell);
    case "lines":
      return cell.lines.map((line) => written({ cell: line })).join("<br>");
    case "picture":
      return escapeMarkdown(cell.alt);
    case "text":
      return escapeMarkdown(cell.text);
  }
}
