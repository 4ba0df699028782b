import type { Notation } from "./_number_text.ts";
import { tableHtml } from "./_table_html.ts";
import { tableMarkdown } from "./_table_markdown.ts";
import { tableModel } from "./_table_model.ts";
import { tableText } from "./_table_text.ts";
import { type Bundle, display, type Displayable, mime } from "./bundle.ts";

export type { Notation };

/** One column of a table. */
export interface Column {
  /** The property of the rows it shows. */
  readonly key: string;
  /** Its head; the key if not given. */
  readonly title?: string;
  /** Digits of its numbers; those of the table if not given. */
  readonly digits?: number;
  /** How its numbers are written, "significant" if not given. */
  readonly notation?: Notation;
  /** Changes a value before it is written. */
  readonly format?: (value: unknown) => unknown;
  /** The side its cells stand on; numbers stand right if not given. */
  readonly align?: "left" | "right";
}

/** How a table is written. */
export interface TableOptions {
  /** What the table shows, above it. */
  readonly caption?: string;
  /** The columns, in order, by key or in full; all properties of the rows if not given. */
  readonly columns?: readonly (string | Column)[];
  /** Significant digits of numbers, 4 if not given. */
  readonly digits?: number;
}

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
 * A table of values. Numbers are rounded to significant digits and aligned at the point; `-0`, `NaN`
 * and infinities are shown as such; a {@linkcode formula} is typeset; everything else is shown as
 * text, never as HTML or Markdown.
 *
 * @param rows one object for each row
 * @param options caption, columns, digits
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
 *     "12    144   ".trimEnd(),
 *   ].join("\n"),
 * );
 * ```
 */
export function table(
  rows: readonly Readonly<Record<string, unknown>>[],
  options: TableOptions = {},
): Table {
  checkDigits(options.digits, "significant");
  for (const column of options.columns ?? []) {
    if (typeof column !== "string") checkDigits(column.digits, column.notation ?? "significant");
  }
  const model = tableModel(rows, options);
  const self: Table = {
    rows,
    html: () => tableHtml(model),
    markdown: () => tableMarkdown(model),
    toString: () => tableText(model),
    bundle: () => ({
      [mime.html]: self.html(),
      [mime.markdown]: self.markdown(),
      [mime.plain]: self.toString(),
    }),
    [display]: () => self.bundle(),
  };
  return self;
}

function checkDigits(digits: number | undefined, notation: Notation): void {
  const least = notation === "fixed" ? 0 : 1;
  if (digits === undefined || (Number.isInteger(digits) && digits >= least && digits <= 100)) {
    return;
  }
  throw new RangeError(
    `Cannot write numbers as digits must be an integer from ${least} to 100: current value is ${digits}`,
  );
}
