import { numbers } from "../drawing/_axis.ts";
import { name, quantity, zoom } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { listed, spoken } from "../texts/_words.ts";
import { roundTo } from "./_round.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** A number that a slider sets. */
export interface Slider {
  /** Its name in the expressions, a letter and then letters or digits. */
  readonly name: string;
  /** What stands beside the slider; the name if not given. */
  readonly title?: string;
  /** Where it ends on the left. */
  readonly min: number;
  /** Where it ends on the right. */
  readonly max: number;
  /** Where it stands at first, and in the still picture. */
  readonly value: number;
  /** By how much it moves; a hundredth of the way if not given. */
  readonly step?: number;
}

const sliderOptions: Known<Slider> = {
  name: kinds.needed(kinds.text),
  title: kinds.text,
  min: kinds.needed(kinds.number),
  max: kinds.needed(kinds.number),
  value: kinds.needed(kinds.number),
  step: kinds.number,
};

/** A curve of a slider chart: an expression that the front end computes, or a fixed function. */
export interface SlidingCurve {
  /** Its name in the legend. */
  readonly title: string;
  /**
   * The curve in Vega's expression language, of `x` and the names of the sliders:
   * `"x / (1 + exp(-beta * x))"`. It knows no `tanh`: write `1 - 2 / (exp(2 * u) + 1)`.
   */
  readonly expression?: string;
  /** Or a function that no slider moves. */
  readonly f?: (x: number) => number;
  /** Drawn with dashes. */
  readonly dashed?: boolean;
}

/** How a slider chart is drawn. */
export interface SliderChartOptions extends Labels {
  /** The sliders, from top to bottom. */
  readonly sliders: readonly Slider[];
  /** Smallest and largest x, [-4, 4] if not given. */
  readonly domain?: readonly [number, number];
  /** Smallest and largest y, so that the axes stand still; as the curves need if not given. */
  readonly range?: readonly [number, number];
  /** How many even steps, 200 if not given. */
  readonly count?: number;
  /**
   * The title of the curve, a fixed one, from which the others are subtracted in a second panel
   * below, with the largest difference of each in numbers; no second panel if not given.
   */
  readonly reference?: string;
  /** Smallest and largest y of the second panel, so that it stands still; as needed if not given. */
  readonly differences?: readonly [number, number];
}

const sliderChartOptions: Known<SliderChartOptions> = {
  ...labelOptions,
  sliders: kinds.needed(kinds.list),
  domain: kinds.interval,
  range: kinds.interval,
  count: kinds.number,
  reference: kinds.text,
  differences: kinds.interval,
};

/**
 * A chart with sliders: the front end computes the curves anew when one is moved. Where no script
 * runs, the picture has the values that the sliders have at first.
 *
 * @param curves the curves, each with an `expression` or a fixed `f`
 * @param options sliders, domain, titles
 * @returns the chart
 * @throws TypeError if a curve has neither expression nor function, a name cannot be a name in an
 * expression, or the reference is not a fixed curve
 * @throws RangeError if a slider's value is not between its ends
 *
 * @example
 * ```ts
 * import { sliderChart } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const swish = sliderChart([{ title: "swish", expression: "x / (1 + exp(-beta * x))" }], {
 *   sliders: [{ name: "beta", title: "β", min: 0, max: 5, value: 1 }],
 * });
 * assertStringIncludes(swish.alt, "β = 1");
 * ```
 */
export function sliderChart(
  curves: readonly SlidingCurve[],
  options: SliderChartOptions,
): Chart {
  checkOptions("draw curves with sliders", options, sliderChartOptions);
  const { sliders, domain = [-4, 4], count = 200, range, reference, differences } = options;
  sliders.forEach(checkSlider);
  curves.forEach(checkCurve);
  const against = curves.findIndex(({ title }) => title === reference);
  if (reference !== undefined && !curves[against]?.f) {
    throw new TypeError(
      `Cannot draw differences as the reference must be the title of a fixed curve: ` +
        `current value is ${reference}`,
    );
  }
  const [x, y] = [axisTitle(options.x, "x"), axisTitle(options.y, "y")];
  const size = { width: options.width ?? 420, height: options.height ?? 240 };
  const look = { domain, dashes: dashesOf(curves), x };
  const main = panel(curves, "y", curves.map((_, i) => i), { ...look, y, range });
  const moving = curves.map((_, i) => i).filter((i) => i !== against);
  const drawn = { ...look, y: `difference from ${reference}`, range: differences };
  const difference = { layer: [panel(curves, "d", moving, drawn), largest(curves, moving)] };
  const low = { ...size, height: Math.round(size.height / 2) };
  const spec = {
    ...titleAndNotes(options.title),
    params: sliders.map(paramOf),
    data: { values: rowsOf(curves, domain, count) },
    transform: transforms(curves, against),
    ...(reference === undefined
      ? { ...size, layer: [main] }
      : { vconcat: [{ ...size, ...main }, { ...low, ...difference }] }),
  } as unknown as Spec;
  const names = listed(curves.map(({ title }) => title));
  const at = sliders.map(({ name, title, value }) => `${title ?? name} = ${spoken(value)}`);
  const over = `over ${x} from ${spoken(domain[0])} to ${spoken(domain[1])}`;
  return chart(spec, {
    alt: altText(options, `line chart of ${names} ${over} at ${at.join(", ")}, with sliders`),
  });
}

function checkSlider(slider: Slider): void {
  checkOptions("make a slider", slider, sliderOptions);
  const { name, min, max, value } = slider;
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || name === "x" || name === "datum") {
    throw new TypeError(
      `Cannot make a slider as its name must be letters and digits, and not x or datum: ` +
        `current value is ${name}`,
    );
  }
  if (!(min <= value && value <= max && Number.isFinite(max - min))) {
    throw new RangeError(
      `Cannot make the slider ${name} as ${min} <= value <= ${max} must hold: ` +
        `current value is ${value}`,
    );
  }
}

function checkCurve({ title, expression, f }: SlidingCurve): void {
  if (expression !== undefined || f) return;
  throw new TypeError(`Cannot draw ${title} as it must have an expression or a function`);
}

function paramOf({ name, title, min, max, value, step }: Slider): object {
  return {
    name,
    value,
    bind: {
      input: "range",
      min,
      max,
      step: step ?? roundTo((max - min) / 100, 3),
      name: `${title ?? name} `,
    },
  };
}

/** The abscissas, with the values of the fixed curves. */
function rowsOf(
  curves: readonly SlidingCurve[],
  [low, high]: readonly [number, number],
  count: number,
): object[] {
  return Array.from({ length: count + 1 }, (_, step) => {
    const x = roundTo(low + (high - low) * (step / count), 9);
    const fixed = curves.flatMap(({ f }, i) => f ? [[`y${i}`, drawable(f(x))] as const] : []);
    return { x, ...Object.fromEntries(fixed) };
  });
}

function drawable(y: number): number | null {
  return Number.isFinite(y) ? roundTo(y, 9) : null;
}

/** The expressions, and the differences from the reference if there is one. */
function transforms(
  curves: readonly SlidingCurve[],
  against: number,
): object[] {
  const values = curves.flatMap(({ expression }, i) =>
    expression === undefined ? [] : [{ calculate: withDatum(expression), as: `y${i}` }]
  );
  if (against < 0) return values;
  const differences = curves.flatMap((_, i) =>
    i === against ? [] : [{ calculate: `datum.y${i} - datum.y${against}`, as: `d${i}` }]
  );
  return [...values, ...differences];
}

/** In a transform, x is a field of the datum. */
function withDatum(expression: string): string {
  return expression.replace(/(?<![\w.])x\b/g, "datum.x");
}

/** Which curves are dashed, for the scale that all panels share. */
function dashesOf(curves: readonly SlidingCurve[]): object | undefined {
  if (!curves.some(({ dashed }) => dashed)) return undefined;
  const range = curves.map(({ dashed }) => dashed ? [6, 4] : [1, 0]);
  return { domain: curves.map(({ title }) => title), range };
}

interface PanelOptions {
  readonly x: string;
  readonly y: string;
  readonly domain: readonly [number, number];
  readonly range?: readonly [number, number];
  readonly dashes?: object;
}

/** What is largest, in the corner of the panel, for each curve that a slider moves. */
function largest(curves: readonly SlidingCurve[], moving: readonly number[]): object {
  const titles = curves.map(({ title }) => title);
  const shown = moving.filter((i) => curves[i].expression !== undefined);
  const text = `datum.series + ': at most ' + format(datum.most, '.3~g')`;
  return {
    transform: [
      ...seriesOf("d", titles, shown),
      { calculate: "abs(datum.y)", as: "size" },
      { aggregate: [{ op: "max", field: "size", as: "most" }], groupby: ["series"] },
      { window: [{ op: "row_number", as: "line" }] },
      { calculate: text, as: "says" },
      { calculate: "14 * datum.line - 8", as: "below" },
    ],
    mark: { type: "text", align: "right", baseline: "top", fontSize: 12 },
    encoding: {
      x: { value: { expr: "width - 4" } },
      y: { field: "below", type: "quantitative", scale: null },
      text: { field: "says" },
      color: {
        field: "series",
        type: "nominal",
        scale: { domain: titles },
        legend: legendOf(titles),
      },
    },
  };
}

function legendOf(titles: readonly string[]): object | null {
  return titles.length < 2 ? null : { title: null, symbolType: "stroke" };
}

/** A row for each point of some of the curves, from the fields of a letter. */
function seriesOf(letter: string, titles: readonly string[], shown: readonly number[]): object[] {
  return [
    { fold: shown.map((i) => `${letter}${i}`), as: ["field", "y"] },
    { calculate: `${JSON.stringify(titles)}[toNumber(slice(datum.field, 1))]`, as: "series" },
  ];
}

/** Some of the curves, each from the field of its letter and number. */
function panel(
  curves: readonly SlidingCurve[],
  letter: string,
  shown: readonly number[],
  { x, y, domain, range, dashes }: PanelOptions,
): object {
  const titles = curves.map(({ title }) => title);
  const legend = legendOf(titles);
  const series = { field: "series", type: "nominal" };
  return {
    transform: seriesOf(letter, titles, shown),
    params: [{ ...zoom, name: `zoom_${letter}` }],
    mark: { type: "line", clip: true },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        title: x,
        axis: numbers,
        scale: { nice: false, domain: [...domain] },
      },
      y: {
        field: "y",
        type: "quantitative",
        title: y,
        axis: numbers,
        scale: range ? { domain: [...range] } : { zero: false, padding: 5 },
      },
      color: { ...series, scale: { domain: titles }, legend },
      ...(dashes ? { strokeDash: { ...series, scale: dashes, legend } } : {}),
      tooltip: [name("series", "curve"), quantity("x", x), quantity("y", y)],
    },
  };
}
