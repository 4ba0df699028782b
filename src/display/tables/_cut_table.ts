import type { ModelCell, ModelColumn, TableModel } from "./_table_model.ts";

/** As much of a table as a format shows. */
export interface ShownTable extends Pick<TableModel, "caption" | "spanners" | "totals"> {
  readonly columns: readonly ModelColumn[];
  readonly rows: readonly (readonly ModelCell[])[];
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
 * @param bytesOf about how many bytes a row takes in the format
 */
export function cutTable(
  model: TableModel,
  limit: number,
  bytesOf: (cells: readonly ModelCell[]) => number,
): ShownTable {
  const { caption, spanners, totals, count } = model;
  const rows: (readonly ModelCell[])[] = [];
  let bytes = headBytes;
  while (rows.length < count) {
    const row = model.row(rows.length);
    bytes += bytesOf(row);
    if (bytes > limit) break;
    rows.push(row);
  }
  return {
    ...(caption === undefined ? {} : { caption }),
    spanners,
    columns: model.columnsFor(rows),
    rows,
    ...(totals ? { totals } : {}),
    ...(rows.length < count
      ? { notice: `${rows.length} of ${count} rows; all are in the rows of the table` }
      : {}),
  };
}
