import { printable } from "./_printable.ts";
import { plainNumber } from "./_number_text.ts";
import type { Cell, ModelColumn, TableModel } from "./_table_model.ts";

/** A table for a terminal, its columns aligned, numbers at the decimal point. */
export function tableText({ caption, columns, rows }: TableModel): string {
  const blocks = columns.map((column, i) => block(column, rows.map((row) => row[i])));
  const lines = Array.from(
    { length: rows.length + 2 },
    (_, row) => blocks.map((cells) => cells[row]).join("  ").trimEnd(),
  );
  return [...(caption === undefined ? [] : [oneLine(caption)]), ...lines].join("\n");
}

/** A column: title, rule, cells, all of the same width. */
function block(column: ModelColumn, cells: readonly Cell[]): string[] {
  const contents = atThePoint(cells);
  const title = oneLine(column.title);
  const width = Math.max(...[title, ...contents].map(columnsWide), 1);
  const pad = (text: string) => {
    const room = " ".repeat(width - columnsWide(text));
    return column.align === "right" ? room + text : text + room;
  };
  return [pad(title), "-".repeat(width), ...contents.map(pad)];
}

function atThePoint(cells: readonly Cell[]): string[] {
  const texts = cells.map(textCell);
  const behind = (text: string) => text.includes(".") ? text.length - text.indexOf(".") : 0;
  const most = Math.max(
    0,
    ...cells.map((cell, i) => cell.kind === "number" ? behind(texts[i]) : 0),
  );
  return cells.map((cell, i) =>
    cell.kind === "number" && /\d/.test(texts[i]) && !/e/.test(texts[i])
      ? texts[i] + " ".repeat(most - behind(texts[i]))
      : texts[i]
  );
}

function textCell(cell: Cell): string {
  switch (cell.kind) {
    case "number":
      return plainNumber(cell.number);
    case "tex":
      return oneLine(cell.tex);
    case "text":
      return oneLine(cell.text);
  }
}

function oneLine(text: string): string {
  return printable(text).replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ⏎ ");
}

/** Columns on a terminal: two for ideographs and emoji, none for combining marks. */
function columnsWide(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}|\p{Cf}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u
          .test(character)
        ? 2
        : 1;
  }
  return width;
}
