import { rangeOf } from "../_ends.ts";
import { several } from "../texts/_words.ts";
import { curveLayers } from "./_curve_layers.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import type { Rows } from "./_columns.ts";
import { numbersWithin } from "./_reading.ts";
import { readSamples, type Sample } from "./_samples.ts";
import { givenSamples, type SampleColumns } from "./_samples_of.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { type CurvePoint, thin } from "./thin.ts";

/** How columns of a table are drawn so. */
export interface ColumnEcdfOptions extends Omit<Labels, "x">, SampleColumns {}

/**
 * Empirical distributions: at each x, the share of the values that are not greater. Where samples are
 * compared, this shows all of each, and needs no choice of bars.
 *
 * @param samples the values, numbers or dates; those that are missing or not finite are counted in a
 * note. Or a table, whose columns the options name
 * @param options titles and size
 * @returns the chart
 * @throws TypeError if a sample has no title or no list of values
 *
 * @example
 * ```ts
 * import { ecdf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const losses = ecdf([{ title: "GELU", values: [0.2, 0.3, 0.25] }], { x: "loss" });
 * assertEquals(losses.alt, "shares of values up to each loss: 3 values of GELU from 0.2 to 0.3");
 * ```
 *
 * @example Columns of a table
 * ```ts
 * import { ecdf } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = [{ loss: 0.2, f: "GELU" }, { loss: 0.3, f: "GELU" }, { loss: 0.4, f: "ReLU" }];
 * const { alt } = ecdf(rows, { x: "loss", by: "f" });
 * assertEquals(
 *   alt,
 *   "shares of values up to each loss: 2 values of GELU from 0.2 to 0.3, 1 value of ReLU from 0.4 to 0.4",
 * );
 * ```
 */
export function ecdf(samples: readonly Sample[], options?: Labels): Chart;
/** The same for the columns of a table. */
export function ecdf(table: Rows, options: ColumnEcdfOptions): Chart;
export function ecdf(
  data: readonly Sample[] | Rows,
  options: Labels | ColumnEcdfOptions = {},
): Chart {
  return drawSamples(...givenSamples("draw distributions", data, options, labelOptions));
}

function drawSamples(samples: readonly Sample[], options: Labels): Chart {
  const { width = 420, height = 260 } = options;
  const { samples: read, reading, notes } = readSamples(samples, options.zone);
  const extent = rangeOf(read.flatMap(({ sorted }) => sorted));
  const drawn = read.map(({ title, sorted }) => ({
    title,
    spans: [],
    points: thin(steps(sorted, extent), width),
  }));
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height,
    data: {
      values: drawn.flatMap(({ title, points }) =>
        points.map(([x, y]) => ({
          x: reading.round(x, 9),
          y: Number(y!.toPrecision(7)),
          series: title,
        }))
      ),
    },
    layer: curveLayers(drawn, {
      x: options.x ?? "value",
      y: options.y ?? "share of values",
      range: [0, 1],
      reading,
      heights: numbersWithin(0, 1),
      width,
      height,
      extent,
      rows: [],
    }),
  } as unknown as Spec;
  const ranges = read.map(({ title, sorted }) =>
    `${several(sorted.length, "value")} of ${title}${
      sorted.length === 0
        ? ""
        : ` from ${reading.spoken(sorted[0])} to ${reading.spoken(sorted[sorted.length - 1])}`
    }`
  );
  const sentence = `shares of values up to each ${axisTitle(options.x, "value")}: ` +
    ranges.join(", ");
  return ownChart(spec, { alt: altText(options, sentence, notes) });
}

/** A step up at each value, from nothing to all. */
function steps(
  sorted: readonly number[],
  [low, high]: readonly [number, number],
): readonly CurvePoint[] {
  if (sorted.length === 0) return [];
  const up = sorted.flatMap((x, i): CurvePoint[] => [
    [x, i / sorted.length],
    [x, (i + 1) / sorted.length],
  ]);
  return [[low, 0], ...up, [high, 1]];
}
