import type { Cell } from "./_cell.ts";
import { htmlNumber, type NumberText } from "./_number_text.ts";
import type { ShownTable } from "./_cut_table.ts";
import { decimalsOf, type ModelCell, type ModelColumn } from "./_table_model.ts";
import { linkHtml } from "../texts/link.ts";
import { escapeHtml } from "../texts/escape.ts";

const rule = "1px solid rgba(128,128,128,.7)";
const hair = "1px solid rgba(128,128,128,.3)";
const room = "padding:.25em .7em";

/** A table in HTML. Styles are inline, as an untrusted notebook drops all others. */
export function tableHtml(shown: ShownTable): string {
  const { caption, spanners, columns, rows, totals, notice } = shown;
  const row = (cells: readonly ModelCell[], line: string) =>
    `<tr style="border-bottom:${line}">${
      cells.map((cell, i) => htmlCell(cell, columns[i])).join("")
    }</tr>`;
  const lines = [
    `<table style="border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.5em 0">`,
    ...(caption === undefined ? [] : [
      `<caption style="caption-side:top;text-align:left;font-weight:bold;${room}` +
      // A caption is as wide as the table, which breaks the line of a short one over a narrow table.
      `${caption.length <= 60 ? ";white-space:nowrap" : ""}">` +
      `${content(caption)}</caption>`,
    ]),
    `<thead>`,
    ...(spanners.length > 0 ? [spannerRow(spanners)] : []),
    `<tr style="border-bottom:${rule}">${columns.map(head).join("")}</tr>`,
    `</thead>`,
    `<tbody>`,
    ...rows.map((cells) => row(cells, hair)),
    `</tbody>`,
    ...(totals || notice !== undefined
      ? [
        `<tfoot>`,
        ...(totals ? [row(totals, rule)] : []),
        ...(notice === undefined ? [] : [
          `<tr><td colspan="${columns.length}" style="text-align:left;${room}">` +
          `${escapeHtml(notice)}</td></tr>`,
        ]),
        `</tfoot>`,
      ]
      : []),
    `</table>`,
  ];
  return lines.join("\n");
}

/** About how many bytes of HTML a row takes. */
export function htmlBytes(cells: readonly ModelCell[]): number {
  const column: ModelColumn = { title: "", align: "right", names: false };
  const html = cells.map((cell) => htmlCell(cell, column)).join("");
  // Around the cells, and what may be needed to align them.
  return new TextEncoder().encode(html).length + 66 + 12 * cells.length;
}

function spannerRow(spanners: ShownTable["spanners"]): string {
  const cells = spanners.map(({ title, columns }) =>
    title === null
      ? `<td colspan="${columns}"></td>`
      : `<th scope="colgroup" colspan="${columns}" ` +
        `style="text-align:center;${room};border-bottom:${hair}">${content(title)}</th>`
  );
  return `<tr>${cells.join("")}</tr>`;
}

function head({ title, align }: ModelColumn): string {
  return `<th scope="col" style="text-align:${align};${room}">${content(title)}</th>`;
}

function htmlCell({ cell, colours }: ModelCell, column: ModelColumn): string {
  const style = [
    `text-align:${column.align}`,
    room,
    ...(colours ? [`background:${colours.background}`, `color:${colours.text}`] : []),
    ...(column.names ? ["font-weight:normal"] : []),
    ...(cell.kind === "text" && cell.text.length > 30 ? ["min-width:10em"] : []),
    ...(cell.kind === "text" && cell.text.length > 100 ? ["overflow-wrap:anywhere"] : []),
  ].join(";");
  const direction = cell.kind === "text" && rightToLeft.test(cell.text) ? ` dir="auto"` : "";
  const written = htmlContent(cell, column);
  return column.names
    ? `<th scope="row"${direction} style="${style}">${written}</th>`
    : `<td${direction} style="${style}">${written}</td>`;
}

/** Letters of Hebrew, Arabic and their like. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function htmlContent(cell: Cell, column: ModelColumn): string {
  switch (cell.kind) {
    case "number":
      return htmlNumber(cell.number) + roomBehind(cell.number, column);
    case "tex":
      // Typeset by the front end; `formula` lets no bare dollar sign in.
      return `$${cell.tex.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c] ?? "&gt;")}$`;
    case "link":
      return linkHtml(cell);
    case "text":
      return content(cell.text);
  }
}

function content(text: string): string {
  return escapeHtml(text).replace(/\r\n|[\r\n\u2028\u2029]/g, "<br>");
}

/** Spaces as wide as the digits and the point that others in the column have behind the point. */
function roomBehind({ digits }: NumberText, { align, decimals = 0 }: ModelColumn): string {
  const own = decimalsOf(digits);
  if (align !== "right" || !/\d/.test(digits)) return "";
  const point = own === 0 && decimals > 0 ? "\u2008" : "";
  return point + "\u2007".repeat(Math.max(0, decimals - own));
}
