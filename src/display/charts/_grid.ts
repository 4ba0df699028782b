/** Values on a grid. */
export interface Grid {
  /** The abscissas, rising. */
  readonly x: readonly number[];
  /** The ordinates, rising. */
  readonly y: readonly number[];
  /** The values, one row for each ordinate: `z[j][i]` belongs to `x[i]` and `y[j]`. */
  readonly z: readonly (readonly number[])[];
}

/** Refuses a grid whose values do not fit its axes. */
export function checkGrid({ x, y, z }: Grid): void {
  if (x.length > 0 && y.length === z.length && z.every((row) => row.length === x.length)) return;
  const lengths = [...new Set(z.map((row) => row.length))].join(" or ");
  throw new RangeError(
    `Cannot draw a grid as z must have ${y.length} rows of ${x.length} values: ` +
      `current value is ${z.length} rows of ${lengths}`,
  );
}

/** Blocks of cells instead of cells, each with its value of largest size at its middle. */
export function thinGrid(grid: Grid, most: number): Grid {
  if (grid.x.length <= most && grid.y.length <= most) return grid;
  const [columns, rows] = [blocks(grid.x.length, most), blocks(grid.y.length, most)];
  const middle = (values: readonly number[], [from, to]: readonly [number, number]) =>
    (values[from] + values[to - 1]) / 2;
  return {
    x: columns.map((block) => middle(grid.x, block)),
    y: rows.map((block) => middle(grid.y, block)),
    z: rows.map(([top, bottom]) =>
      columns.map(([left, right]) =>
        largest(grid.z.slice(top, bottom).flatMap((row) => row.slice(left, right)))
      )
    ),
  };
}

function blocks(length: number, most: number): (readonly [from: number, to: number])[] {
  const count = Math.min(length, most);
  const edge = (i: number) => Math.round(i * length / count);
  return Array.from({ length: count }, (_, i) => [edge(i), edge(i + 1)] as const);
}

function largest(values: readonly number[]): number {
  return values.reduce(
    (best, value) => Number.isFinite(value) && !(Math.abs(value) <= Math.abs(best)) ? value : best,
    NaN,
  );
}
