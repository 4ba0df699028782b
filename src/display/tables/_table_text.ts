import type { Cell } from "./_cell.ts";
import { columnsWide } from "./_columns_wide.ts";
import { type NumberText, plainNumber } from "./_number_text.ts";
import { printable } from "../texts/_printable.ts";
import type { CellFormat, ShownTable } from "./_cut_table.ts";
import { utf8Length } from "./_utf8_length.ts";
import type { ModelColumn } from "./_table_model.ts";

/** A cell in plain text. */
interface TextCell {
  readonly text: string;
  /** Whether it is a number without a power of ten, which stands at the point of others. */
  readonly plain: boolean;
}

/** Cells of plain text. */
export const textCells: CellFormat<TextCell> = {
  write: ({ cell }) => {
    const text = textCell(cell);
    return { text, plain: cell.kind === "number" && isPlain(cell.number) };
  },
  bytes: (row) => row.reduce((sum, { text }) => sum + utf8Length(text) + 2, -1),
};

function isPlain({ digits, exponent }: NumberText): boolean {
  return exponent === undefined && /\d/.test(digits);
}

/** A table for a terminal, its columns aligned, numbers at the decimal point. */
export function tableText(shown: ShownTable<TextCell>): string {
  const { caption, columns, rows, totals, notice } = shown;
  const all = totals ? [...rows, totals] : rows;
  const blocks = columns.map((column, i) => block(column, all.map((row) => row[i])));
  const lines = Array.from(
    { length: all.length + 2 },
    (_, row) => blocks.map((cells) => cells[row]).join("  ").trimEnd(),
  );
  const widths = blocks.map(([, rule]) => rule.length);
  if (totals) lines.splice(lines.length - 1, 0, blocks.map(([, rule]) => rule).join("  "));
  return [
    ...(caption === undefined ? [] : [oneLine(caption)]),
    ...spannerLine(shown, widths),
    ...lines,
    ...(notice === undefined ? [] : [`(${notice})`]),
  ].join("\n");
}

/** Heads above several columns, with a rule over all of them. */
function spannerLine({ spanners }: ShownTable<unknown>, widths: readonly number[]): string[] {
  if (spanners.length === 0) return [];
  let at = 0;
  const parts = spanners.map(({ title, columns }) => {
    const own = widths.slice(at, at += columns);
    const width = own.reduce((sum, width) => sum + width + 2, -2);
    if (title === null) return " ".repeat(width);
    const text = ` ${oneLine(title)} `;
    const left = Math.max(0, Math.floor((width - columnsWide(text)) / 2));
    return ("-".repeat(left) + text).padEnd(width, "-");
  });
  return [parts.join("  ").trimEnd()];
}

/** A column: title, rule, cells, all of the same width. */
function block(column: ModelColumn, cells: readonly TextCell[]): string[] {
  const texts = [oneLine(column.title), ...atThePoint(cells)];
  const widths = texts.map(columnsWide);
  const width = widths.reduce((most, width) => Math.max(most, width), 1);
  const [title, ...contents] = texts.map((text, i) => {
    const room = " ".repeat(width - widths[i]);
    return column.align === "right" ? room + text : text + room;
  });
  return [title, "-".repeat(width), ...contents];
}

/** Numbers without a power of ten get room for the decimals that others have. */
function atThePoint(cells: readonly TextCell[]): string[] {
  const behind = (text: string) => text.includes(".") ? text.length - text.indexOf(".") : 0;
  const most = cells.reduce(
    (most, { text, plain }) => plain ? Math.max(most, behind(text)) : most,
    0,
  );
  return cells.map(({ text, plain }) => plain ? text + " ".repeat(most - behind(text)) : text);
}

function textCell(cell: Cell): string {
  switch (cell.kind) {
    case "number":
      return plainNumber(cell.number);
    case "tex":
      return oneLine(cell.tex);
    case "lines":
      return cell.lines.map(textCell).join("; ");
    case "picture":
      return oneLine(cell.alt);
    case "link":
    case "text":
      return oneLine(cell.text);
  }
}

function oneLine(text: string): string {
  return printable(text).replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ⏎ ");
}
