import type { Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * How numbers are written. `significant`: so many significant digits, fewer where a number is exact
 * with fewer, what stands before the point in full below 10¹², tiny and huge ones with a power of ten. `fixed`: so
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
  /** Bytes of each format above which rows are left out of it, with a notice; 65536 if not given. */
  readonly limit?: number;
}

/** What each of {@linkcode TableOptions} must be. */
export const tableOptions: Known<TableOptions> = {
  caption: kinds.text,
  columns: kinds.list,
  digits: kinds.number,
  sort: kinds.text,
  totals: kinds.object,
  limit: kinds.number,
};

/** What each property of a {@linkcode Column} must be. */
export const columnOptions: Known<Column> = {
  key: kinds.needed(kinds.text),
  title: kinds.text,
  unit: kinds.text,
  spanner: kinds.text,
  digits: kinds.number,
  notation: kinds.oneOf("significant", "fixed", "scientific"),
  format: kinds.callable,
  align: kinds.oneOf("left", "right"),
  heat: kinds.either(kinds.flag, kinds.object),
};

/** What each property of {@linkcode Heat} must be. */
export const heatOptions: Known<Heat> = {
  scale: kinds.oneOf("linear", "log"),
  diverging: kinds.flag,
};
