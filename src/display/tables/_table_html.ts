import type { Cell } from "./_cell.ts";
import { columnsWide } from "./_columns_wide.ts";
import { htmlNumber, type NumberText, roomBehind } from "./_number_text.ts";
import type { CellFormat, ShownTable } from "./_cut_table.ts";
import { utf8Length } from "./_utf8_length.ts";
import type { ModelCell, ModelColumn } from "./_table_model.ts";
import { linkHtml } from "../texts/link.ts";
import { escapeHtml } from "../texts/escape.ts";

const rule = "1px solid rgba(128,128,128,.7)";
const hair = "1px solid rgba(128,128,128,.3)";
const room = "padding:.25em .7em";
// Some pages stripe tables for light pages only, and write black in them.
const plain = "background:none";

/** A cell in HTML, before its column is known; a number gets room behind it. */
interface HtmlCell {
  readonly content: string;
  readonly number?: NumberText;
  /** Of its style what stands before and after what its column asks for. */
  readonly colours: string;
  readonly width: string;
  readonly direction: string;
}

/** Cells of HTML. */
export const htmlCells: CellFormat<HtmlCell> = {
  write: htmlCell,
  // Around the cells, and what may be needed to align them. Pictures are no rows too many: whoever
  // puts them in cells wants them.
  bytes: (row) =>
    row.reduce(
      (sum, { content, colours, width, direction }) =>
        sum + utf8Length(content.replace(source, "")) + colours.length + width.length +
        direction.length + 65,
      82,
    ),
};

const source = /(?<=<img src=")[^"]*/g;

/**
 * A table in HTML, in a box that scrolls sideways where it is wider than the page, by the keyboard
 * too. Styles are inline, as an untrusted notebook drops all others.
 */
export function tableHtml(shown: ShownTable<HtmlCell>): string {
  const { caption, spanners, columns, rows, totals, notice } = shown;
  const row = (cells: readonly HtmlCell[], line: string) =>
    `<tr style="${plain};border-bottom:${line}">${
      cells.map((cell, i) => cellIn(columns[i], cell)).join("")
    }</tr>`;
  const name = escapeHtml(caption ?? "Table", "attribute");
  const lines = [
    `<div role="region" tabindex="0" aria-label="${name}" style="max-width:100%;overflow-x:auto">`,
    `<table style="color:inherit;border-collapse:collapse;font-variant-numeric:tabular-nums;` +
    `margin:.5em 0">`,
    ...(caption === undefined ? [] : [
      `<caption style="caption-side:top;text-align:left;font-weight:bold;${room}` +
      // A caption is as wide as the table, which breaks the line of a short one over a narrow table.
      `${caption.length <= 60 ? ";white-space:nowrap" : ""}">` +
      `${content(caption)}</caption>`,
    ]),
    `<thead>`,
    ...(spanners.length > 0 ? [spannerRow(spanners)] : []),
    `<tr style="${plain};border-bottom:${rule}">${columns.map(head).join("")}</tr>`,
    `</thead>`,
    `<tbody>`,
    ...rows.map((cells) => row(cells, hair)),
    `</tbody>`,
    ...(totals || notice !== undefined
      ? [
        `<tfoot>`,
        ...(totals ? [row(totals, rule)] : []),
        ...(notice === undefined ? [] : [
          `<tr style="${plain}"><td colspan="${columns.length}" style="text-align:left;${room}">` +
          `${escapeHtml(notice)}</td></tr>`,
        ]),
        `</tfoot>`,
      ]
      : []),
    `</table>`,
    `</div>`,
  ];
  return lines.join("\n");
}

function spannerRow(spanners: ShownTable<unknown>["spanners"]): string {
  const cells = spanners.map(({ title, columns }) =>
    title === null
      ? `<td colspan="${columns}"></td>`
      : `<th scope="colgroup" colspan="${columns}" ` +
        `style="text-align:center;${room};border-bottom:${hair}">${content(title)}</th>`
  );
  return `<tr style="${plain}">${cells.join("")}</tr>`;
}

function head({ title, align }: ModelColumn): string {
  const narrow = columnsWide(title) <= 10
    ? unbroken(title)
    : han.test(title)
    ? ["min-width:4.5em"]
    : [];
  const style = [`text-align:${align}`, room, ...narrow].join(";");
  return `<th scope="col" style="${style}">${content(title)}</th>`;
}

function htmlCell({ cell, colours }: ModelCell): HtmlCell {
  const own = {
    content: htmlContent(cell),
    colours: colours ? `;background:${colours.background};color:${colours.text}` : "",
  };
  if (cell.kind === "number") return { ...own, number: cell.number, width: "", direction: "" };
  const text = longestText(cell);
  const style = [
    ...unbroken(text),
    ...(columnsWide(text) > 30 ? [`min-width:${widthOf(text)}em`] : []),
    ...(text.length > 100 ? ["overflow-wrap:anywhere"] : []),
  ];
  return {
    ...own,
    width: style.map((one) => `;${one}`).join(""),
    direction: rightToLeft.test(text) ? ` dir="auto"` : "",
  };
}

function cellIn(column: ModelColumn, cell: HtmlCell): string {
  const { number, colours, width, direction } = cell;
  const content = number ? cell.content + roomBehind(number, column) : cell.content;
  const style = `text-align:${column.align};${room}${colours}`;
  return column.names
    ? `<th scope="row"${direction} style="${style};font-weight:normal${width}">${content}</th>`
    : `<td${direction} style="${style}${width}">${content}</td>`;
}

/** The longest text of a cell, which decides on its width. */
function longestText(cell: Cell): string {
  const texts = cell.kind === "lines" ? cell.lines.map(longestText) : [];
  if (cell.kind === "text") texts.push(cell.text);
  return texts.reduce((longest, text) => text.length > longest.length ? text : longest, "");
}

const han = /\p{Script=Han}/u;

/** A day or a time. */
const instant = /^\d{4}-\d\d-\d\d(?: [\d:.]+Z)?$/;

/**
 * Chinese breaks after any character, and would in a narrow column after each; so would days at
 * their dashes.
 */
function unbroken(text: string): string[] {
  const isChinese = han.test(text) && columnsWide(text) <= 30;
  return isChinese || instant.test(text) ? ["white-space:nowrap"] : [];
}

/** A width at which a long text is about three times as wide as it is high, in ems. */
function widthOf(text: string): number {
  return Math.min(26, Math.max(10, Math.round(1.6 * Math.sqrt(columnsWide(text)))));
}

/** Letters of Hebrew, Arabic and their like. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function htmlContent(cell: Cell): string {
  switch (cell.kind) {
    case "number":
      return htmlNumber(cell.number);
    case "tex":
      // Typeset by the front end. Sphinx typesets what is in an element of this class.
      // In the fonts of mathematics letters look larger than those around.
      return `<span class="math" style="font-size:.85em">\\(${
        cell.tex.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c] ?? "&gt;")
      }\\)</span>`;
    case "link":
      return linkHtml(cell);
    case "picture":
      return cell.source
        ? `<img src="${cell.source}" alt="${escapeHtml(cell.alt, "attribute")}" ` +
          `style="max-width:220px;max-height:140px">`
        : content(cell.alt);
    case "lines":
      return cell.lines.map(htmlContent).join("<br>");
    case "text":
      return content(cell.text);
  }
}

function content(text: string): string {
  return escapeHtml(text).replace(/\r\n|[\r\n\u2028\u2029]/g, "<br>");
}
