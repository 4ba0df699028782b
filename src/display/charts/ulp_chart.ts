import { ink, numbers } from "../drawing/_axis.ts";
import { name, quantity } from "./_interaction.ts";
import { altText, axisTitle, labelOptions, titleAndNotes } from "./_labelled.ts";
import { listed, several, spoken } from "../texts/_words.ts";
import { roundTo } from "../texts/_round.ts";
import { type Chart, ownChart, type Spec } from "../drawing/_own_chart.ts";
import type { Labels } from "./labels.ts";
import { uniqueTitles } from "./unique_titles.ts";
import { checkList, has } from "../../options/check_list.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** Errors in ulps at many inputs. */
export interface UlpSeries {
  /** The name in the legend. */
  readonly title: string;
  /** Input and error in ulps, in any order. */
  readonly points: Iterable<readonly [x: number, ulps: number]>;
}

/** How errors in ulps are drawn. */
export interface UlpChartOptions extends Labels {
  /** "symlog" where few errors are much larger than the others; so above 64 ulps if not given. */
  readonly scale?: "linear" | "symlog";
}

const ulpChartOptions: Known<UlpChartOptions> = {
  ...labelOptions,
  scale: kinds.oneOf("linear", "symlog"),
};

/** The errors of one series at the inputs of one binade. */
interface Bin {
  readonly series: string;
  /** Signed place on the axis; zero is the input zero. */
  readonly place: number;
  readonly binade: string;
  low: number;
  high: number;
  sum: number;
  count: number;
}

/**
 * A chart of errors in ulps over all inputs. The inputs of one sign between two powers of two, a
 * binade, share one bar from the least to the largest error with a mark at the mean, so that millions
 * of inputs make a small picture and no worst case is lost.
 *
 * @param series the errors; points that are not finite are counted in a note
 * @param options scale and titles
 * @returns the chart
 *
 * @example
 * ```ts
 * import { ulpChart } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const chart = ulpChart([{ title: "exp", points: [[1, 0.5], [1.5, 0.25], [-3, 0]] }]);
 * assertStringIncludes(chart.alt, "largest 0.5 for exp");
 * ```
 */
export function ulpChart(series: readonly UlpSeries[], options: UlpChartOptions = {}): Chart {
  checkOptions("draw a chart of ulps", options, ulpChartOptions);
  checkList(
    "draw a chart of ulps",
    series,
    "{ title, points }",
    (one) => has(one, "title", "points"),
  );
  const all = uniqueTitles(series).map(({ title, points }) => ({ title, points: [...points] }));
  const finite = all.map(({ title, points }) => ({
    title,
    points: points.filter(([x, ulps]) => Number.isFinite(x) && Number.isFinite(ulps)),
  }));
  const [given, drawn] = [all, finite].map((sets) =>
    sets.reduce((n, { points }) => n + points.length, 0)
  );
  const notes = [
    `${several(drawn, "input")} in bars by binade: least, mean and largest error`,
    ...(given > drawn
      ? [`${several(given - drawn, "input")} without a finite error not in the picture`]
      : []),
  ];
  const least = finite.reduce(
    (least, { points }) =>
      points.reduce((least, [x]) => x === 0 ? least : Math.min(least, exponentOf(x)), least),
    Infinity,
  );
  const binsOf = finite.map(({ title, points }) => binned(title, points, least));
  const bins = binsOf.flat();
  const worst = finite.map(({ title }, i) => ({
    title,
    ulps: binsOf[i].reduce(
      (most, { low, high }) => Math.max(most, Math.abs(low), Math.abs(high)),
      0,
    ),
  }));
  const scale = options.scale ?? (worst.some(({ ulps }) => ulps > 64) ? "symlog" : "linear");
  const [x, y] = [axisTitle(options.x, "input"), axisTitle(options.y, "error (ulp)")];
  const titles = finite.map(({ title }) => title);
  const spec = {
    ...titleAndNotes(options.title, notes),
    width: options.width ?? 480,
    height: options.height ?? 240,
    data: { values: bins.map((bin) => rowOf(bin, shiftOf(titles, bin.series))) },
    encoding: {
      x: {
        field: "place",
        type: "quantitative",
        title: x,
        scale: { nice: false, zero: false, padding: 8 },
        axis: { labelExpr: powerOfTwo(least), tickMinStep: 1 },
      },
      tooltip: [
        ...(titles.length < 2 ? [] : [name("series", "curve")]),
        name("binade", x),
        quantity("low", "least", ".4~g"),
        quantity("mean", "mean", ".4~g"),
        quantity("high", "largest", ".4~g"),
        quantity("count", "inputs", ","),
      ],
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 3 },
        encoding: {
          y: {
            field: "low",
            type: "quantitative",
            title: y,
            scale: { type: scale, zero: true, nice: scale === "linear", padding: 4 },
            axis: {
              ...numbers,
              ...(scale === "symlog" ? { values: decades(bins), tickCount: 20 } : {}),
            },
          },
          y2: { field: "high" },
          color: {
            field: "series",
            type: "nominal",
            scale: { domain: titles },
            legend: titles.length < 2 ? null : { title: null },
          },
        },
      },
      {
        mark: { type: "point", filled: true, size: 14, style: ink },
        encoding: { y: { field: "mean", type: "quantitative" } },
      },
    ],
  } as unknown as Spec;
  const largest = worst.map(({ title, ulps }) => `${spoken(ulps)} for ${title}`);
  return ownChart(spec, {
    alt: altText(
      options,
      `errors in ulps by binade of the input, largest ${listed(largest)}`,
      notes,
    ),
  });
}

function binned(
  series: string,
  points: readonly (readonly [number, number])[],
  least: number,
): Bin[] {
  const bins = new Map<number, Bin>();
  for (const [x, ulps] of points) {
    const place = x === 0 ? 0 : Math.sign(x) * (exponentOf(x) - least + 1);
    let bin = bins.get(place);
    if (!bin) {
      bin = {
        series,
        place,
        binade: nameOf(place, least),
        low: Infinity,
        high: -Infinity,
        sum: 0,
        count: 0,
      };
      bins.set(place, bin);
    }
    bin.low = Math.min(bin.low, ulps);
    bin.high = Math.max(bin.high, ulps);
    bin.sum += ulps;
    bin.count++;
  }
  return [...bins.values()].sort((a, b) => a.place - b.place);
}

/** Bars of several series stand beside each other. */
function shiftOf(titles: readonly string[], series: string): number {
  return (titles.indexOf(series) - (titles.length - 1) / 2) * 0.8 / titles.length;
}

function rowOf({ series, place, binade, low, high, sum, count }: Bin, shift: number): object {
  return {
    series,
    place: roundTo(place + shift, 7),
    binade,
    low: roundTo(low, 5),
    mean: roundTo(sum / count, 5),
    high: roundTo(high, 5),
    count,
  };
}

const bits = new DataView(new ArrayBuffer(8));

/** e such that |x| is at least 2ᵉ and below 2ᵉ⁺¹; all subnormals share −1023. */
function exponentOf(x: number): number {
  bits.setFloat64(0, x);
  return (bits.getUint16(0) >> 4 & 0x7ff) - 1023;
}

function nameOf(place: number, least: number): string {
  if (place === 0) return "0";
  const e = Math.abs(place) + least - 1;
  return place > 0 ? `2^${e} to 2^${e + 1}` : `−2^${e + 1} to −2^${e}`;
}

/** Zero and some powers of ten on each side, as far as the errors go. */
function decades(bins: readonly Bin[]): number[] {
  const side = (most: number) => {
    const top = Math.floor(Math.log10(most));
    if (!(top >= 0)) return [];
    const step = Math.ceil((top + 1) / 4);
    const powers = Array.from({ length: Math.ceil((top + 1) / step) }, (_, i) => top - step * i);
    // One ulp stands too close to zero, unless it is all there is.
    return powers.filter((power) => power > 0 || top === 0).map((power) => 10 ** power);
  };
  const [low, high] = bins.reduce(
    ([low, high], bin) => [Math.min(low, bin.low), Math.max(high, bin.high)],
    [0, 0],
  );
  return [...side(-low).map((power) => -power), 0, ...side(high).reverse()];
}

/** The expression that writes a place on the axis as a signed power of two. */
function powerOfTwo(least: number): string {
  const offset = Number.isFinite(least) ? least - 1 : 0;
  const raised = [..."-0123456789"].reduce(
    (text, sign, i) => `replace(${text}, regexp('${sign}', 'g'), '${"⁻⁰¹²³⁴⁵⁶⁷⁸⁹"[i]}')`,
    `toString(abs(datum.value) + (${offset}))`,
  );
  return `datum.value === 0 ? '0' : (datum.value < 0 ? '−2' : '2') + ${raised}`;
}
