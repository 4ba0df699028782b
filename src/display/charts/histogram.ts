import { numbers } from "../drawing/_axis.ts";
import { quantity } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { several, spoken } from "../texts/_words.ts";
import { roundTo } from "./_round.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** How values are counted. */
export interface HistogramOptions extends Labels {
  /** How many bars of equal width, 40 if not given. */
  readonly bins?: number;
  /** Smallest and largest value; those of the values if not given. Others are counted in a note. */
  readonly domain?: readonly [number, number];
}

const histogramOptions: Known<HistogramOptions> = {
  ...labelOptions,
  bins: kinds.number,
  domain: kinds.interval,
};

/**
 * A histogram: how many values lie where. The values are counted here, so that a chart of a million
 * of them is as small as one of a hundred.
 *
 * @param values the values; those that are not finite, or out of the domain, are counted in a note
 * @param options bars, domain, titles
 * @returns the chart
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
export function histogram(values: Iterable<number>, options: HistogramOptions = {}): Chart {
  checkOptions("draw a histogram", options, histogramOptions);
  const { bins = 40 } = options;
  if (!(Number.isInteger(bins) && bins >= 1 && bins <= 1000)) {
    throw new RangeError(
      `Cannot draw a histogram as bins must be an integer from 1 to 1000: current value is ${bins}`,
    );
  }
  const all = Float64Array.from(values);
  const [low, high] = options.domain ?? rangeOf(all);
  const counts = new Array<number>(bins).fill(0);
  let outside = 0;
  for (const value of all) {
    if (value >= low && value <= high) {
      counts[Math.min(bins - 1, Math.floor((value - low) / (high - low) * bins))]++;
    } else outside++;
  }
  const edge = (i: number) => roundTo(low + (high - low) * (i / bins), 7);
  const rows = counts.map((count, i) => ({ from: edge(i), to: edge(i + 1), count }));
  const notes = outside > 0
    ? [`${outside} of ${several(all.length, "value")} not in the picture`]
    : [];
  const [x, y] = [axisTitle(options.x, "value"), axisTitle(options.y, "count")];
  const spec = {
    ...titleAndNotes(options.title, notes),
    width: options.width ?? 420,
    height: options.height ?? 220,
    data: { values: rows },
    mark: { type: "bar", binSpacing: 1 },
    encoding: {
      x: {
        field: "from",
        type: "quantitative",
        bin: "binned",
        title: x,
        axis: numbers,
        scale: { nice: false, zero: false, domain: [low, high] },
      },
      x2: { field: "to" },
      y: { field: "count", type: "quantitative", title: y },
      tooltip: [quantity("from", "from"), quantity("to", "to"), quantity("count", y, ",")],
    },
  } as unknown as Spec;
  const within = `${several(all.length - outside, "value")} from ${spoken(low)} to ${spoken(high)}`;
  return chart(spec, { alt: altText(options, `histogram of ${within}`, notes) });
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  return low === high ? [low - 0.5, low + 0.5] : [low, high];
}
