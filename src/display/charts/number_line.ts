import { greatestOf } from "../_ends.ts";
import { name } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { listed, several } from "../texts/_words.ts";
import type { Measured } from "./_measure.ts";
import { readingOf } from "./_reading.ts";
import { textWidth } from "../drawing/_text_width.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { checkList, has } from "../../options/check_list.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import { type Span, span } from "./_span.ts";

/** A point with a name. */
export interface NamedPoint {
  /** Where it is; dates make an axis of time. */
  readonly x: Measured;
  /** What is there, `"minimum of GELU"`. */
  readonly title: string;
  /** Of which kind it is, `"minimum"`; points of one kind look alike. */
  readonly kind?: string;
}

/** How a number line is drawn. */
export interface NumberLineOptions extends Labels {
  /** Smallest and largest number; those of the points, with some room, if not given. */
  readonly domain?: Span;
}

const numberLineOptions: Known<NumberLineOptions> = { ...labelOptions, domain: span };

/** A point that has a place. */
interface Drawn extends NamedPoint {
  readonly x: number;
}

type Range = readonly [low: number, high: number];

const fontSize = 11;
const levelHeight = 18;
/** Names of more points would make a picture that is higher than a page. */
const MOST_NAMES = 60;

/**
 * A number line with named points: zeros, minima, kinks. Names that would cover each other stand one
 * above the other, with lines down to their points; those of more than 60 points are left to the pointer.
 *
 * @param points the points, in any order; those that are missing or no numbers are counted in a note
 * @param options domain and titles
 * @returns the chart
 *
 * @example
 * ```ts
 * import { numberLine } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const line = numberLine([{ x: -0.7518, title: "minimum", kind: "minimum" }]);
 * assertEquals(line.alt, "number line with minimum at -0.7518");
 * ```
 */
export function numberLine(
  points: readonly NamedPoint[],
  options: NumberLineOptions = {},
): Chart {
  checkOptions("draw a number line", options, numberLineOptions);
  checkList("draw a number line", points, "{ title, x }", (one) => has(one, "title", "x"));
  const { width = 480 } = options;
  const read = readingOf(points.map(({ x }) => x), options.zone);
  const drawn = points.map((point) => ({ ...point, x: read.number(point.x) }))
    .filter(({ x }) => Number.isFinite(x)).toSorted((a, b) => a.x - b.x);
  const missing = points.length - drawn.length;
  const isNamed = drawn.length <= MOST_NAMES;
  const notes = [
    ...(missing > 0 ? [`${several(missing, "point")} missing or not finite`] : []),
    ...(isNamed ? [] : [`names of ${drawn.length} points left out, as they find no room`]),
  ];
  const named = isNamed ? drawn : [];
  const domain = (options.domain?.map(read.number) ?? around(drawn, named, width)) as Range;
  const reading = read.within(...domain);
  const title = reading.title(axisTitle(options.x, "x"));
  const stands = standsOf(named, domain, width);
  const top = greatestOf(stands.map(({ level }) => level), 1);
  const kinds = [...new Set(drawn.map(({ kind }) => kind ?? "point"))];
  const rows = drawn.map(({ x, title, kind = "point" }, i) => ({
    x: reading.round(x, 7),
    title,
    kind,
    ...stands[i],
    zero: 0,
  }));
  const level = (field: string) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [-0.5, top + 0.5], nice: false },
  });
  const color = {
    field: "kind",
    type: "nominal",
    title: null,
    scale: { domain: kinds },
    legend: kinds.length < 2 ? null : { orient: "right" },
  };
  const lines = {
    mark: { type: "rule", strokeWidth: 1, opacity: 0.5 },
    encoding: { y: level("zero"), y2: { field: "level" } },
  };
  const signs = {
    mark: { type: "point", filled: true, size: 80, opacity: 1 },
    encoding: { y: level("zero"), color, shape: color },
  };
  const ticks = {
    mark: { type: "tick", size: 16, thickness: 1, opacity: 0.6 },
    encoding: { y: level("zero"), color },
  };
  const spec = {
    ...titleAndNotes(options.title, notes),
    width,
    height: levelHeight * (top + 1),
    data: { values: rows },
    encoding: {
      x: {
        field: "x",
        title,
        ...reading.channel(width, { domain: [...domain] }, {
          grid: false,
          tickCount: Math.round(width / 70),
        }),
      },
      tooltip: [name("title", "what"), reading.tooltip("x", title)],
    },
    layer: isNamed ? [lines, signs, names(level("level"))] : [ticks],
  } as unknown as Spec;
  const where = drawn.map(({ title, x }) => `${title} at ${reading.spoken(x)}`);
  return ownChart(spec, { alt: altText(options, `number line with ${listed(where)}`, notes) });
}

/** The names, each beside its line, and crossed by no other. */
function names(y: object): object {
  const mark = {
    type: "text",
    tooltip: null,
    baseline: "top",
    align: { expr: "datum.side" },
    dx: { expr: "datum.side === 'left' ? 4 : -4" },
    fontSize,
  };
  return { mark, encoding: { y, text: { field: "title", type: "nominal" } } };
}

/** Room on both sides, and on the right for every name. */
function around(
  points: readonly Drawn[],
  named: readonly Drawn[],
  width: number,
): readonly [number, number] {
  if (points.length === 0) return [-1, 1];
  const [first, last] = [points[0].x, points[points.length - 1].x];
  const room = (last - first) * 0.15 || 1;
  const low = first - room;
  const fitting = named.map(({ x, title }) => low + (x - low) / (1 - lengthOf(title) / width));
  return [low, greatestOf(fitting, last + room)];
}

function lengthOf(title: string): number {
  return Math.min(300, textWidth(title, fontSize)) + 10;
}

/** Where a name stands: how high, and on which side of the line down to its point. */
interface Stand {
  readonly side: "left" | "right";
  readonly level: number;
}

/**
 * For each point the lowest level at which its name covers no other name, and no line from another
 * name down to its point: a name stands above all whose points lie below it.
 */
function standsOf(
  points: readonly Drawn[],
  [low, high]: readonly [number, number],
  width: number,
): Stand[] {
  const names = points.map(({ x, title }) => {
    const at = (x - low) / (high - low) * width;
    const length = lengthOf(title);
    const side = at + length <= width ? "left" : "right";
    return { at, side, from: side === "left" ? at : at - length, length } as const;
  }).map((name) => ({ ...name, to: name.from + name.length }));
  const levels = names.map(() => 1);
  const covers = (p: number, q: number) =>
    names[p].from <= names[q].at + 3 && names[q].at - 3 <= names[p].to;
  const overlap = (p: number, q: number) =>
    names[p].from < names[q].to && names[q].from < names[p].to;
  for (let changed = true, left = names.length ** 2; changed && left > 0; left--) {
    changed = false;
    for (let p = names.length - 1; p >= 0; p--) {
      for (let q = names.length - 1; q >= 0; q--) {
        if (p === q || levels[p] > levels[q]) continue;
        const above = covers(p, q) && (p < q || !covers(q, p));
        if (!above && !(overlap(p, q) && p < q && levels[p] === levels[q])) continue;
        levels[p] = levels[q] + 1;
        changed = true;
      }
    }
  }
  return names.map(({ side }, i) => ({ side, level: levels[i] }));
}
