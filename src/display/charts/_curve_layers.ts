import { endsOf, greatestOf } from "../_ends.ts";
import { tickCount } from "../drawing/_axis.ts";
import { name, nearestPoint, zoom } from "./_interaction.ts";
import { axisTitle } from "./_labelled.ts";
import { textWidth } from "../drawing/_text_width.ts";
import type { Reading } from "./_reading.ts";
import type { Labels } from "./labels.ts";

interface Layered {
  readonly title: string;
  readonly dashed?: boolean;
  readonly spans: readonly { readonly kind: "band" | "bar" }[];
}

interface LayerOptions extends Pick<Labels, "x" | "y"> {
  readonly range?: readonly [number, number];
  readonly scale?: "linear" | "log" | "symlog";
  readonly reading: Reading;
  readonly width: number;
  readonly height: number;
  readonly extent: readonly [number, number];
  /** How wide all panels are if there are several: their legend stands below them. */
  readonly below?: number;
  /** What is drawn on y. */
  readonly rows: readonly {
    readonly y?: number | null;
    readonly low?: number;
    readonly high?: number;
    readonly alone?: true;
  }[];
  /** How what is drawn on y is written. */
  readonly heights: Reading;
}

/** The layers of a line chart: bands, error bars, lines, and the point beside the pointer. */
export function curveLayers(series: readonly Layered[], options: LayerOptions): object[] {
  const { range, scale = "linear", reading, heights, width, height, extent, rows } = options;
  const x = reading.title(axisTitle(options.x, "x"));
  const y = axisTitle(options.y, "y");
  const titles = [...new Set(series.map(({ title }) => title))];
  // Only a logarithmic axis asks: of nothing it has no ends, and never a zero.
  const ys = scale === "log"
    ? rows.flatMap(({ y = null, low = null, high = null }) => [y, low, high])
    : [];
  const empty = ys.every((y) => y === null);
  const fallback = scale !== "log" ? { zero: false } : empty ? { domain: [0.1, 1] } : atTheEnds(ys);
  const kinds = new Set(series.flatMap(({ spans }) => spans.map(({ kind }) => kind)));
  const encoding = {
    x: { field: "x", title: x, ...reading.channel(width, { domain: [...extent] }) },
    y: {
      field: "y",
      type: "quantitative",
      title: y,
      ...heights.channel(height, {}, { tickCount: tickCount(height, scale, ys) }),
      scale: {
        ...(scale === "linear" ? {} : { type: scale }),
        ...(range ? { domain: [...range] } : { padding: 5, ...fallback }),
      },
    },
    color: {
      field: "series",
      type: "nominal",
      scale: { domain: titles },
      legend: titles.length < 2
        ? null
        // That of a band would be as pale as the band.
        : {
          title: null,
          symbolType: "stroke",
          ...(kinds.size > 0 ? { symbolOpacity: 1 } : {}),
          ...(options.below === undefined ? {} : inRows(titles, options.below)),
        },
    },
  };
  const spans = { ...encoding, y: { ...encoding.y, field: "low" }, y2: { field: "high" } };
  const of = (kind: string) => ({ transform: [{ filter: `datum.kind === '${kind}'` }] });
  const line = {
    ...(kinds.size > 0 ? { transform: [{ filter: "!isDefined(datum.kind)" }] } : {}),
    mark: { type: "line", clip: true },
    params: [zoom],
    encoding: { ...encoding, ...dashes(series, titles, encoding.color.legend) },
  };
  const tooltip = [name("series", "curve"), reading.tooltip("x", x), heights.tooltip("y", y)];
  return [
    ...(kinds.has("band")
      ? [{
        ...of("band"),
        mark: { type: "area", opacity: 0.25, clip: true, tooltip: null },
        encoding: spans,
      }]
      : []),
    ...(kinds.has("bar")
      ? [{
        ...of("bar"),
        mark: { type: "rule", strokeWidth: 1.5, clip: true, tooltip: null },
        encoding: spans,
      }]
      : []),
    line,
    ...(rows.some(({ alone }) => alone)
      ? [{
        transform: [{ filter: "datum.alone" }],
        mark: { type: "point", filled: true, size: 20, clip: true, tooltip: null },
        encoding,
      }]
      : []),
    nearestPoint(encoding, tooltip),
  ];
}

/** Where there is no room for padding, as no number is beyond: the ends themselves. */
function atTheEnds(ys: readonly (number | null)[]): object {
  const [low, high] = endsOf(ys.filter((y) => y !== null));
  return low < 1e-250 || high > 1e250 ? { domain: [low, high], padding: 0 } : {};
}

/** A legend below the panels, with as many names in a row as fit. */
function inRows(titles: readonly string[], width: number): object {
  const widest = greatestOf(titles.map((title) => Math.min(240, textWidth(title, 12))), 0);
  const columns = Math.max(1, Math.floor(width / (widest + 40)));
  return { orient: "bottom", columns: Math.min(columns, titles.length) };
}

function dashes(
  series: readonly Layered[],
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
