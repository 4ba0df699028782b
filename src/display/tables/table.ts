import { cutTable } from "./_cut_table.ts";
import { drawPictures } from "./_pictures.ts";
import { saveTable } from "./_save_table.ts";
import { tableCsv } from "./_table_csv.ts";
import { tableTex, texCells } from "./_table_tex.ts";
import { type TableModel, tableModel } from "./_table_model.ts";
import {
  type Column,
  columnOptions,
  heatOptions,
  type Notation,
  type TableOptions,
  tableOptions,
} from "./_table_options.ts";
import { htmlCells, tableHtml } from "./_table_html.ts";
import { markdownCells, tableMarkdown } from "./_table_markdown.ts";
import { tableText, textCells } from "./_table_text.ts";
import { type Bundle, type Displayable, displaySymbol, isDisplayable, mime } from "../bundle.ts";
import { checkOptions } from "../../options/check_options.ts";
import { shown } from "../../options/shown.ts";

export type { Column, Heat, Notation, TableOptions, Total } from "./_table_options.ts";

/** Rows of values, set as a table. */
export interface Table extends Displayable {
  /** The values, as given. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** HTML with inline styles. */
  html(): string;
  /** A Markdown table. */
  markdown(): string;
  /** Aligned plain text. */
  toString(): string;
  /** The output in every format; a chart in a cell is in words until the table is shown. */
  bundle(): Bundle;
  /**
   * Writes all rows to a file, whole or not at all, in the format of its ending: `.csv` (values in
   * full, for programs), `.html` (a page that stands alone), `.md`, `.tex` (LaTeX) or `.txt`.
   */
  save(path: string | URL): Promise<void>;
}

/**
 * A table of values. Numbers are rounded and aligned at the point; `-0`, `NaN` and infinities are
 * shown as such; a {@linkcode formula} is typeset; a chart or an {@linkcode image} is a small picture;
 * a list of texts and such stands line by line; everything else is shown as text, never as HTML or
 * Markdown. A table of more than 64 KB is cut, with
 * a notice; a file holds all of it.
 *
 * @param rows one object for each row
 * @param options caption, columns, digits, order, totals
 * @returns the table
 * @throws TypeError if the rows are no list of objects
 * @throws RangeError if a number of digits is not an integer from 0 to 100, or 0 where digits are
 * significant
 *
 * @example
 * ```ts
 * import { table } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const squares = table([{ x: 0.5, square: 0.25 }, { x: 12, square: 144 }]);
 * assertEquals(
 *   squares.toString(),
 *   [
 *     "   x  square",
 *     "----  ------",
 *     " 0.5    0.25",
 *     "12    144",
 *   ].join("\n"),
 * );
 * ```
 *
 * @example Units, a spanner, colours, totals
 * ```ts
 * import { table } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const times = table([{ what: "relu", f32: 1.25, f64: 2.5 }, { what: "gelu", f32: 8, f64: 12 }], {
 *   columns: [
 *     { key: "what", title: "function" },
 *     { key: "f32", title: "float32", unit: "ns", spanner: "time", heat: true },
 *     { key: "f64", title: "float64", unit: "ns", spanner: "time", heat: true },
 *   ],
 *   sort: "-f64",
 *   totals: { f32: "sum", f64: "sum" },
 * });
 * assertStringIncludes(times.toString(), "float32 (ns)");
 * assertStringIncludes(times.html(), 'colspan="2"');
 * ```
 */
export function table(
  rows: readonly Readonly<Record<string, unknown>>[],
  options: TableOptions = {},
): Table {
  checkRows(rows);
  checkOptions("write a table", options, tableOptions);
  checkDigits(options.digits, "significant");
  options.columns?.forEach(checkColumn);
  const { limit = 65_536 } = options;
  let written: TableModel | undefined;
  const model = () => written ??= tableModel(rows, options);
  const formats = (most: number) => ({
    csv: () => tableCsv(model().ordered, model().asked),
    html: () => tableHtml(cutTable(model(), most, htmlCells)),
    md: () => tableMarkdown(cutTable(model(), most, markdownCells)),
    tex: () => tableTex(cutTable(model(), most, texCells)),
    txt: () => `${tableText(cutTable(model(), most, textCells))}\n`,
  });
  const cut = formats(limit);
  /** With pictures where there are some; otherwise at once. */
  const drawn = async () => {
    await drawPictures(model().values());
    written = undefined;
  };
  const self: Table = {
    rows,
    html: cut.html,
    markdown: cut.md,
    toString: () => cut.txt().slice(0, -1),
    bundle: () => ({
      [mime.html]: self.html(),
      [mime.markdown]: self.markdown(),
      [mime.plain]: self.toString(),
    }),
    save: async (path) => {
      await drawn();
      await saveTable(formats(Infinity), path, options.caption);
    },
    [displaySymbol]: () => hasPictures(rows) ? drawn().then(self.bundle) : self.bundle(),
  };
  return self;
}

/** Whether something in a row shows itself, other than formulas and links. */
function hasPictures(rows: readonly Readonly<Record<string, unknown>>[]): boolean {
  return rows.some((row) =>
    Object.values(row).flat().some((value) =>
      isDisplayable(value) && !("tex" in value) && !("href" in value)
    )
  );
}

/** Refuses what is no list of rows. */
function checkRows(rows: unknown): void {
  const wrong = !Array.isArray(rows)
    ? rows
    : rows.find((row) => typeof row !== "object" || row === null || Array.isArray(row));
  if (Array.isArray(rows) && (wrong === undefined && !rows.includes(undefined))) return;
  throw new TypeError(
    `Cannot write a table as rows must be a list of objects: current value is ${shown(wrong)}`,
  );
}

function checkColumn(column: string | Column): void {
  if (typeof column === "string") return;
  checkOptions("write a column", column, columnOptions);
  if (typeof column.heat === "object") checkOptions("colour a column", column.heat, heatOptions);
  checkDigits(column.digits, column.notation ?? "significant");
}

function checkDigits(digits: number | undefined, notation: Notation): void {
  const least = notation === "fixed" ? 0 : 1;
  if (digits === undefined || (Number.isInteger(digits) && digits >= least && digits <= 100)) {
    return;
  }
  throw new RangeError(
    `Cannot write numbers as digits must be an integer from ${least} to 100: ` +
      `current value is ${digits}`,
  );
}
