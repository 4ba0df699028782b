import { numbers } from "../drawing/_axis.ts";
import { name, quantity, zoom } from "./_interaction.ts";

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

interface PanelOptions {
  readonly x: string;
  readonly y: string;
  readonly domain: readonly [number, number];
  readonly range?: readonly [number, number];
  readonly dashes?: object;
}

/** Which curves are dashed, for the scale that all panels share. */
export function dashesOf(curves: readonly SlidingCurve[]): object | undefined {
  if (!curves.some(({ dashed }) => dashed)) return undefined;
  const range = curves.map(({ dashed }) => dashed ? [6, 4] : [1, 0]);
  return { domain: curves.map(({ title }) => title), range };
}

/** What is largest, above the right end of the panel, for each curve that a slider moves. */
export function largest(curves: readonly SlidingCurve[], moving: readonly number[]): object {
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
      { calculate: "8 - 14 * datum.line", as: "above" },
    ],
    // Older Vega-Lite, JupyterLab's among them, cuts off what stands outside of a panel that moves.
    mark: { type: "text", align: "right", baseline: "bottom", fontSize: 12, clip: false },
    encoding: {
      x: { value: { expr: "width" } },
      y: { field: "above", type: "quantitative", scale: null },
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
export function panel(
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
