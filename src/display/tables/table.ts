import { cutTable } from "./_cut_table.ts";
import { type TableModel, tableModel } from "./_table_model.ts";
import {
  type Column,
  columnOptions,
  heatOptions,
  type Notation,
  type TableOptions,
  tableOptions,
} from "./_table_options.ts";
import { htmlBytes, tableHtml } from "./_table_html.ts";
import { markdownBytes, tableMarkdown } from "./_table_markdown.ts";
import { tableText, textBytes } from "./_table_text.ts";
import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";
import { checkOptions } from "../../options/check_options.ts";

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
  /** The output in every format. */
  bundle(): Bundle;
}

/**
 * A table of values. Numbers are rounded and aligned at the point; `-0`, `NaN` and infinities are
 * shown as such; a {@linkcode formula} is typeset; everything else is shown as text, never as HTML or
 * Markdown. A table of more than 64 KB is cut, with a notice.
 *
 * @param rows one object for each row
 * @param options caption, columns, digits, order, totals
 * @returns the table
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
  checkOptions("write a table", options, tableOptions);
  checkDigits(options.digits, "significant");
  options.columns?.forEach(checkColumn);
  const { limit = 65_536 } = options;
  let written: TableModel | undefined;
  const model = () => written ??= tableModel(rows, options);
  const self: Table = {
    rows,
    html: () => tableHtml(cutTable(model(), limit, htmlBytes)),
    markdown: () => tableMarkdown(cutTable(model(), limit, markdownBytes)),
    toString: () => tableText(cutTable(model(), limit, textBytes)),
    bundle: () => ({
      [mime.html]: self.html(),
      [mime.markdown]: self.markdown(),
      [mime.plain]: self.toString(),
    }),
    [displaySymbol]: () => self.bundle(),
  };
  return self;
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
