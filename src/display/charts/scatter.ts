import { listed, several } from "../texts/_words.ts";
import type { Rows } from "./_columns.ts";
import { across, cells, up } from "./_counted_cells.ts";
import { name, zoom } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import type { Measured } from "./_measure.ts";
import { type Reading, readingOf } from "./_reading.ts";
import { type Axes, axis, type Point } from "./_scatter_axes.ts";
import { rangeOf } from "../_ends.ts";
import { channelOptions, type Channels, seriesOf } from "./_series_of.ts";
import { uniqueTitles } from "./unique_titles.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
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

/** Points above which they are counted instead of drawn. */
const most = 2_000;

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
  const read = [0, 1].map((k) =>
    readingOf(pairs.flatMap(({ points }) => points.map((point) => point[k])), options.zone)
  ) as [Reading, Reading];
  const all = pairs.flatMap(({ title, points }) =>
    points.map(([x, y]): Point => ({
      x: read[0].number(x),
      y: read[1].number(y),
      series: title,
    }))
  );
  const drawn = all.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const titles = series.map(({ title }) => title);
  const ranges = [rangeOf(drawn.map(({ x }) => x)), rangeOf(drawn.map(({ y }) => y))] as const;
  const readings = [read[0].within(...ranges[0]), read[1].within(...ranges[1])] as const;
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
  return ownChart(spec, { alt: altText(options, sentence, notes) });
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
