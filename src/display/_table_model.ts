import { type Notation, type NumberText, numberText } from "./_number_text.ts";
import type { Column, TableOptions } from "./table.ts";

/** What stands in one cell. */
export type Cell =
  | { readonly kind: "number"; readonly number: NumberText; readonly value: number | bigint }
  | { readonly kind: "tex"; readonly tex: string }
  | { readonly kind: "text"; readonly text: string };

/** A table with every cell written, in no format yet. */
export interface TableModel {
  readonly caption?: string;
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column: its head and on which side its cells stand. */
export interface ModelColumn {
  readonly title: string;
  readonly align: "left" | "right";
  /** True for the column that names the rows. */
  readonly names: boolean;
  /** Decimals to make room for, where the column is aligned at the point. */
  readonly decimals?: number;
}

/** Writes every cell and decides how columns are aligned. */
export function tableModel(
  rows: readonly Readonly<Record<string, unknown>>[],
  options: TableOptions,
): TableModel {
  const columns = (options.columns ?? keysOf(rows)).map((column): Column =>
    typeof column === "string" ? { key: column } : column
  );
  const cells = rows.map((row) =>
    columns.map(({ key, digits, notation, format }) => {
      const value = format ? format(row[key]) : row[key];
      return cellOf(value, digits ?? options.digits ?? 4, notation);
    })
  );
  return {
    ...(options.caption === undefined ? {} : { caption: options.caption }),
    columns: columns.map((column, i) => modelColumn(column, i, cells.map((row) => row[i]))),
    rows: cells,
  };
}

function keysOf(rows: readonly object[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function modelColumn(column: Column, index: number, cells: readonly Cell[]): ModelColumn {
  const numbers = cells.flatMap((cell) => cell.kind === "number" ? [cell.number] : []);
  const positional = numbers.every(({ exponent }) => exponent === undefined);
  return {
    title: column.title ?? column.key,
    align: column.align ?? (numbers.length > 0 ? "right" : "left"),
    names: index === 0 && numbers.length === 0,
    ...(positional && numbers.length > 0
      ? { decimals: Math.max(...numbers.map(({ digits }) => decimalsOf(digits))) }
      : {}),
  };
}

/** How many digits stand behind the point. */
export function decimalsOf(digits: string): number {
  const point = digits.indexOf(".");
  return point < 0 ? 0 : digits.length - point - 1;
}

function cellOf(value: unknown, digits: number, notation?: Notation): Cell {
  if (typeof value === "number" || typeof value === "bigint") {
    return { kind: "number", number: numberText(value, digits, notation), value };
  }
  if (isTex(value)) return { kind: "tex", tex: value.tex };
  return { kind: "text", text: textOf(value, digits) };
}

function isTex(value: unknown): value is { readonly tex: string } {
  return typeof value === "object" && value !== null && "tex" in value &&
    typeof value.tex === "string";
}

function textOf(value: unknown, digits: number): string {
  if (value === null || value === undefined) return "–";
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
  }
  if (typeof value === "number" || typeof value === "bigint") {
    const { sign, digits: written, exponent } = numberText(value, digits);
    return `${sign}${written}${exponent === undefined ? "" : `e${exponent}`}`;
  }
  if (Array.isArray(value)) return value.map((part) => textOf(part, digits)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
