import { greatestOf, rangeOf } from "../_ends.ts";
import { shown } from "../../options/shown.ts";
import { quantity } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { several } from "../texts/_words.ts";
import { checkMeasured, type Measured } from "./_measure.ts";
import { readingOf } from "./_reading.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { type Span, span } from "./_span.ts";

/** How values are counted. */
export interface HistogramOptions extends Labels {
  /** How many bars of equal width, 40 if not given. */
  readonly bins?: number;
  /** Smallest and largest value; those of the values if not given. Others are counted in a note. */
  readonly domain?: Span;
}

const histogramOptions: Known<HistogramOptions> = {
  ...labelOptions,
  bins: kinds.number,
  domain: span,
};

/**
 * A histogram: how many values lie where. The values are counted here, so that a chart of a million
 * of them is as small as one of a hundred.
 *
 * @param values the values, numbers or dates; those that are missing or no numbers, and those out of
 * the domain, are counted in a note
 * @param options bars, domain, titles
 * @returns the chart
 * @throws TypeError if there is no list of values
 * @throws RangeError if `bins` is not an integer from 1 to 1000
 *
 * @example
 * ```ts
 * import { histogram } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const chart = histogram([1, 2, 2, 3, NaN], { bins: 3, title: "Ones, twos, threes" });
 * assertStringIncludes(chart.alt, "4 values from 1 to 3");
 * ```
 */
export function histogram(values: Iterable<Measured>, options: HistogramOptions = {}): Chart {
  checkOptions("draw a histogram", options, histogramOptions);
  const { bins = 40 } = options;
  if (!(Number.isInteger(bins) && bins >= 1 && bins <= 1000)) {
    throw new RangeError(
      `Cannot draw a histogram as bins must be an integer from 1 to 1000: current value is ${bins}`,
    );
  }
  const given = listOf(values);
  checkMeasured(given, "a histogram as its values");
  const read = readingOf(given, options.zone);
  const all = new Float64Array(given.length);
  for (let i = 0; i < all.length; i++) all[i] = read.number(given[i]);
  const [low, high] = options.domain?.map(read.number) ?? rangeOf(all);
  const reading = read.within(low, high);
  const counts = new Array<number>(bins).fill(0);
  let [missing, outside] = [0, 0];
  for (const value of all) {
    if (Number.isNaN(value)) missing++;
    else if (value >= low && value <= high) {
      counts[Math.min(bins - 1, Math.floor((value - low) / (high - low) * bins))]++;
    } else outside++;
  }
  const edge = (i: number) => reading.round(low + (high - low) * (i / bins), 7);
  const rows = counts.map((count, i) => ({ from: edge(i), to: edge(i + 1), count }));
  const of = `of ${several(all.length, "value")}`;
  const notes = [
    ...(missing > 0 ? [`${missing} ${of} missing or not finite`] : []),
    ...(outside > 0 ? [`${outside} ${of} not in the picture`] : []),
  ];
  const x = reading.title(axisTitle(options.x, "value"));
  const y = axisTitle(options.y, "count");
  const { width = 420 } = options;
  const most = greatestOf(counts, 0);
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height: options.height ?? 220,
    data: { values: rows },
    mark: { type: "bar", binSpacing: 1 },
    encoding: {
      x: {
        field: "from",
        bin: "binned",
        title: x,
        // Of the ends of bars Vega-Lite does not know that they are times: named here, they conflict.
        ...reading.channel(width, reading.time ? {} : { domain: [low, high], zero: false }),
      },
      x2: { field: "to" },
      y: {
        field: "count",
        type: "quantitative",
        title: y,
        // Nothing is counted in halves.
        ...(most < 10 ? { axis: { tickMinStep: 1, format: "d" } } : {}),
        ...(most === 0 ? { scale: { domain: [0, 1] } } : {}),
      },
      tooltip: [
        reading.tooltip("from", "from"),
        reading.tooltip("to", "to"),
        quantity("count", y, ","),
      ],
    },
  } as unknown as Spec;
  const within = `${several(all.length - missing - outside, "value")} ` +
    `from ${reading.spoken(low)} to ${reading.spoken(high)}`;
  return ownChart(spec, { alt: altText(options, `histogram of ${within}`, notes) });
}

/** A list of values; a single text is none, though it can be iterated over. */
function listOf(values: unknown): readonly unknown[] {
  if (Array.isArray(values)) return values;
  const isList = typeof values === "object" && values !== null && Symbol.iterator in values;
  if (isList) return [...values as Iterable<unknown>];
  throw new TypeError(
    `Cannot draw a histogram as values must be a list: current value is ${shown(values)}`,
  );
}
