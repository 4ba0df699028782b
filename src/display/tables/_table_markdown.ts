import { type NumberText, roomBehind, unicodeNumber } from "./_number_text.ts";
import type { CellFormat, ShownTable } from "./_cut_table.ts";
import { utf8Length } from "./_utf8_length.ts";
import type { Cell } from "./_cell.ts";
import type { ModelColumn } from "./_table_model.ts";
import { linkMarkdown } from "../texts/link.ts";
import { escapeMarkdown } from "../texts/escape.ts";

/** A cell in Markdown; a number gets room behind it. */
interface MarkdownCell {
  readonly text: string;
  readonly number?: NumberText;
}

/** Cells of Markdown. */
export const markdownCells: CellFormat<MarkdownCell> = {
  write: ({ cell }) => ({
    text: written(cell),
    ...(cell.kind === "number" ? { number: cell.number } : {}),
  }),
  bytes: (row) => row.reduce((sum, { text }) => sum + utf8Length(text) + 3, 2),
};

/** A table in Markdown as GitHub reads it. */
export function tableMarkdown(shown: ShownTable<MarkdownCell>): string {
  const { caption, columns, rows, totals, notice } = shown;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...(caption === undefined ? [] : [`**${escapeMarkdown(caption)}**`, ""]),
    line(heads(shown)),
    line(columns.map(({ align }) => align === "right" ? "---:" : ":---")),
    ...rows.map((row) => line(row.map((cell, i) => aligned(cell, columns[i])))),
    ...(totals ? [line(totals.map((cell, i) => strong(aligned(cell, columns[i]))))] : []),
    ...(notice === undefined ? [] : ["", escapeMarkdown(notice)]),
    "",
  ].join("\n");
}

/** Markdown has no heads above several columns: each column names its own. */
function heads({ spanners, columns }: ShownTable<unknown>): string[] {
  const above = spanners.flatMap(({ title, columns }) =>
    new Array<string | null>(columns).fill(title)
  );
  return columns.map(({ title }, i) => escapeMarkdown(above[i] ? `${above[i]}: ${title}` : title));
}

function strong(text: string): string {
  const [, written, room] = /^(.*?)([\u2007\u2008]*)$/.exec(text)!;
  return written === "" ? "" : `**${written}**${room}`;
}

/** Markdown trims no spaces of a digit's width, so that points stand below each other. */
function aligned({ text, number }: MarkdownCell, column: ModelColumn): string {
  return number ? text + roomBehind(number, column) : text;
}

function written(cell: Cell): string {
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
    case "lines":
      return cell.lines.map(written).join("<br>");
    case "picture":
      return escapeMarkdown(cell.alt);
    case "text":
      return escapeMarkdown(cell.text);
  }
}
