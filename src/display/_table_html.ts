import { escapeHtml } from "./escape.ts";
import { htmlNumber, type NumberText } from "./_number_text.ts";
import { type Cell, decimalsOf, type ModelColumn, type TableModel } from "./_table_model.ts";

const rule = "1px solid rgba(128,128,128,.6)";
const thin = "1px solid rgba(128,128,128,.25)";
const cellStyle = "padding:.25em .75em;border:0;white-space:pre-line;vertical-align:baseline";

/** A table in HTML. Styles are inline, as an untrusted notebook drops all others. */
export function tableHtml({ caption, columns, rows }: TableModel): string {
  const head = columns.map((column) =>
    `<th scope="col" style="${cellStyle};text-align:${column.align};border-bottom:${rule}">` +
    `${escapeHtml(column.title)}</th>`
  ).join("");
  const body = rows.map((row) =>
    `<tr>${row.map((cell, i) => htmlCell(cell, columns[i])).join("")}</tr>`
  );
  return [
    `<table style="border-collapse:collapse;border:0;font-variant-numeric:tabular-nums;margin:.5em 0">`,
    ...(caption === undefined ? [] : [
      `<caption style="caption-side:top;text-align:left;font-weight:bold;padding:.25em .75em">` +
      `${escapeHtml(caption)}</caption>`,
    ]),
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>`,
    ...body,
    `</tbody>`,
    `</table>`,
  ].join("\n");
}

function htmlCell(cell: Cell, column: ModelColumn): string {
  const style = `${cellStyle};text-align:${column.align};border-bottom:${thin}`;
  const content = htmlContent(cell, column);
  return column.names
    ? `<th scope="row" style="${style};font-weight:normal">${content}</th>`
    : `<td style="${style}">${content}</td>`;
}

function htmlContent(cell: Cell, column: ModelColumn): string {
  switch (cell.kind) {
    case "number":
      return htmlNumber(cell.number) + roomBehind(cell.number, column);
    case "tex":
      // Typeset by the front end; it is our own text, as `formula` allows no bare dollar sign.
      return `$${cell.tex.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c] ?? "&gt;")}$`;
    case "text":
      return escapeHtml(cell.text);
  }
}

/** Spaces as wide as the digits and the point that others in the column have behind the point. */
function roomBehind({ digits }: NumberText, { align, decimals = 0 }: ModelColumn): string {
  const own = decimalsOf(digits);
  if (align !== "right" || !/\d/.test(digits)) return "";
  return (own === 0 && decimals > 0 ? "\u2008" : "") + "\u2007".repeat(Math.max(0, decimals - own));
}
