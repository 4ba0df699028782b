import { listed, several } from "../texts/_words.ts";
import type { Rows } from "./_columns.ts";
import { name, quantity, zoom } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import type { Measured } from "./_measure.ts";
import { type Reading, readingOf } from "./_reading.ts";
import { channelOptions, type Channels, seriesOf } from "./_series_of.ts";
import { uniqueTitles } from "./unique_titles.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";

/** Points of one kind. */
export interface PointSeries {
  /** The name in the legend. */
  readonly title: string;
  /** The points, in any order; x and y may be dates. */
  readonly points: Iterable<readonly [x: Measured, y: Measured]>;
}

/** How columns of a table are drawn as points. */
export interface ColumnScatterOptions
  extends Omit<Labels, "x" | "y">, Omit<Channels, "group" | "band"> {}

const { group: _group, band: _band, ...channels } = channelOptions;
const columnOptions: Known<ColumnScatterOptions> = { ...labelOptions, ...channels };

interface Point {
  readonly x: number;
  readonly y: number;
  readonly series: string;
}

type Range = readonly [low: number, high: number];

/** Points above which they are counted instead of drawn. */
const most = 2_000;

/** In how many cells points are counted, across and up. */
const [across, up] = [64, 40];

/**
 * A scatter plot. More than 2000 points are counted in cells instead, with a note, coloured by their
 * number: a cell with a single point is still seen, and a million points make a small picture.
 *
 * @param series the points; those that are missing or no numbers are counted in a note. Or a table,
 * whose columns the options name: rows, columns, or a frame of Apache Arrow, nodejs-polars or
 * Arquero; or numbers alone, or pairs
 * @param options titles and size; of a table, which columns stand on x and y and which one tells
 * series apart by colour
 * @returns the chart
 * @throws TypeError if a series has no list of points, or a column is not there
 *
 * @example
 * ```ts
 * import { scatter } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const chart = scatter([{ title: "measured", points: [[0, 1], [1, 3], [2, 2]] }]);
 * assertEquals(chart.alt, "scatter plot of measured: 3 points, x from 0 to 2 and y from 1 to 3");
 * ```
 *
 * @example Columns of a table
 * ```ts
 * import { scatter } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = [{ date: "2024-05-01", price: 3, sector: "a" }, { date: "2024-05-02", price: 5, sector: "b" }];
 * const chart = scatter(rows, {
 *   x: "date",
 *   y: { column: "price", title: "price", unit: "EUR" },
 *   colour: "sector",
 * });
 * assertEquals(
 *   chart.alt,
 *   "scatter plot of a and b: 2 points, " +
 *     "date from 2024-05-01 to 2024-05-02 and price (EUR) from 3 to 5",
 * );
 * ```
 */
export function scatter(series: readonly PointSeries[], options?: Labels): Chart;
/** The same for the columns of a table. */
export function scatter(
  table: Rows | ArrayLike<number> | Iterable<readonly [Measured, Measured]>,
  options?: ColumnScatterOptions,
): Chart;
export function scatter(
  data: readonly PointSeries[] | Rows | ArrayLike<number> | Iterable<readonly [Measured, Measured]>,
  options: Labels | ColumnScatterOptions = {},
): Chart {
  if (areSeries(data)) {
    checkOptions("draw points", options, labelOptions);
    return drawPoints(data, options as Labels);
  }
  checkOptions("draw points", options, columnOptions);
  const { x, y, colour, ...rest } = options as ColumnScatterOptions;
  const table = seriesOf(data, { x, y, colour });
  return drawPoints(table.series, { ...rest, x: table.x, y: table.y });
}

function areSeries(data: unknown): data is readonly PointSeries[] {
  return Array.isArray(data) &&
    data.every((one) =>
      typeof one === "object" && one !== null && typeof one.title === "string" &&
      typeof one.points === "object"
    );
}

function drawPoints(given: readonly PointSeries[], options: Labels): Chart {
  const series = uniqueTitles(given);
  const { width = 420, height = 260 } = options;
  const pairs = series.map(({ title, points }) => ({ title, points: [...points] }));
  const readings = [0, 1].map((k) =>
    readingOf(pairs.flatMap(({ points }) => points.map((point) => point[k])), options.zone)
  ) as [Reading, Reading];
  const all = pairs.flatMap(({ title, points }) =>
    points.map(([x, y]): Point => ({
      x: readings[0].number(x),
      y: readings[1].number(y),
      series: title,
    }))
  );
  const drawn = all.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const titles = series.map(({ title }) => title);
  const ranges = [rangeOf(drawn, "x"), rangeOf(drawn, "y")] as const;
  const [x, y] = [axisTitle(options.x, "x"), axisTitle(options.y, "y")];
  const many = drawn.length > most;
  // Of cells, Vega-Lite sees no times in their ends, and no conflict where none are named.
  const endsOf = (k: 0 | 1) => many && readings[k].time ? undefined : ranges[k];
  const axes = {
    x: axis("x", readings[0], x, width, endsOf(0)),
    y: axis("y", readings[1], y, height, endsOf(1)),
  };
  const notes = [
    ...(many ? [`${drawn.length} points, counted in ${across} by ${up} cells`] : []),
    ...(drawn.length < all.length
      ? [`${several(all.length - drawn.length, "point")} missing or not finite`]
      : []),
  ];
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height,
    params: [zoom],
    ...(many ? cells(drawn, ranges, axes) : points(drawn, titles, axes)),
  } as unknown as Spec;
  const extents = [x, y].map((title, i) =>
    `${title} from ${ranges[i].map(readings[i].spoken).join(" to ")}`
  );
  const sentence = `scatter plot of ${listed(titles)}: ${several(drawn.length, "point")}, ` +
    extents.join(" and ");
  return chart(spec, { alt: altText(options, sentence, notes) });
}

function rangeOf(points: readonly Point[], key: "x" | "y"): Range {
  const [low, high] = points.reduce(
    ([low, high], point) => [Math.min(low, point[key]), Math.max(high, point[key])],
    [Infinity, -Infinity],
  );
  if (low > high) return [0, 1];
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

/** One axis: the channel for the spec, and how its values are written. */
interface Axis {
  readonly channel: object;
  readonly tooltip: object;
  readonly round: Reading["round"];
}

interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

function axis(
  field: string,
  reading: Reading,
  text: string,
  pixels: number,
  range: Range | undefined,
): Axis {
  const title = reading.title(text);
  const ends = range ? { domain: range.map((end) => reading.round(end, 7)) } : {};
  const scale = { ...ends, ...(reading.time ? {} : { zero: false }), padding: 8 };
  return {
    channel: { field, title, ...reading.channel(pixels, scale) },
    tooltip: reading.tooltip(field, title),
    round: reading.round,
  };
}

function points(drawn: readonly Point[], titles: readonly string[], axes: Axes): object {
  return {
    data: {
      values: drawn.map(({ x, y, series }) => ({
        x: axes.x.round(x, 7),
        y: axes.y.round(y, 7),
        series,
      })),
    },
    mark: { type: "point", filled: true, size: 36, clip: true },
    encoding: {
      x: axes.x.channel,
      y: axes.y.channel,
      color: {
        field: "series",
        type: "nominal",
        scale: { domain: titles },
        legend: titles.length < 2 ? null : { title: null },
      },
      tooltip: [name("series", "series"), axes.x.tooltip, axes.y.tooltip],
    },
  };
}

/** The points of all series together, counted. */
function cells(drawn: readonly Point[], [xs, ys]: readonly [Range, Range], axes: Axes): object {
  const counts = new Map<number, number>();
  for (const { x, y } of drawn) {
    const cell = cellOf(x, xs, across) + across * cellOf(y, ys, up);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const edge = (round: Reading["round"], [low, high]: Range, i: number, of: number) =>
    round(low + (high - low) * (i / of), 7);
  const values = [...counts].sort(([a], [b]) => a - b).map(([cell, count]) => {
    const [i, j] = [cell % across, Math.floor(cell / across)];
    return {
      x: edge(axes.x.round, xs, i, across),
      x2: edge(axes.x.round, xs, i + 1, across),
      y: edge(axes.y.round, ys, j, up),
      y2: edge(axes.y.round, ys, j + 1, up),
      count,
    };
  });
  return {
    data: { values },
    mark: { type: "rect", clip: true },
    encoding: {
      x: axes.x.channel,
      y: axes.y.channel,
      x2: { field: "x2" },
      y2: { field: "y2" },
      color: {
        field: "count",
        type: "quantitative",
        title: "points",
        // From a colour that is seen on light and on dark ground.
        scale: { type: "log", range: ["#6baed6", "#d94801"], interpolate: "lab" },
        legend: { format: ",", gradientLength: 150, tickCount: 3 },
      },
      tooltip: [axes.x.tooltip, axes.y.tooltip, quantity("count", "points", ",")],
    },
  };
}

function cellOf(value: number, [low, high]: Range, count: number): number {
  return Math.min(count - 1, Math.floor((value - low) / (high - low) * count));
}
