import { numbers, tickCount } from "../drawing/_axis.ts";
import { name, nearestPoint, quantity, zoom } from "./_interaction.ts";
import { altText, axisTitle, titleAndNotes } from "./_labelled.ts";
import { listed, spoken } from "../texts/_words.ts";
import { roundTo } from "./_round.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import type { Labels } from "./labels.ts";
import { type CurvePoint, thin } from "./thin.ts";
import { checkOptions } from "../../options/check_options.ts";
import { type CurvesOptions, curvesOptions } from "./_curves_options.ts";

export type { CurvesOptions };

/** One curve: a name and where it runs. */
export interface Curve {
  /** Its name in the legend. */
  readonly title: string;
  /** The points, in order of x; `null` for y lifts the pen. */
  readonly points?: Iterable<CurvePoint>;
  /** Or the function, sampled over the domain. */
  readonly f?: (x: number) => number;
  /** Abscissas to sample besides the even ones, so that the corners there stay sharp. */
  readonly corners?: readonly number[];
  /** Abscissas where the function jumps: drawn to both sides, with a gap between. */
  readonly jumps?: readonly number[];
  /** The small multiple it stands in; all in one if none is given. */
  readonly group?: string;
  /** Drawn with dashes. */
  readonly dashed?: boolean;
}

interface Row {
  readonly x: number;
  readonly y: number | null;
  readonly series: string;
  readonly group?: string;
}

/**
 * A line chart of functions or of points, with a legend, and small multiples where curves have
 * groups. Values that are not finite leave a gap. Curves of very many points are thinned, with a
 * note; every extremum is kept.
 *
 * @param series the curves, each with `points` or `f`
 * @param options titles, domain and size
 * @returns the chart
 * @throws TypeError if a curve has neither points nor a function
 * @throws RangeError if the domain is empty or not finite, or `count` is below 2
 *
 * @example
 * ```ts
 * import { curves } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const step = curves(
 *   [{ title: "step", f: (x) => x < 0 ? 0 : 1, jumps: [0] }, { title: "tanh", f: Math.tanh }],
 *   { domain: [-3, 3] },
 * );
 * assertStringIncludes(step.alt, "step and tanh");
 * ```
 */
export function curves(series: readonly Curve[], options: CurvesOptions = {}): Chart {
  checkOptions("draw curves", options, curvesOptions);
  const { domain, count = 200, columns = 3 } = options;
  checkSampling(domain ?? [-4, 4], count);
  const all = series.map((curve) => pointsOf(curve, domain ?? [-4, 4], count, options.scale));
  const groups = [...new Set(series.flatMap((curve) => curve.group ?? []))];
  const small = groups.length > 1;
  const size = small ? { width: 220, height: 180 } : { width: 420, height: 260 };
  const { width, height } = { ...size, ...defined(options) };
  const thinned = all.map((points) => thin(points, width));
  const notes = notesOf(all, thinned);
  const rows = series.flatMap((curve, i) => rowsOf(curve, thinned[i]));
  const extent = domain ?? extentOf(rows);
  const empty = rows.every(({ y }) => y === null);
  const ticks = tickCount(height, options.scale ?? "linear", rows.map(({ y }) => y));
  const unit = { width, height, layer: layers(series, options, extent, { width, ticks, empty }) };
  const spec = {
    ...titleAndNotes(options.title, notes),
    data: { values: rows },
    ...(small ? smallMultiples(unit, groups, columns, options.sameRange ?? false) : unit),
  } as unknown as Spec;
  return chart(spec, { alt: altText(options, describe(series, options, groups, extent), notes) });
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

/** The points of a curve, with `null` for what cannot be drawn. */
function pointsOf(
  curve: Curve,
  domain: readonly [number, number],
  count: number,
  scale: CurvesOptions["scale"],
): CurvePoint[] {
  const { title, points, f } = curve;
  if (!points && !f) {
    throw new TypeError(`Cannot draw ${title} as it must have points or a function`);
  }
  const pairs = points ? [...points] : sample(f!, curve, domain, count);
  const drawable = (y: number | null) =>
    y !== null && Number.isFinite(y) && (scale !== "log" || y > 0) ? y : null;
  return pairs.map(([x, y]) => [x, drawable(y)]);
}

/** Even steps, the corners between them, and both sides of each jump. */
function sample(
  f: (x: number) => number,
  { corners = [], jumps = [] }: Curve,
  [low, high]: readonly [number, number],
  count: number,
): CurvePoint[] {
  const inside = (x: number) => x > low && x < high;
  const steps = Array.from({ length: count + 1 }, (_, i) => low + (high - low) * (i / count));
  const xs = [...new Set([...steps, ...corners.filter(inside)])].sort((a, b) => a - b);
  const side = (high - low) * 1e-9;
  const pairs = xs.filter((x) => !jumps.includes(x)).map((x): CurvePoint => [x, f(x)]);
  for (const jump of jumps.filter(inside)) {
    const after = pairs.findIndex(([x]) => x > jump);
    pairs.splice(after, 0, [jump, f(jump - side)], [jump, null], [jump, f(jump + side)]);
  }
  return pairs;
}

function notesOf(
  all: readonly (readonly CurvePoint[])[],
  thinned: readonly (readonly CurvePoint[])[],
): string[] {
  const [before, after] = [all, thinned].map((sets) => sets.reduce((n, set) => n + set.length, 0));
  if (before === after) return [];
  return [`drawn with ${after} of ${before} points, every extremum kept`];
}

function rowsOf({ title, group }: Curve, points: readonly CurvePoint[]): Row[] {
  const place = group === undefined ? {} : { group };
  return points.map(([x, y]) => ({
    x: roundTo(x, 9),
    y: y === null ? null : roundTo(y, 7),
    series: title,
    ...place,
  }));
}

function extentOf(rows: readonly Row[]): readonly [number, number] {
  const [low, high] = rows.reduce(
    ([low, high], { x }) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
  if (rows.length === 0) return [-1, 1];
  return low < high ? [low, high] : [low - 1, low + 1];
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

function layers(
  series: readonly Curve[],
  options: CurvesOptions,
  domain: readonly [number, number],
  { width, ticks, empty }: {
    readonly width: number;
    readonly ticks: number;
    readonly empty: boolean;
  },
): object[] {
  const { range, scale = "linear" } = options;
  const [x, y] = [axisTitle(options.x, "x"), axisTitle(options.y, "y")];
  const titles = [...new Set(series.map((curve) => curve.title))];
  // A logarithmic axis of nothing has no ends, and never a zero.
  const fallback = scale === "log" ? (empty ? { domain: [0.1, 1] } : {}) : { zero: false };
  const encoding = {
    x: {
      field: "x",
      type: "quantitative",
      title: x,
      axis: { ...numbers, tickCount: tickCount(width, "linear", []) },
      scale: { nice: false, domain: [...domain] },
    },
    y: {
      field: "y",
      type: "quantitative",
      title: y,
      axis: { ...numbers, tickCount: ticks },
      scale: {
        ...(scale === "linear" ? {} : { type: scale }),
        ...(range ? { domain: [...range] } : { padding: 5, ...fallback }),
      },
    },
    color: {
      field: "series",
      type: "nominal",
      scale: { domain: titles },
      legend: titles.length < 2 ? null : { title: null, symbolType: "stroke" },
    },
  };
  const line = {
    mark: { type: "line", clip: true },
    params: [zoom],
    encoding: { ...encoding, ...dashes(series, titles, encoding.color.legend) },
  };
  const tooltip = [name("series", "curve"), quantity("x", x), quantity("y", y)];
  return [line, nearestPoint(encoding, tooltip)];
}

function dashes(
  series: readonly Curve[],
  titles: readonly string[],
  legend: object | null,
): object {
  const dashed = new Set(series.filter((curve) => curve.dashed).map((curve) => curve.title));
  if (dashed.size === 0) return {};
  const range = titles.map((title) => dashed.has(title) ? [6, 4] : [1, 0]);
  return {
    strokeDash: { field: "series", type: "nominal", scale: { domain: titles, range }, legend },
  };
}

function describe(
  series: readonly Curve[],
  options: CurvesOptions,
  groups: readonly string[],
  [low, high]: readonly [number, number],
): string {
  const names = listed([...new Set(series.map((curve) => curve.title))]);
  const over = `over ${axisTitle(options.x, "x")} from ${spoken(low)} to ${spoken(high)}`;
  return `line chart of ${names} ${over}${
    groups.length > 1 ? `, in panels ${groups.join(", ")}` : ""
  }`;
}
