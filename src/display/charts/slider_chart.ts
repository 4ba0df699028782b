import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { listed, spoken } from "../texts/_words.ts";
import { drawable } from "./_measure.ts";
import { roundTo } from "../texts/_round.ts";
import { checkExpression } from "./_check_expression.ts";
import { checkSlider, paramOf, type Slider } from "./_slider.ts";
import { dashesOf, largest, panel, type SlidingCurve } from "./_sliding_panels.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

export type { Slider } from "./_slider.ts";
export type { SlidingCurve } from "./_sliding_panels.ts";

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
 * @throws TypeError if a curve has neither expression nor function, an expression has a name that is
 * neither x nor a slider, or is written for JavaScript as `x ** 2` and `Math.sin(x)` are, a slider's
 * name cannot be a name in an expression, or the reference is not a fixed curve
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
  curves.forEach((curve) => checkCurve(curve, sliders));
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
  return ownChart(spec, {
    alt: altText(options, `line chart of ${names} ${over} at ${at.join(", ")}, with sliders`),
  });
}

function checkCurve({ title, expression, f }: SlidingCurve, sliders: readonly Slider[]): void {
  if (expression !== undefined) return checkExpression(title, expression, sliders);
  if (f) return;
  throw new TypeError(`Cannot draw ${title} as it must have an expression or a function`);
}

/** The abscissas, with the values of the fixed curves. */
function rowsOf(
  curves: readonly SlidingCurve[],
  [low, high]: readonly [number, number],
  count: number,
): object[] {
  return Array.from({ length: count + 1 }, (_, step) => {
    const x = roundTo(low + (high - low) * (step / count), 9);
    const fixed = curves.flatMap(({ f }, i) => f ? [[`y${i}`, short(f(x))] as const] : []);
    return { x, ...Object.fromEntries(fixed) };
  });
}

function short(y: number): number | null {
  const drawn = drawable(y);
  return drawn === null ? null : roundTo(drawn, 9);
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
