import { endsOf } from "../_ends.ts";
import { numbers, texts, tickCount } from "../drawing/_axis.ts";
import { name, quantity } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { listed } from "../texts/_words.ts";
import { type Box, type Place, placeLabels } from "./_place_labels.ts";
import { roundTo } from "../texts/_round.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { numberOf } from "./_measure.ts";
import { checkList, has } from "../../options/check_list.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { shown } from "../../options/shown.ts";

/** One of the candidates: what it costs, and how wrong it is. */
export interface CostedError {
  /** Its name. */
  readonly title: string;
  /** The less the better; on the x axis. */
  readonly cost: number;
  /** The less the better; on the y axis. */
  readonly error: number;
}

/** How candidates are drawn. */
export interface ParetoOptions extends Labels {
  /** Scale of the costs, "linear" if not given. */
  readonly costScale?: "linear" | "log";
  /** Scale of the errors, "log" if not given. */
  readonly errorScale?: "linear" | "log";
}

const paretoOptions: Known<ParetoOptions> = {
  ...labelOptions,
  costScale: kinds.oneOf("linear", "log"),
  errorScale: kinds.oneOf("linear", "log"),
};

/**
 * A chart of error against cost. Those on the front are joined by a stepped line: on it, less error
 * costs more.
 *
 * @param given the points; those that are not finite, or not positive on a logarithmic axis,
 * are named in a note
 * @param frontOf which of the points that are drawn no other beats, from the cheapest on
 * @param options scales and titles
 * @returns the chart
 * @throws TypeError if the front holds anything but points that were given
 *
 * @example
 * ```ts
 * import { paretoChart } from "@actbook/actbook/display";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const [a, b, c] = [
 *   { title: "a", cost: 1, error: 1e-2 },
 *   { title: "b", cost: 2, error: 1e-4 },
 *   { title: "c", cost: 3, error: 1e-3 },
 * ];
 * const chart = paretoChart([a, b, c], () => [a, b]);
 * assertStringIncludes(chart.alt, "on the front: a and b");
 * ```
 */
export function paretoChart(
  given: readonly CostedError[],
  frontOf: (candidates: readonly CostedError[]) => readonly CostedError[],
  options: ParetoOptions = {},
): Chart {
  checkOptions("draw error against cost", options, paretoOptions);
  checkList(
    "draw error against cost",
    given,
    "{ title, cost, error }",
    (one) => has(one, "title", "cost", "error"),
  );
  const candidates = given.map((one) => ({
    ...one,
    cost: numberOf(one.cost),
    error: numberOf(one.error),
  }));
  const { costScale = "linear", errorScale = "log", width = 440, height = 300 } = options;
  const drawable = (value: number, scale: string) =>
    Number.isFinite(value) && (scale !== "log" || value > 0);
  const isDrawn = ({ cost, error }: CostedError) =>
    drawable(cost, costScale) && drawable(error, errorScale);
  const drawn = candidates.filter(isDrawn);
  const missing = candidates.filter((candidate) => !isDrawn(candidate));
  const notes = missing.length > 0
    ? [`not in the picture: ${listed(missing.map(({ title }) => title), 6)}`]
    : [];
  const own = new Map<CostedError, CostedError>();
  candidates.forEach((one, i) => own.set(given[i], one).set(one, one));
  const front = frontOf(drawn).map((one) => own.get(one) ?? unknownPoint(one)).filter(isDrawn);
  const best = new Set(front);
  const [x, y] = [axisTitle(options.x, "cost"), axisTitle(options.y, "error")];
  const places = placesOf(drawn, front, { costScale, errorScale, width, height });
  const rows = drawn.map((candidate, i) => ({
    title: candidate.title,
    cost: roundTo(candidate.cost, 6),
    error: roundTo(candidate.error, 6),
    front: best.has(candidate) ? "on the front" : "beaten by another",
    place: places[i] ? JSON.stringify(places[i]) : "",
  }));
  const kinds = [
    ...new Map(places.flatMap((place) => place ? [[JSON.stringify(place), place] as const] : [])),
  ];
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height,
    data: { values: rows },
    encoding: {
      x: axis("cost", x, costScale, { size: width, values: rows.map(({ cost }) => cost) }),
      y: axis("error", y, errorScale, { size: height, values: rows.map(({ error }) => error) }),
    },
    layer: [
      {
        transform: [{ filter: "datum.front === 'on the front'" }],
        mark: { type: "line", interpolate: "step-after", strokeWidth: 1.5, tooltip: null },
      },
      {
        mark: { type: "point", filled: true, size: 70, opacity: 1 },
        encoding: {
          color: {
            field: "front",
            type: "nominal",
            title: null,
            scale: { domain: ["on the front", "beaten by another"] },
            legend: { orient: "bottom" },
          },
          shape: {
            field: "front",
            type: "nominal",
            title: null,
            scale: { domain: ["on the front", "beaten by another"], range: ["circle", "square"] },
            legend: { orient: "bottom" },
          },
          tooltip: [name("title", "candidate"), quantity("cost", x), quantity("error", y)],
        },
      },
      ...kinds.flatMap(([key, place]) => labelled(key, place)),
    ],
  } as unknown as Spec;
  const sentence = `${y} against ${x} of ${listed(drawn.map(({ title }) => title))}; ` +
    `on the front: ${listed(front.map(({ title }) => title))}`;
  return ownChart(spec, { alt: altText(options, sentence, notes) });
}

function axis(
  field: string,
  title: string,
  scale: "linear" | "log",
  { size, values }: { readonly size: number; readonly values: readonly number[] },
): object {
  const ticks = tickCount(size, scale, values);
  const empty = values.length === 0;
  return {
    field,
    type: "quantitative",
    title,
    scale: {
      type: scale,
      padding: 24,
      nice: false,
      ...(scale === "log" ? {} : { zero: false }),
      ...(empty ? { domain: [1, 10] } : {}),
    },
    axis: { ...numbers, tickCount: ticks },
  };
}

interface Picture {
  readonly costScale: "linear" | "log";
  readonly errorScale: "linear" | "log";
  readonly width: number;
  readonly height: number;
}

function unknownPoint(one: unknown): never {
  throw new TypeError(
    "Cannot draw error against cost as the front must hold points that were given: current value is " +
      shown(one),
  );
}

/** Places for the names, those on the front first. */
function placesOf(
  drawn: readonly CostedError[],
  front: readonly CostedError[],
  { costScale, errorScale, width, height }: Picture,
): (Place | null)[] {
  const across = pixels(drawn.map(({ cost }) => cost), costScale, width);
  const up = pixels(drawn.map(({ error }) => error), errorScale, height);
  const place = new Map(drawn.map((candidate, i) => [candidate, i]));
  const leading = front.map((candidate) => place.get(candidate)!);
  const order = [...new Set([...leading.toSorted((a, b) => a - b), ...drawn.keys()])];
  const found = placeLabels(
    order.map((i) => ({ x: across[i], y: height - up[i], text: drawn[i].title })),
    { width, height },
    steps(leading, across, up, height),
  );
  const places: (Place | null)[] = drawn.map(() => null);
  order.forEach((i, k) => places[i] = found[k]);
  return places;
}

/** The room that the stepped line takes. */
function steps(
  front: readonly number[],
  across: readonly number[],
  up: readonly number[],
  height: number,
): Box[] {
  return front.slice(1).flatMap((next, i) => {
    const [left, right] = [across[front[i]], across[next]];
    const [top, bottom] = [height - up[front[i]], height - up[next]];
    return [
      { left, right, top: top - 1, bottom: top + 1 },
      { left: right - 1, right: right + 1, top, bottom },
    ];
  });
}

/** About where values stand on an axis with room at its ends. */
function pixels(values: readonly number[], scale: "linear" | "log", size: number): number[] {
  const scaled = values.map((value) => scale === "log" ? Math.log10(value) : value);
  const [low, high] = endsOf(scaled);
  return scaled.map((value) =>
    24 + (high > low ? (value - low) / (high - low) : 0.5) * (size - 48)
  );
}

function labelled(key: string, { align, dx, dy }: Place): object[] {
  return texts(
    { align, dx, dy, baseline: "middle" },
    { text: { field: "title", type: "nominal" } },
    { transform: [{ filter: `datum.place === ${JSON.stringify(key)}` }] },
  );
}
