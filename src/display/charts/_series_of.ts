import { shown } from "../../options/shown.ts";
import { type Columns, columnsOf } from "./_columns.ts";
import type { AxisTitle, ColumnTitle } from "./labels.ts";
import { checkMeasured, type Measured } from "./_measure.ts";
import type { Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** Which columns are drawn, and as what. */
export interface Channels {
  /** The column on x; the one named `x` if not given. */
  readonly x?: string | ColumnTitle;
  /** The column on y, or several; the one named `y` if not given. */
  readonly y?: string | ColumnTitle | readonly string[];
  /** The column that tells series apart. */
  readonly colour?: string;
  /** The column that tells small multiples apart. */
  readonly group?: string;
  /** The columns of the ends of a band around each curve. */
  readonly band?: readonly [low: string, high: string];
}

const column = kinds.either(kinds.text, kinds.object);

/** What each of {@linkcode Channels} must be. */
export const channelOptions: Known<Channels> = {
  x: column,
  y: kinds.either(column, kinds.list),
  colour: kinds.text,
  group: kinds.text,
  band: kinds.list,
};

/** One series out of a table. */
export interface TableSeries {
  readonly title: string;
  readonly group?: string;
  readonly points: readonly (readonly [x: Measured, y: Measured])[];
  readonly band?: readonly (readonly [x: Measured, low: Measured, high: Measured])[];
}

/** The series of a table, and what its axes are called. */
export interface SeriesOfTable {
  readonly series: readonly TableSeries[];
  readonly x: AxisTitle;
  readonly y: AxisTitle;
}

/** Numbers alone, or pairs of them, are a table without names; so are those of a set or a map. */
function withNames(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  const isList = Array.isArray(data) || ArrayBuffer.isView(data) || data instanceof Set ||
    data instanceof Map;
  if (!isList) return data;
  const values = Array.from(data as unknown as ArrayLike<unknown>);
  if (values.length === 0) return data;
  if (values.every((value) => Array.isArray(value) && value.length === 2)) {
    const pairs = values as readonly (readonly unknown[])[];
    return { x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) };
  }
  const single = (value: unknown) =>
    typeof value !== "object" || value instanceof Date || value === null;
  return values.every(single) ? { x: values.map((_, i) => i), y: values } : data;
}

/** Takes a table of data apart into series. */
export function seriesOf(data: unknown, channels: Channels): SeriesOfTable {
  const columns = columnsOf(withNames(data));
  const x = named(channels.x ?? "x");
  const ys = Array.isArray(channels.y)
    ? (channels.y as readonly string[]).map(named)
    : [named((channels.y ?? "y") as string | ColumnTitle)];
  if (ys.length === 0) {
    throw new TypeError(`Cannot draw columns as y must name one at least: current value is []`);
  }
  const series = ys.flatMap(({ column }) => split(columns, x.column, column, channels, ys.length));
  return { series, x: titleOf(x), y: ys.length === 1 ? titleOf(ys[0]) : "value" };
}

/** A column that was named, with or without a title. */
export function named(column: string | ColumnTitle): ColumnTitle {
  if (typeof column === "string") return { column };
  if (typeof column === "object" && column !== null && typeof column.column === "string") {
    return column;
  }
  throw new TypeError(
    `Cannot draw a column as it must be a name or { column, title }: ` +
      `current value is ${shown(column)}`,
  );
}

/** What an axis is called that a column stands on. */
export function titleOf({ column, title = column, unit }: ColumnTitle): AxisTitle {
  return unit === undefined ? title : { title, unit };
}

/** The rows of one column by colour and group, in the order in which they come. */
function split(
  columns: Columns,
  x: string,
  y: string,
  { colour, group, band }: Channels,
  several: number,
): TableSeries[] {
  const [xs, ys] = [columns.get(x), columns.get(y)];
  if (xs.length !== ys.length) {
    throw new RangeError(
      `Cannot draw ${y} over ${x} as both columns must be of one length: ` +
        `current value is ${ys.length} and ${xs.length}`,
    );
  }
  checkMeasured(xs, `column ${x} as its values`);
  checkMeasured(ys, `column ${y} as its values`);
  const colours = colour === undefined ? undefined : columns.get(colour);
  const groups = group === undefined ? undefined : columns.get(group);
  const ends = band?.map((end) => columns.get(end));
  type Mutable = { title: string; group?: string; points: unknown[]; band?: unknown[] };
  const found = new Map<string, Mutable>();
  xs.forEach((value, i) => {
    const title = colours === undefined
      ? y
      : several > 1
      ? `${colours[i]}, ${y}`
      : `${colours[i] ?? "–"}`;
    const place = groups === undefined ? undefined : `${groups[i] ?? "–"}`;
    const key = JSON.stringify([title, place]);
    let one = found.get(key);
    if (!one) {
      one = { title, ...(place === undefined ? {} : { group: place }), points: [] };
      found.set(key, one);
    }
    one.points.push([value, ys[i]]);
    if (ends) (one.band ??= []).push([value, ends[0][i], ends[1][i]]);
  });
  return [...found.values()] as unknown as TableSeries[];
}
