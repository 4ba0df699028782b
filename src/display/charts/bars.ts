import { numbers } from "../drawing/_axis.ts";
import { name, quantity } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { listed, spoken } from "../texts/_words.ts";
import { roundTo } from "./_round.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import type { Labels } from "./labels.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** One bar: a name and its length. */
export interface Bar {
  /** What it stands for. */
  readonly title: string;
  /** Its length. */
  readonly value: number;
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
 * @param rows the bars; a value that is not finite has no bar, its name stays
 * @param options order, scale, titles
 * @returns the chart
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
  const { sorted = false, scale = "linear" } = options;
  const ordered = sorted ? rows.toSorted((a, b) => rank(b) - rank(a)) : rows;
  const log = scale === "log";
  const titles = [...new Set(ordered.map(({ title }) => title))];
  const groups = [...new Set(ordered.flatMap(({ group }) => group ?? []))];
  const grouped = groups.length > 0;
  const value = axisTitle(options.x, "value");
  const places = {
    x: {
      field: "value",
      type: "quantitative",
      title: value,
      axis: numbers,
      scale: log ? { type: "log", padding: 10 } : { zero: true },
    },
    y: {
      field: "title",
      type: "nominal",
      title: options.y === undefined ? null : axisTitle(options.y, ""),
      sort: titles,
      axis: { labelLimit: 220 },
    },
    ...(grouped ? { yOffset: { field: "group", type: "nominal", sort: groups } } : {}),
  };
  const colour = { color: { field: "group", type: "nominal", sort: groups, title: null } };
  const tooltip = [
    name("title", "name"),
    ...(grouped ? [name("group", "group")] : []),
    quantity("value", value),
  ];
  const spec = {
    ...titleAndNotes(options.title),
    width: options.width ?? 360,
    height: { step: grouped ? 16 : 24 },
    data: { values: ordered.map((row) => drawable(row, log)) },
    encoding: places,
    layer: [
      {
        mark: log ? { type: "point", filled: true, size: 70 } : { type: "bar" },
        encoding: { ...(grouped ? colour : {}), tooltip },
      },
      {
        mark: { type: "text", align: "left", dx: log ? 8 : 4, tooltip: null },
        encoding: { text: { field: "value", type: "quantitative", format: ".4~g" } },
      },
    ],
  } as unknown as Spec;
  return chart(spec, { alt: altText(options, describe(ordered, value)) });
}

/** What has no length comes last. */
function rank({ value }: Bar): number {
  return Number.isFinite(value) ? value : -Number.MAX_VALUE;
}

function drawable(row: Bar, log: boolean): object {
  const { value } = row;
  return {
    ...row,
    value: Number.isFinite(value) && (!log || value > 0) ? roundTo(value, 7) : null,
  };
}

function describe(rows: readonly Bar[], value: string): string {
  const lengths = rows.map(({ title, group, value }) =>
    `${title}${group === undefined ? "" : ` (${group})`} ${
      Number.isFinite(value) ? spoken(value) : "none"
    }`
  );
  return `bar chart of ${value}: ${listed(lengths)}`;
}
