import { greatestOf } from "../_ends.ts";
import type { Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { listed } from "../texts/_words.ts";
import { boxLayers } from "./_box_layers.ts";
import { density, type FiveNumbers, fiveNumbers } from "./_five_numbers.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import type { Reading } from "./_reading.ts";
import type { Rows } from "./_columns.ts";
import { readSamples, type Sample } from "./_samples.ts";
import { givenSamples, type SampleColumns } from "./_samples_of.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";

/** How samples are drawn; `x` is the title of the values' axis. */
export interface BoxPlotOptions extends Labels {
  /** "violin" draws the density of the values, with a thin box within; "box" if not given. */
  readonly shape?: "box" | "violin";
}

const boxPlotOptions: Known<BoxPlotOptions> = {
  ...labelOptions,
  shape: kinds.oneOf("box", "violin"),
};

/** How columns of a table are drawn so. */
export interface ColumnBoxPlotOptions extends Omit<BoxPlotOptions, "x">, SampleColumns {}

/** Outliers above which only the outermost are drawn. */
const most = 100;

/** Pixels for each sample. */
const step = { box: 28, violin: 48 } as const;

/** A sample that has values, and what is drawn of it. */
interface Box extends FiveNumbers {
  readonly title: string;
  readonly place: number;
  readonly sorted: readonly number[];
}

/**
 * A box plot of samples such as repeated runs: quartiles as a box, the median as a line in it,
 * whiskers to the last values within one and a half boxes, points beyond. Or violins: the density of
 * the values, the wider the more of them.
 *
 * @param samples the values, numbers or dates; those that are missing or not finite are counted in a
 * note. Or a table, whose columns the options name
 * @param options shape, titles, width
 * @returns the chart
 * @throws TypeError if a sample has no title or no list of values
 *
 * @example
 * ```ts
 * import { boxPlot } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const runs = boxPlot([{ title: "GELU", values: [4, 1, 2, 3, 50] }], {
 *   x: { title: "time", unit: "s" },
 * });
 * assertEquals(runs.alt, "box plot of time (s): GELU median 3, half from 2 to 4, all from 1 to 50");
 * ```
 *
 * @example Columns of a table
 * ```ts
 * import { boxPlot } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = [{ loss: 0.2, f: "GELU" }, { loss: 0.3, f: "GELU" }, { loss: 0.4, f: "ReLU" }];
 * assertEquals(
 *   boxPlot(rows, { x: "loss", by: "f" }).alt,
 *   "box plot of loss: GELU median 0.25, half from 0.225 to 0.275, all from 0.2 to 0.3 and " +
 *     "ReLU median 0.4, half from 0.4 to 0.4, all from 0.4 to 0.4",
 * );
 * ```
 */
export function boxPlot(samples: readonly Sample[], options?: BoxPlotOptions): Chart;
/** The same for the columns of a table. */
export function boxPlot(table: Rows, options: ColumnBoxPlotOptions): Chart;
export function boxPlot(
  data: readonly Sample[] | Rows,
  options: BoxPlotOptions | ColumnBoxPlotOptions = {},
): Chart {
  return drawSamples(...givenSamples("draw boxes", data, options, boxPlotOptions));
}

function drawSamples(samples: readonly Sample[], options: BoxPlotOptions): Chart {
  const { shape = "box", width = 360 } = options;
  const { samples: read, reading, notes: missing } = readSamples(samples, options.zone);
  const boxes = read.flatMap(({ title, sorted }, place): Box[] =>
    sorted.length === 0 ? [] : [{ title, place, sorted, ...fiveNumbers(sorted) }]
  );
  const beyond = shape === "violin" ? [] : boxes.flatMap((box) => outermost(box, reading));
  const left = boxes.reduce((n, { outliers }) => n + outliers.length, 0) - beyond.length;
  const notes = [
    ...missing,
    ...(shape === "box" && left > 0 ? [`${left} more points beyond the whiskers`] : []),
  ];
  const title = reading.title(axisTitle(options.x, "value"));
  const names = read.map(({ title }) => title);
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height: options.height ?? Math.max(1, names.length) * step[shape],
    data: {
      values: [
        ...(shape === "violin" ? boxes.flatMap((box) => violin(box, reading)) : []),
        ...boxes.map((box) => boxRow(box, reading)),
        ...beyond,
      ],
    },
    ...boxLayers({ shape, names, title, y: options.y, reading, width }),
  } as unknown as Spec;
  const words = describe(boxes, reading);
  const sentence = `${shape === "violin" ? "violin" : "box"} plot of ${title}: ${listed(words)}`;
  return ownChart(spec, { alt: altText(options, sentence, notes) });
}

function boxRow({ title, place, sorted, quartiles, whiskers }: Box, { round }: Reading): object {
  const [q1, median, q3] = quartiles.map((value) => round(value, 7));
  const [low, high] = whiskers.map((value) => round(value, 7));
  return { kind: "box", title, place, count: sorted.length, low, q1, median, q3, high };
}

/** The points beyond the whiskers, those furthest out where they are many. */
function outermost({ title, place, outliers, quartiles }: Box, { round }: Reading): object[] {
  const far = (x: number) => Math.abs(x - quartiles[1]);
  return outliers.toSorted((a, b) => far(b) - far(a)).slice(0, most)
    .map((value) => ({ kind: "point", title, place, value: round(value, 7) }));
}

/** The outline of a density, as wide as there is room. */
function violin({ title, place, sorted }: Box, { round }: Reading): object[] {
  const points = density(sorted, 60);
  const highest = greatestOf(points.map(([, d]) => d), 0);
  return points.map(([value, d]) => {
    const half = 0.42 * d / highest;
    const [under, over] = [place - half, place + half].map((y) => Number(y.toFixed(4)));
    return { kind: "violin", title, place, value: round(value, 7), under, over };
  });
}

function describe(boxes: readonly Box[], { spoken }: Reading): string[] {
  return boxes.map(({ title, sorted, quartiles: [q1, median, q3] }) =>
    `${title} median ${spoken(median)}, half from ${spoken(q1)} to ${spoken(q3)}, ` +
    `all from ${spoken(sorted[0])} to ${spoken(sorted[sorted.length - 1])}`
  );
}
