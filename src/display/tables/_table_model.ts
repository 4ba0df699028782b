import { namesOf } from "../_names_of.ts";
import { decimalsOf } from "./_number_text.ts";
import { type Cell, cellOf } from "./_cell.ts";
import { type Colours, heatOf } from "./_heat.ts";
import { nameOfTotals, totalOf } from "./_totals.ts";
import type { Column, TableOptions } from "./_table_options.ts";
import { translations } from "../texts/translations.ts";

/** A row of a table: what its first column says may be its name. */
export type Row = Readonly<Record<string, unknown>>;

/** A table in order, in no format yet; its cells are written when a format asks for them. */
export interface TableModel {
  readonly caption?: string;
  /** Heads above several columns, `null` where there is none; empty if there is none at all. */
  readonly spanners: readonly { readonly title: string | null; readonly columns: number }[];
  /** The columns that were asked for, in order. */
  readonly asked: readonly Column[];
  /** The rows, in order. */
  readonly ordered: readonly Row[];
  /** How many rows there are. */
  readonly count: number;
  /** What stands in the cells, before it is written. */
  values(): Iterable<unknown>;
  /** The cells of a row. */
  row(index: number): readonly ModelCell[];
  readonly totals?: readonly ModelCell[];
  /** The columns as some of the rows need them. */
  columnsFor(rows: readonly (readonly ModelCell[])[]): readonly ModelColumn[];
}

/** A cell with its colours. */
export interface ModelCell {
  readonly cell: Cell;
  readonly colours?: Colours;
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

/** Orders the rows, and writes each cell once, with its colours. */
export function tableModel(rows: readonly Row[], options: TableOptions): TableModel {
  const columns = (options.columns ?? keysOf(rows)).map((column): Column =>
    typeof column === "string" ? { key: column } : column
  );
  const ordered = options.sort === undefined ? rows : sorted(rows, options.sort);
  const heats = columns.map(({ key, heat }) =>
    heat ? heatOf(rows.map((row) => row[key]), heat === true ? {} : heat) : () => undefined
  );
  const write = (row: Row, coloured: boolean): ModelCell[] =>
    columns.map((column, i) => {
      const { key, digits, notation } = column;
      const colours = coloured ? heats[i](row[key]) : undefined;
      const cell = cellOf(valueIn(row, column), digits ?? options.digits ?? 4, notation);
      return colours ? { cell, colours } : { cell };
    });
  const totals = options.totals && write(totalRow(rows, columns, options.totals), false);
  const written: ModelCell[][] = [];
  return {
    ...(options.caption === undefined ? {} : { caption: translations.of(options.caption) }),
    spanners: spannersOf(columns),
    asked: columns,
    ordered,
    count: rows.length,
    values: () => ordered.flatMap((row) => columns.map((column) => valueIn(row, column))),
    row: (index) => written[index] ??= write(ordered[index], true),
    ...(totals ? { totals } : {}),
    columnsFor: (shown) => {
      const all = totals ? [...shown, totals] : shown;
      return columns.map((column, i) => modelColumn(column, i, all.map((row) => row[i].cell)));
    },
  };
}

function valueIn(row: Row, { key, format }: Column): unknown {
  return format ? format(row[key]) : row[key];
}

function keysOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(namesOf))];
}

/** Numbers by size, then texts by code point, then everything else as it was. */
function sorted(rows: readonly Row[], sort: string): Row[] {
  const descending = sort.startsWith("-");
  const key = descending ? sort.slice(1) : sort;
  const rank = (value: unknown) =>
    typeof value === "bigint" || (typeof value === "number" && !Number.isNaN(value))
      ? 0
      : typeof value === "string"
      ? 1
      : 2;
  return rows.toSorted((one, other) => {
    const [a, b] = [one[key], other[key]] as [number, number];
    const byRank = rank(a) - rank(b);
    if (byRank !== 0 || rank(a) === 2) return byRank;
    return (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1);
  });
}

function totalRow(
  rows: readonly Row[],
  columns: readonly Column[],
  totals: NonNullable<TableOptions["totals"]>,
): Row {
  const entries = columns.map(({ key }, i) => {
    if (Object.hasOwn(totals, key)) return [key, totalOf(totals[key], rows.map((row) => row[key]))];
    return [key, i === 0 ? nameOfTotals(Object.values(totals)) : ""];
  });
  return Object.fromEntries(entries);
}

function spannersOf(columns: readonly Column[]): TableModel["spanners"] {
  if (columns.every(({ spanner }) => spanner === undefined)) return [];
  const spanners: { title: string | null; columns: number }[] = [];
  for (const { spanner = null } of columns) {
    const last = spanners[spanners.length - 1];
    const title = spanner && translations.of(spanner);
    if (last && last.title === title) last.columns++;
    else spanners.push({ title, columns: 1 });
  }
  return spanners;
}

function modelColumn(column: Column, index: number, cells: readonly Cell[]): ModelColumn {
  let [numbers, positional, decimals] = [false, true, 0];
  for (const cell of cells) {
    if (cell.kind !== "number") continue;
    numbers = true;
    positional &&= cell.number.exponent === undefined;
    decimals = Math.max(decimals, decimalsOf(cell.number.digits));
  }
  const { key, unit } = column;
  const title = translations.of(column.title ?? key);
  return {
    title: unit === undefined ? title : `${title} (${translations.of(unit)})`,
    align: column.align ?? (numbers ? "right" : "left"),
    names: index === 0 && !numbers,
    ...(positional && numbers ? { decimals } : {}),
  };
}
