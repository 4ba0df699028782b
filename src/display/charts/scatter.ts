import { numbers, tickCount } from "../drawing/_axis.ts";
import { name, quantity, zoom } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { listed, several, spoken } from "../texts/_words.ts";
import { roundTo } from "./_round.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions } from "../../options/check_options.ts";

/** Points of one kind. */
export interface PointSeries {
  /** The name in the legend. */
  readonly title: string;
  /** The points, in any order. */
  readonly points: Iterable<readonly [x: number, y: number]>;
}

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
 * @param series the points; those that are not finite are counted in a note
 * @param options titles and size
 * @returns the chart
 *
 * @example
 * ```ts
 * import { scatter } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const chart = scatter([{ title: "measured", points: [[0, 1], [1, 3], [2, 2]] }]);
 * assertEquals(chart.alt, "scatter plot of measured: 3 points, x from 0 to 2 and y from 1 to 3");
 * ```
 */
export function scatter(series: readonly PointSeries[], options: Labels = {}): Chart {
  checkOptions("draw points", options, labelOptions);
  const { width = 420, height = 260 } = options;
  const all = series.flatMap(({ title, points }) =>
    Array.from(points, ([x, y]): Point => ({ x, y, series: title }))
  );
  const drawn = all.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const titles = [...new Set(series.map(({ title }) => title))];
  const ranges = [rangeOf(drawn, "x"), rangeOf(drawn, "y")] as const;
  const [x, y] = [axisTitle(options.x, "x"), axisTitle(options.y, "y")];
  const axes = { x: axis("x", x, width, ranges[0]), y: axis("y", y, height, ranges[1]) };
  const many = drawn.length > most;
  const notes = [
    ...(many ? [`${drawn.length} points, counted in ${across} by ${up} cells`] : []),
    ...(drawn.length < all.length
      ? [`${several(all.length - drawn.length, "point")} not finite and not in the picture`]
      : []),
  ];
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height,
    params: [zoom],
    ...(many ? cells(drawn, ranges, axes) : points(drawn, titles, axes)),
  } as unknown as Spec;
  const extents = [x, y].map((title, i) => `${title} from ${ranges[i].map(spoken).join(" to ")}`);
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

interface Axis {
  readonly field: string;
  readonly title: string;
}

interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

function axis(field: string, title: string, pixels: number, range: Range): Axis & object {
  return {
    field,
    type: "quantitative",
    title,
    axis: { ...numbers, tickCount: tickCount(pixels, "linear", []) },
    scale: { domain: range.map((end) => roundTo(end, 7)), nice: false, zero: false, padding: 8 },
  } as Axis;
}

function points(drawn: readonly Point[], titles: readonly string[], axes: Axes): object {
  return {
    data: {
      values: drawn.map(({ x, y, series }) => ({ x: roundTo(x, 7), y: roundTo(y, 7), series })),
    },
    mark: { type: "point", filled: true, size: 36, clip: true },
    encoding: {
      ...axes,
      color: {
        field: "series",
        type: "nominal",
        scale: { domain: titles },
        legend: titles.length < 2 ? null : { title: null },
      },
      tooltip: [
        name("series", "series"),
        quantity("x", axes.x.title),
        quantity("y", axes.y.title),
      ],
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
  const edge = ([low, high]: Range, i: number, of: number) =>
    roundTo(low + (high - low) * (i / of), 7);
  const values = [...counts].sort(([a], [b]) => a - b).map(([cell, count]) => {
    const [i, j] = [cell % across, Math.floor(cell / across)];
    return {
      x: edge(xs, i, across),
      x2: edge(xs, i + 1, across),
      y: edge(ys, j, up),
      y2: edge(ys, j + 1, up),
      count,
    };
  });
  return {
    data: { values },
    mark: { type: "rect", clip: true },
    encoding: {
      ...axes,
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
      tooltip: [
        quantity("x", axes.x.title),
        quantity("y", axes.y.title),
        quantity("count", "points", ","),
      ],
    },
  };
}

function cellOf(value: number, [low, high]: Range, count: number): number {
  return Math.min(count - 1, Math.floor((value - low) / (high - low) * count));
}
