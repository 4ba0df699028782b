import type { ModelCell, ModelColumn, TableModel } from "./_table_model.ts";

/** How a format writes cells, each once and before it is known how wide its column is. */
export interface CellFormat<Written> {
  write(cell: ModelCell): Written;
  /** About how many bytes a row takes. */
  bytes(row: readonly Written[]): number;
}

/** As much of a table as a format shows, with its cells written. */
export interface ShownTable<Written> extends Pick<TableModel, "caption" | "spanners"> {
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly (readonly Written[])[];
  readonly totals?: readonly Written[];
  /** Says how many rows were left out. */
  readonly notice?: string;
}

/** For the head of a table, about. */
const headBytes = 2_000;

/**
 * As many rows of a table as fit in so many bytes of a format.
 *
 * @param model the table
 * @param limit the bytes; `Infinity` for all rows
 * @param format how its cells are written
 */
export function cutTable<Written>(
  model: TableModel,
  limit: number,
  { write, bytes }: CellFormat<Written>,
): ShownTable<Written> {
  const { caption, spanners, totals, count } = model;
  const cells: (readonly ModelCell[])[] = [];
  const rows: (readonly Written[])[] = [];
  let size = headBytes;
  while (rows.length < count) {
    const row = model.row(rows.length);
    const written = row.map(write);
    size += bytes(written);
    if (size > limit) break;
    cells.push(row);
    rows.push(written);
  }
  return {
    ...(caption === undefined ? {} : { caption }),
    spanners,
    columns: model.columnsFor(cells),
    rows,
    ...(totals ? { totals: totals.map(write) } : {}),
    ...(rows.length < count
      ? { notice: `${rows.length} of ${count} rows; all are in the rows of the table` }
      : {}),
  };
}
