import { has } from "../../options/check_list.ts";
import { shown } from "../../options/shown.ts";
import { numberOf } from "./_measure.ts";
import { type Reading, readingOf } from "./_reading.ts";

/** Values on a grid. */
export interface Grid {
  /** The abscissas, rising: numbers, or dates. */
  readonly x: readonly number[] | readonly Date[];
  /** The ordinates, rising: numbers, or dates. */
  readonly y: readonly number[] | readonly Date[];
  /** The values, one row for each ordinate: `z[j][i]` belongs to `x[i]` and `y[j]`. */
  readonly z: readonly (readonly number[])[];
}

/** A grid whose places have been read. */
export interface ReadGrid extends Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A grid by numbers, and how to read its axes. */
export function readGrid(
  grid: Grid,
  zone?: string,
): { readonly grid: ReadGrid; readonly readings: readonly [x: Reading, y: Reading] } {
  checkGrid(grid);
  const read = [readingOf(grid.x, zone), readingOf(grid.y, zone)] as const;
  const [x, y] = [grid.x.map(read[0].number), grid.y.map(read[1].number)];
  for (const places of [x, y]) {
    if (places.every(Number.isFinite)) continue;
    throw new TypeError("Cannot draw a grid as x and y must be finite numbers or dates");
  }
  const readings = [
    read[0].within(x[0], x[x.length - 1]),
    read[1].within(y[0], y[y.length - 1]),
  ] as const;
  return { grid: { x, y, z: grid.z.map((row) => Array.from(row, numberOf)) }, readings };
}

/** Refuses a grid whose values do not fit its axes. */
function checkGrid(grid: Grid): void {
  if (!has(grid, "x", "y", "z")) {
    throw new TypeError(
      `Cannot draw a grid as it must be { x, y, z }, such as gridOf gives: ` +
        `current value is ${shown(grid)}`,
    );
  }
  const { x, y, z } = grid;
  if (!Array.isArray(x) || !Array.isArray(y) || !Array.isArray(z)) {
    throw new TypeError(
      `Cannot draw a grid as x, y and z must be lists: current value is ` +
        `${shown(x)}, ${shown(y)}, ${shown(z)}`,
    );
  }
  if (x.length === 0 || y.length === 0) {
    throw new RangeError(
      `Cannot draw a grid as x and y must have one place at least: ` +
        `current value is ${x.length} and ${y.length}`,
    );
  }
  if (y.length === z.length && z.every((row) => row.length === x.length)) return;
  const lengths = [...new Set(z.map((row) => row.length))].join(" or ");
  throw new RangeError(
    `Cannot draw a grid as z must have ${y.length} rows of ${x.length} values: ` +
      `current value is ${z.length} rows of ${lengths}`,
  );
}

/** Blocks of cells instead of cells, each with its value of largest size at its middle. */
export function thinGrid(grid: ReadGrid, most: number): ReadGrid {
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
