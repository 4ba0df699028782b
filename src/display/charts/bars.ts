import { endsOf, greatestOf } from "../_ends.ts";
import { numbers, tickCount } from "../drawing/_axis.ts";
import { name, quantity } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes, withoutLogarithm } from "./_labelled.ts";
import { shown } from "../../options/shown.ts";
import { listed } from "../texts/_words.ts";
import { written } from "../texts/_written.ts";
import { instantOf, type Measured, numberOf } from "./_measure.ts";
import { textWidth } from "../drawing/_text_width.ts";
import { roundTo } from "../texts/_round.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** One bar: a name and its length. */
export interface Bar {
  /** What it stands for. */
  readonly title: string;
  /** Its length. */
  readonly value: Measured;
  /** Where bars of a name are compared: which of them it is. */
  readonly group?: string;
}

/** How bars are drawn; `x` is the title of the values' axis, `y` that of the names. */
export interface BarsOptions extends Labels {
  /** The longest first; as given if not. */
  readonly sorted?: boolean;
  /** How values are scaled: "log" draws points instead, as a logarithm has no zero to start at. */
  readonly scale?: "linear" | "log";
}

const barsOptions: Known<BarsOptions> = {
  ...labelOptions,
  sorted: kinds.flag,
  scale: kinds.oneOf("linear", "log"),
};

/**
 * A bar chart with horizontal bars, so that long names can be read, and the values written behind.
 *
 * @param rows the bars; a value that is missing or no number has no bar, its name stays
 * @param options order, scale, titles
 * @returns the chart
 * @throws TypeError if a bar has no title, a value is a date, or two bars of a group share a title
 *
 * @example
 * ```ts
 * import { bars } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const speed = bars(
 *   [{ title: "relu", value: 0.4 }, { title: "gelu", value: 4.1 }],
 *   { sorted: true, x: { title: "time for one value", unit: "ns" } },
 * );
 * assertEquals(speed.alt, "bar chart of time for one value (ns): gelu 4.1 and relu 0.4");
 * ```
 */
export function bars(rows: readonly Bar[], options: BarsOptions = {}): Chart {
  checkOptions("draw bars", options, barsOptions);
  const { sorted = false, scale = "linear", width = 360 } = options;
  const read = readBars(rows);
  const ordered = sorted ? read.toSorted((a, b) => rank(b) - rank(a)) : read;
  const log = scale === "log";
  const shown = ordered.map((bar) =>
    log && bar.value <= 0 ? { ...bar, value: NaN, label: written(NaN) } : bar
  );
  const values = shown.map(({ value }) => value);
  const left = log ? ordered.filter(({ value }) => value <= 0).length : 0;
  const notes = left > 0 ? [withoutLogarithm(left)] : [];
  const titles = [...new Set(shown.map(({ title }) => title))];
  const groups = [...new Set(shown.flatMap(({ group }) => group ?? []))];
  const grouped = groups.length > 0;
  const value = axisTitle(options.x, "value");
  const places = {
    x: {
      field: "value",
      type: "quantitative",
      title: value,
      axis: {
        ...numbers,
        tickCount: log ? tickCount(width, scale, values) : Math.ceil(width / 70),
      },
      scale: log ? { type: "log", padding: 10 } : withRoomForLabels(shown, width),
    },
    y: {
      field: "title",
      type: "nominal",
      title: options.y === undefined ? null : axisTitle(options.y, ""),
      // Vega-Lite compares with each of the names in turn, one comparison inside the other.
      sort: titles.length > 500 ? null : titles,
      axis: { labelLimit: 220 },
    },
    ...(grouped ? { yOffset: { field: "group", type: "nominal", sort: groups } } : {}),
  };
  // Beyond the longest bar stands its label.
  const offset = 8 + greatestOf(shown.map(({ label }) => textWidth(label, fontSize)), 0);
  const colour = {
    color: { field: "group", type: "nominal", sort: groups, title: null, legend: { offset } },
  };
  const tooltip = [
    name("title", "name"),
    ...(grouped ? [name("group", "group")] : []),
    quantity("value", value),
  ];
  const apart = log ? 8 : 4;
  const label = {
    mark: {
      type: "text",
      ...(shown.some(({ value }) => value < 0)
        ? {
          align: { expr: "datum.value < 0 ? 'right' : 'left'" },
          dx: { expr: `datum.value < 0 ? -${apart} : ${apart}` },
        }
        : { align: "left", dx: apart }),
      tooltip: null,
    },
    encoding: { text: { field: "label", type: "nominal" } },
  };
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height: { step: grouped ? 16 : 24 },
    data: { values: shown.map(rowOf) },
    encoding: places,
    layer: [
      {
        mark: log ? { type: "point", filled: true, size: 70 } : { type: "bar" },
        encoding: { ...(grouped ? colour : {}), tooltip },
      },
      label,
    ],
  } as unknown as Spec;
  return ownChart(spec, { alt: altText(options, describe(ordered, value), notes) });
}

/** A bar whose value has been read; `NaN` where there is none. */
interface ReadBar extends Bar {
  readonly value: number;
  /** What is written behind it. */
  readonly label: string;
}

function readBars(rows: readonly Bar[]): ReadBar[] {
  if (!Array.isArray(rows)) {
    throw new TypeError(
      `Cannot draw bars as they must be a list of { title, value }: ` +
        `current value is ${shown(rows)}`,
    );
  }
  const seen = new Set<string>();
  return Array.from(rows, (row: Bar, i): ReadBar => {
    const { title, group, value } = row ?? {};
    if (typeof title !== "string") {
      throw new TypeError(
        `Cannot draw bar ${i + 1} as its title must be a text: current value is ${shown(title)}`,
      );
    }
    if (!Number.isNaN(instantOf(value))) {
      throw new TypeError(
        `Cannot draw the bar ${title} as a date has no length: current value is ${shown(value)}`,
      );
    }
    const key = JSON.stringify([title, group]);
    if (seen.has(key)) {
      throw new TypeError(
        `Cannot draw bars as titles must be unique${group === undefined ? "" : " in a group"}, ` +
          `so add up what belongs together: there are two of ${title}`,
      );
    }
    seen.add(key);
    const length = numberOf(value);
    return { ...row, value: length, label: written(length) };
  });
}

/** What has no length comes last. */
function rank({ value }: ReadBar): number {
  return Number.isNaN(value) ? -Number.MAX_VALUE : value;
}

const fontSize = 11;

/** Labels to the left of bars have the names on their other side. */
function withRoomForLabels(rows: readonly ReadBar[], width: number): object {
  const [low, high] = endsOf([0, ...rows.map(({ value }) => value)]);
  if (low === 0) return { zero: true };
  const widths = rows.map(({ value, label }) => value < 0 ? textWidth(label, fontSize) : 0);
  const pixels = greatestOf(widths, 0);
  return { domain: [low - (high - low) * Math.min(0.5, (pixels + 16) / width), high], nice: false };
}

function rowOf({ title, group, value, label }: ReadBar): object {
  return {
    title,
    ...(group === undefined ? {} : { group }),
    value: Number.isNaN(value) ? null : roundTo(value, 7),
    label,
  };
}

function describe(rows: readonly ReadBar[], value: string): string {
  const lengths = rows.map(({ title, group, value, label }) =>
    `${title}${group === undefined ? "" : ` (${group})`} ${Number.isNaN(value) ? "none" : label}`
  );
  return `bar chart of ${value}: ${listed(lengths)}`;
}
