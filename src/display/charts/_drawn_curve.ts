import { shown } from "../../options/shown.ts";
import type { Curve } from "./_curve.ts";
import type { CurvesOptions } from "./_curves_options.ts";
import { type Measured, numberOf } from "./_measure.ts";
import type { Reading } from "./_reading.ts";
import { sampleCurve, type Samples } from "./_sample_curve.ts";
import type { CurvePoint } from "./thin.ts";

/** A curve, ready to be drawn. */
export interface DrawnCurve extends Omit<Curve, "points" | "band" | "bars"> {
  readonly points: readonly CurvePoint[];
  /** Where to draw it if it has poles. */
  readonly besidePoles?: readonly [number, number];
  readonly spans: readonly CurveSpan[];
  /** How many of the points that were given have no place. */
  readonly missing: number;
  /** How many of them lift the pen by a `null`. */
  readonly lifted: number;
  /** How many of them have no logarithm, where one is drawn. */
  readonly below: number;
}

/** What a band or an error bar covers at one place. */
interface CurveSpan {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly kind: "band" | "bar";
}

/** Takes a curve apart into points and spans, with `null` for what cannot be drawn. */
export function drawnCurve(
  curve: Curve,
  domain: readonly [number, number],
  count: number,
  { scale }: CurvesOptions,
  reading: Reading,
): DrawnCurve {
  const { points: _, band, bars, ...rest } = curve;
  const { missing = 0, lifted = 0, ...samples } = samplesOf(curve, domain, count, reading);
  const spans = [...spansOf(band, "band", reading), ...spansOf(bars, "bar", reading)]
    .filter(({ low }) => scale !== "log" || low > 0);
  const points = scale === "log" ? samples.points.map(positive) : samples.points;
  const gaps = (list: readonly CurvePoint[]) => list.filter(([, y]) => y === null).length;
  const below = curve.f || scale !== "log" ? 0 : gaps(points) - gaps(samples.points);
  return { ...rest, ...samples, points, spans, missing, lifted, below };
}

/** A logarithmic axis has room for nothing else. */
function positive([x, y]: CurvePoint): CurvePoint {
  return [x, y !== null && y >= 1e-300 ? y : null];
}

function samplesOf(
  { title, points, f, corners, jumps, band, bars }: Curve,
  domain: readonly [number, number],
  count: number,
  reading: Reading,
): Samples & Partial<Pick<DrawnCurve, "missing" | "lifted">> {
  if (points) return pointsOf(points, reading);
  if (typeof f === "function") return sampleCurve({ f, corners, jumps }, domain, count);
  if (band || bars) return { points: [] };
  throw new TypeError(`Cannot draw ${title} as it must have points or a function`);
}

function pointsOf(
  given: Iterable<readonly [Measured, Measured]>,
  reading: Reading,
): Pick<DrawnCurve, "points" | "missing" | "lifted"> {
  const points: CurvePoint[] = [];
  let [missing, lifted] = [0, 0];
  for (const point of given) {
    const x = reading.number(point[0]);
    const y = numberOf(point[1]);
    if (Number.isFinite(x)) points.push([x, Number.isFinite(y) ? y : null]);
    if (Number.isNaN(x)) missing++;
    else if (point[1] === null) lifted++;
    else if (Number.isNaN(y)) missing++;
  }
  return { points, missing, lifted };
}

/** A curve whose lists may be gone through more than once, and hold what they must. */
export function listedCurve(curve: Curve): Curve {
  const lists = (["points", "band", "bars"] as const).flatMap((key) =>
    curve[key] === undefined ? [] : [[key, listOf(curve[key], `${curve.title} as its ${key}`)]]
  );
  return { ...curve, ...Object.fromEntries(lists) };
}

function listOf(list: unknown, what: string): unknown[] {
  if (typeof list !== "object" || list === null || !(Symbol.iterator in list)) {
    throw new TypeError(`Cannot draw ${what} must be a list: current value is ${shown(list)}`);
  }
  const all = Array.isArray(list) ? list : [...list as Iterable<unknown>];
  for (const one of all) {
    if (Array.isArray(one) || ArrayBuffer.isView(one)) continue;
    throw new TypeError(`Cannot draw ${what} must be pairs [x, y]: current value is ${shown(one)}`);
  }
  return all;
}

function spansOf(
  spans: Curve["band"],
  kind: CurveSpan["kind"],
  reading: Reading,
): CurveSpan[] {
  return Array.from(spans ?? [], ([x, low, high]) => ({
    x: reading.number(x),
    low: numberOf(low),
    high: numberOf(high),
    kind,
  })).filter(({ x, low, high }) => [x, low, high].every(Number.isFinite));
}

/** One row of the data of a line chart. */
export interface CurveRow {
  readonly x: number;
  readonly y?: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly kind?: CurveSpan["kind"];
  /** True for a point between gaps. */
  readonly alone?: true;
  readonly series: string;
  readonly group?: string;
}

/** The rows of a curve. */
export function rowsOf(
  { title, group, points, spans, f }: DrawnCurve,
  { round }: Reading,
  heights: Reading,
): CurveRow[] {
  const short = (y: number) => heights.round(y, 7);
  const isGap = (i: number) => (points[i]?.[1] ?? null) === null;
  const rows = points.map(([x, y], i): CurveRow => {
    const row = { x: round(x, 9), y: y === null ? null : short(y), series: title };
    // No line leads to a point between gaps; between those of a function it is there by chance.
    return y === null || f || !isGap(i - 1) || !isGap(i + 1) ? row : { ...row, alone: true };
  });
  for (const { x, low, high, kind } of spans) {
    rows.push({ x: round(x, 9), low: short(low), high: short(high), kind, series: title });
  }
  return group === undefined ? rows : rows.map((row) => ({ ...row, group }));
}
