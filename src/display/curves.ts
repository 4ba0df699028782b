import { type Chart, chart, type Spec } from "./chart.ts";
import { roundTo } from "./_round.ts";
import { pointerLayer } from "./_vega.ts";

/** One curve: a name and where it runs. */
export interface Curve {
  /** Its name in the legend. */
  readonly title: string;
  /** The points, in order of x; `null` for y lifts the pen. */
  readonly points?: Iterable<readonly [x: number, y: number | null]>;
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

/** How curves are drawn. */
export interface CurvesOptions {
  readonly title?: string;
  /** What the chart shows, in words; made of the titles if not given. */
  readonly alt?: string;
  /** Title of the x axis, "x" if not given. */
  readonly x?: string;
  /** Title of the y axis, "y" if not given. */
  readonly y?: string;
  /** Smallest and largest x, [-4, 4] if not given and there is a function to sample. */
  readonly domain?: readonly [number, number];
  /** Smallest and largest y; what is beyond is cut off. As the curves need if not given. */
  readonly range?: readonly [number, number];
  /** How many even steps a function is sampled at, 200 if not given. */
  readonly count?: number;
  /** Width of one small multiple, in pixels. */
  readonly width?: number;
  /** Height of one small multiple, in pixels. */
  readonly height?: number;
  /** How many small multiples stand in a row, 3 if not given. */
  readonly columns?: number;
}

interface Row {
  readonly x: number;
  readonly y: number | null;
  readonly series: string;
  readonly group?: string;
}

/**
 * A line chart of functions or of points, with a legend, and small multiples where curves have
 * groups. Values that are not finite leave a gap.
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
  const { domain, range, count = 200, x = "x", y = "y", columns = 3 } = options;
  const given = domain ?? [-4, 4] as const;
  checkSampling(given, count);
  const rows = series.flatMap((curve) => rowsOf(curve, given, count));
  const titles = [...new Set(series.map((curve) => curve.title))];
  const groups = [...new Set(series.flatMap((curve) => curve.group ?? []))];
  const small = groups.length > 1;
  const unit = {
    width: options.width ?? (small ? 220 : 420),
    height: options.height ?? (small ? 180 : 260),
    layer: layers(series, titles, { x, y, domain: domain ?? extent(rows), range }),
  };
  const spec = {
    ...(options.title === undefined ? {} : { title: options.title }),
    data: { values: rows },
    ...(small
      ? {
        facet: {
          field: "group",
          type: "nominal",
          title: null,
          sort: groups,
          header: { labelFontWeight: "bold" },
        },
        columns,
        spec: unit,
        resolve: { scale: { y: "independent" } },
      }
      : unit),
  } as Spec;
  return chart(spec, { alt: options.alt ?? describe(options.title, titles, groups, x, rows) });
}

function checkSampling([low, high]: readonly [number, number], count: number): void {
  if (!(low < high && Number.isFinite(high - low))) {
    throw new RangeError(
      `Cannot draw curves as the domain must be finite and not empty: current value is [${low}, ${high}]`,
    );
  }
  if (!(Number.isInteger(count) && count >= 2)) {
    throw new RangeError(
      `Cannot draw curves as count must be an integer >= 2: current value is ${count}`,
    );
  }
}

function rowsOf(curve: Curve, domain: readonly [number, number], count: number): Row[] {
  const { title, points, f, group } = curve;
  if (!points && !f) {
    throw new TypeError(`Cannot draw ${title} as it must have points or a function`);
  }
  const pairs = points ? [...points] : sample(f!, curve, domain, count);
  const place = group === undefined ? {} : { group };
  return pairs.map(([x, y]) => ({
    x: roundTo(x, 9),
    y: y !== null && Number.isFinite(y) ? roundTo(y, 7) : null,
    series: title,
    ...place,
  }));
}

/** Even steps, the corners between them, and both sides of each jump. */
function sample(
  f: (x: number) => number,
  { corners = [], jumps = [] }: Curve,
  [low, high]: readonly [number, number],
  count: number,
): [number, number | null][] {
  const inside = (x: number) => x > low && x < high;
  const steps = Array.from({ length: count + 1 }, (_, i) => low + (high - low) * (i / count));
  const xs = [...new Set([...steps, ...corners.filter(inside)])].sort((a, b) => a - b);
  const side = (high - low) * 1e-9;
  const pairs = xs.filter((x) => !jumps.includes(x)).map((x): [number, number | null] => [x, f(x)]);
  for (const jump of jumps.filter(inside)) {
    const after = pairs.findIndex(([x]) => x > jump);
    pairs.splice(after, 0, [jump, f(jump - side)], [jump, null], [jump, f(jump + side)]);
  }
  return pairs;
}

function extent(rows: readonly Row[]): readonly [number, number] | undefined {
  if (rows.length === 0) return undefined;
  return rows.reduce<[number, number]>(
    ([low, high], { x }) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
}

interface Axes {
  readonly x: string;
  readonly y: string;
  readonly domain?: readonly [number, number];
  readonly range?: readonly [number, number];
}

function layers(series: readonly Curve[], titles: readonly string[], axes: Axes): unknown[] {
  const { x, y, domain, range } = axes;
  const one = titles.length === 1;
  const legend = one ? { legend: null } : { legend: { title: null } };
  const dashes = titles.map((title) =>
    series.some((curve) => curve.title === title && curve.dashed) ? [6, 4] : [1, 0]
  );
  const dashed = dashes.some(([length]) => length > 1);
  const position = {
    x: {
      field: "x",
      type: "quantitative",
      title: x,
      scale: { nice: false, ...(domain ? { domain: [...domain] } : {}) },
    },
    y: {
      field: "y",
      type: "quantitative",
      title: y,
      scale: range ? { domain: [...range] } : { zero: false, padding: 5 },
    },
    color: { field: "series", type: "nominal", scale: { domain: [...titles] }, ...legend },
  };
  const stroke = {
    field: "series",
    type: "nominal",
    scale: { domain: [...titles], range: dashes },
    ...legend,
  };
  const line = {
    mark: { type: "line", clip: true },
    encoding: dashed ? { ...position, strokeDash: stroke } : position,
    params: [zoom],
  };
  return [line, nearestPoint(position, x, y)];
}

/** Drag to move, wheel with Ctrl or Alt to zoom (so that a notebook still scrolls), double-click to reset. */
const zoom = {
  name: "zoom",
  select: { type: "interval", zoom: "wheel![event.ctrlKey || event.altKey]" },
  bind: "scales",
};

/** The point nearest to the pointer, with its values. */
function nearestPoint(position: object, x: string, y: string): unknown {
  return {
    name: `${pointerLayer}_nearest`,
    transform: [{ filter: "isValid(datum.y)" }],
    mark: { type: "point", filled: true, size: 60, clip: true },
    params: [{
      name: "nearest",
      select: { type: "point", nearest: true, on: "mouseover", clear: "mouseout" },
    }],
    encoding: {
      ...position,
      opacity: { condition: { param: "nearest", empty: false, value: 1 }, value: 0 },
      tooltip: [
        { field: "series", type: "nominal", title: "curve" },
        { field: "x", type: "quantitative", title: x, format: ".6~g" },
        { field: "y", type: "quantitative", title: y, format: ".6~g" },
      ],
    },
  };
}

function describe(
  title: string | undefined,
  titles: readonly string[],
  groups: readonly string[],
  x: string,
  rows: readonly Row[],
): string {
  const [low, high] = extent(rows) ?? [0, 0];
  const names = titles.length < 2 ? titles.join() : new Intl.ListFormat("en").format(titles);
  const where = groups.length > 1 ? `, in panels ${groups.join(", ")}` : "";
  const head = title === undefined ? "" : `${title}: `;
  return `${head}line chart of ${names} over ${x} from ${low} to ${high}${where}`;
}
