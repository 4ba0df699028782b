import { endsOf } from "../_ends.ts";
import { listed, several } from "../texts/_words.ts";
import type { Rows } from "./_columns.ts";
import type { Curve } from "./_curve.ts";
import { type CurvesOptions, curvesOptions } from "./_curves_options.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import { curveLayers } from "./_curve_layers.ts";
import { altText, axisTitle, titleAndNotes, withoutLogarithm } from "./_labelled.ts";
import type { Measured } from "./_measure.ts";
import { numbersWithin, type Reading, readingOf } from "./_reading.ts";
import { type DrawnCurve, drawnCurve, listedCurve, rowsOf } from "./_drawn_curve.ts";
import { channelOptions, type Channels, seriesOf } from "./_series_of.ts";
import { uniqueTitles } from "./unique_titles.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { type CurvePoint, thin } from "./thin.ts";

export type { Curve } from "./_curve.ts";
export type { CurvesOptions };

/** How columns of a table are drawn as curves. */
export interface ColumnCurvesOptions extends Omit<CurvesOptions, "x" | "y">, Channels {}

const columnOptions: Known<ColumnCurvesOptions> = { ...curvesOptions, ...channelOptions };

/**
 * A line chart of functions, of points or of columns, with a legend, and small multiples where curves
 * have groups. Values that are not finite leave a gap. Curves of very many points are thinned, with a
 * note; every extremum is kept. Where x is a date, the axis is one of time, in UTC unless a zone is
 * named.
 *
 * @param series the curves, each with `points` or `f`; or a table, whose columns the options name:
 * rows, columns, or a frame of Apache Arrow, nodejs-polars or Arquero; or numbers alone, or pairs
 * @param options titles, domain and size; of a table, which columns stand on x and y and which one
 * tells curves apart by colour
 * @returns the chart
 * @throws TypeError if a curve has neither points nor a function, or a column is not there
 * @throws RangeError if the domain is empty or not finite, or `count` is below 2
 *
 * @example
 * ```ts
 * import { curves } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const step = curves(
 *   [{ title: "step", f: (x) => x < 0 ? 0 : 1 }, { title: "tanh", f: Math.tanh }],
 *   { domain: [-3, 3] },
 * );
 * assertStringIncludes(step.alt, "step and tanh");
 * ```
 *
 * @example Rows of a table, over time
 * ```ts
 * import { curves } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const rows = [
 *   { day: new Date("2024-05-01"), price: 3.5, market: "north" },
 *   { day: new Date("2024-05-02"), price: 4.25, market: "north" },
 * ];
 * const prices = curves(rows, { x: "day", y: "price", colour: "market" });
 * assertStringIncludes(prices.alt, "from 2024-05-01 to 2024-05-02");
 * ```
 */
export function curves(series: readonly Curve[], options?: CurvesOptions): Chart;
/** The same for the columns of a table. */
export function curves(
  table: Rows | ArrayLike<number> | Iterable<readonly [Measured, Measured]>,
  options?: ColumnCurvesOptions,
): Chart;
export function curves(
  data: readonly Curve[] | Rows | ArrayLike<number> | Iterable<readonly [Measured, Measured]>,
  options: CurvesOptions | ColumnCurvesOptions = {},
): Chart {
  if (areCurves(data)) {
    checkOptions("draw curves", options, curvesOptions);
    return drawCurves(data, options as CurvesOptions, false);
  }
  checkOptions("draw curves", options, columnOptions);
  const { x, y, colour, group, band, ...rest } = options as ColumnCurvesOptions;
  const table = seriesOf(data, { x, y, colour, group, band });
  return drawCurves(table.series, { ...rest, x: table.x, y: table.y }, true);
}

/** Curves have a title, and points or a function; rows of a table have not. */
function areCurves(data: unknown): data is readonly Curve[] {
  return Array.isArray(data) &&
    data.every((one) =>
      typeof one === "object" && one !== null && typeof one.title === "string" &&
      (Object.keys(one).length === 1 || "points" in one || "f" in one)
    );
}

function drawCurves(given: readonly Curve[], options: CurvesOptions, ofTable: boolean): Chart {
  const series = given.map(listedCurve);
  const { count = 200, columns = 3 } = options;
  const read = readingOf(abscissas(series, options), options.zone);
  const domain = options.domain?.map(read.number) as [number, number] | undefined;
  checkSampling(domain ?? [-4, 4], count);
  const named = uniqueTitles(series);
  const all = named.map((curve) => drawnCurve(curve, domain ?? [-4, 4], count, options, read));
  const groups = [...new Set(series.flatMap((curve) => curve.group ?? []))];
  const small = groups.length > 1;
  const size = small ? { width: 220, height: 180 } : { width: 420, height: 260 };
  const { width, height } = { ...size, ...defined(options) };
  const range = options.range ?? poleRange(all, options.scale);
  const thinned = all.map((curve) => ({
    ...curve,
    points: thin(range && curve.besidePoles ? within(curve.points, range) : curve.points, width),
  }));
  const notes = [...thinningNotes(all, thinned), ...missingNotes(all, ofTable)];
  const extent = domain ?? extentOf(thinned);
  const reading = read.within(...extent);
  const heights = numbersWithin(...heightsOf(thinned));
  const rows = thinned.flatMap((curve) => rowsOf(curve, reading, heights));
  const unit = {
    width,
    height,
    layer: curveLayers(thinned, {
      ...options,
      ...(range ? { range } : {}),
      ...(small ? { below: Math.min(columns, groups.length) * width } : {}),
      reading,
      heights,
      width,
      height,
      extent,
      rows,
    }),
  };
  const spec = {
    ...titleAndNotes(options.title, notes),
    data: { values: rows },
    ...(small ? smallMultiples(unit, groups, columns, options.sameRange ?? false) : unit),
  } as unknown as Spec;
  return ownChart(spec, {
    alt: altText(options, describe(named, options, groups, extent, reading), notes),
  });
}

/** All that stands on x; of functions the ends of the domain. */
function abscissas(series: readonly Curve[], { domain }: CurvesOptions): Iterable<unknown> {
  const lists = series.flatMap(({ points, band, bars }) => [points ?? [], band ?? [], bars ?? []]);
  return {
    *[Symbol.iterator]() {
      yield* domain ?? [];
      for (const list of lists) for (const point of list) yield point[0];
    },
  };
}

function defined({ width, height }: Labels): { width?: number; height?: number } {
  return { ...(width ? { width } : {}), ...(height ? { height } : {}) };
}

function checkSampling([low, high]: readonly [number, number], count: number): void {
  if (!(low < high && Number.isFinite(high - low))) {
    throw new RangeError(
      `Cannot draw curves as the domain must be finite and not empty: ` +
        `current value is [${low}, ${high}]`,
    );
  }
  if (!(Number.isInteger(count) && count >= 2)) {
    throw new RangeError(
      `Cannot draw curves as count must be an integer >= 2: current value is ${count}`,
    );
  }
}

function thinningNotes(
  all: readonly { readonly points: readonly unknown[] }[],
  thinned: readonly { readonly points: readonly unknown[] }[],
): string[] {
  const [before, after] = [all, thinned]
    .map((sets) => sets.reduce((n, { points }) => n + points.length, 0));
  if (before === after) return [];
  return [`drawn with ${after} of ${before} points, every extremum kept`];
}

/** Says how many points have no place; a `null` that somebody wrote lifts the pen, and is none. */
function missingNotes(curves: readonly DrawnCurve[], ofTable: boolean): string[] {
  const missing = curves.reduce((n, one) => n + one.missing + (ofTable ? one.lifted : 0), 0);
  const below = curves.reduce((n, one) => n + one.below, 0);
  return [
    ...(missing === 0 ? [] : [`${several(missing, "point")} missing or not finite`]),
    ...(below === 0 ? [] : [withoutLogarithm(below)]),
  ];
}

/** Where curves begin and end. */
function extentOf(curves: readonly DrawnCurve[]): readonly [number, number] {
  const [low, high] = endsOf(
    curves.flatMap(({ points, spans }) => [...points.map(([x]) => x), ...spans.map(({ x }) => x)]),
  );
  if (low > high) return [-1, 1];
  return low < high ? [low, high] : [low - 1, low + 1];
}

/** How low and how high they are. */
function heightsOf(curves: readonly DrawnCurve[]): readonly [number, number] {
  return endsOf(
    curves.flatMap(({ points, spans }) => [
      ...points.flatMap(([, y]) => y ?? []),
      ...spans.flatMap(({ low, high }) => [low, high]),
    ]),
  );
}

/** The range of all curves if one of them has poles. */
function poleRange(
  curves: readonly DrawnCurve[],
  scale: CurvesOptions["scale"] = "linear",
): readonly [number, number] | undefined {
  if (scale !== "linear" || !curves.some(({ besidePoles }) => besidePoles)) return undefined;
  return endsOf(
    curves.flatMap(({ besidePoles, points }) => besidePoles ?? points.flatMap(([, y]) => y ?? [])),
  );
}

/** Points that are not so far out of the picture that browsers cannot draw the way to them. */
function within(
  points: readonly CurvePoint[],
  [low, high]: readonly [number, number],
): CurvePoint[] {
  const [least, most] = [2 * low - high, 2 * high - low];
  return points.map(([x, y]) => [x, y === null ? null : Math.min(most, Math.max(least, y))]);
}

function smallMultiples(
  unit: object,
  groups: readonly string[],
  columns: number,
  sameRange: boolean,
): object {
  return {
    facet: {
      field: "group",
      type: "nominal",
      title: null,
      sort: groups,
      header: { labelFontWeight: "bold" },
    },
    columns,
    spec: unit,
    ...(sameRange ? {} : { resolve: { scale: { y: "independent" } } }),
  };
}

function describe(
  series: readonly Curve[],
  options: CurvesOptions,
  groups: readonly string[],
  [low, high]: readonly [number, number],
  reading: Reading,
): string {
  const names = listed([...new Set(series.map((curve) => curve.title))]);
  const over = `over ${axisTitle(options.x, "x")} from ${reading.spoken(low)} ` +
    `to ${reading.spoken(high)}`;
  return `line chart of ${names} ${over}${
    groups.length > 1 ? `, in panels ${groups.join(", ")}` : ""
  }`;
}
