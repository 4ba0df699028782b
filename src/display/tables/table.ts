import { type TableModel, tableModel } from "./_table_model.ts";
import { tableHtml } from "./_table_html.ts";
import { tableMarkdown } from "./_table_markdown.ts";
import { tableText } from "./_table_text.ts";
import { type Bundle, type Displayable, displaySymbol, mime } from "../bundle.ts";

/**
 * How numbers are written. `significant`: so many significant digits, fewer where a number is exact
 * with fewer, whole numbers below 10¹² in full, tiny and huge ones with a power of ten. `fixed`: so
 * many decimals. `scientific`: always with a power of ten.
 */
export type Notation = "significant" | "fixed" | "scientific";

/** How cells are coloured by their numbers. */
export interface Heat {
  /** "log" for positive numbers over many powers of ten; "linear" if not given. */
  readonly scale?: "linear" | "log";
  /** Two hues that meet at zero; one hue if not given. */
  readonly diverging?: boolean;
}

/** What stands below a column: its sum and the like, or what a function makes of its values. */
export type Total = "sum" | "mean" | "min" | "max" | ((values: readonly unknown[]) => unknown);

/** One column of a table. */
export interface Column {
  /** The property of the rows it shows. */
  readonly key: string;
  /** Its head; the key if not given. */
  readonly title?: string;
  /** The unit of its values, in the head. */
  readonly unit?: string;
  /** A head above this column and its neighbours with the same one. */
  readonly spanner?: string;
  /** Digits of its numbers; those of the table if not given. */
  readonly digits?: number;
  /** How its numbers are written, "significant" if not given. */
  readonly notation?: Notation;
  /** Changes a value before it is written. */
  readonly format?: (value: unknown) => unknown;
  /** The side its cells stand on; numbers stand right if not given. */
  readonly align?: "left" | "right";
  /** Colours its cells by their numbers. */
  readonly heat?: boolean | Heat;
}

/** How a table is written. */
export interface TableOptions {
  /** What the table shows, above it. */
  readonly caption?: string;
  /** The columns, in order, by key or in full; all properties of the rows if not given. */
  readonly columns?: readonly (string | Column)[];
  /** Digits of numbers, 4 if not given. */
  readonly digits?: number;
  /**
   * Sorts the rows by this key; numbers before texts, what is missing or not a number last. With
   * `-` before the key the largest comes first.
   */
  readonly sort?: string;
  /** A last row with totals, by key. */
  readonly totals?: Readonly<Record<string, Total>>;
  /** Bytes of HTML above which rows are left out, with a notice; 65536 if not given. */
  readonly limit?: number;
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
  checkDigits(options.digits, "significant");
  for (const column of options.columns ?? []) {
    if (typeof column !== "string") checkDigits(column.digits, column.notation ?? "significant");
  }
  let written: TableModel | undefined;
  const model = () => written ??= tableModel(rows, options);
  const self: Table = {
    rows,
    html: () => tableHtml(model()),
    markdown: () => tableMarkdown(model()),
    toString: () => tableText(model()),
    bundle: () => ({
      [mime.html]: self.html(),
      [mime.markdown]: self.markdown(),
      [mime.plain]: self.toString(),
    }),
    [displaySymbol]: () => self.bundle(),
  };
  return self;
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
