/**
 * The picture of curves, the same when a page is built and when it is live in the reader's browser.
 * Its colours are variables of the page, so that one picture is right in light and dark.
 *
 * @module
 */

import * as Plot from "npm:@observablehq/plot@0.6.17";
import { marginFor, tickLabel, ticksOf } from "./_ticks.ts";
import type { Point } from "./sample.ts";

/** An SVG element, as far as it is needed: the browser's types are not loaded here. */
export interface Svg {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selectors: string): Iterable<{ removeAttribute(name: string): void }>;
}

/** A curve to draw. */
export interface DrawnCurve {
  readonly points: readonly Point[];
  /** Which of the page's colours: `"1"` is `--curve-1`. */
  readonly colour: string;
  /** Drawn thin, with dashes. */
  readonly dashed?: boolean;
}

/** What is drawn, and between which ends. */
export interface FigureOptions {
  /** The document to draw in: that of the page, or one without a browser. */
  readonly document: unknown;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** What the picture shows, in words. */
  readonly alt: string;
  readonly height?: number;
  readonly marks?: readonly Point[];
  /** Where the x-axis begins at least, to stand below that of another picture. */
  readonly left?: number;
  readonly yLabel?: string;
}

/** The width that pictures are drawn for; they shrink with the page. */
export const width = 720;

/** The space around what is drawn; at the left it is `leftFor`, or more. */
export const margin = { right: 12, top: 14, bottom: 32 } as const;

const howMany = (height: number) => height < 200 ? 3 : 6;

/** How much space the labels of a y-axis need at their left. */
export function leftFor(range: readonly [number, number], height: number): number {
  const ticks = ticksOf(range, howMany(height));
  return marginFor(ticks.map((tick) => tickLabel(tick, ticks)));
}

/**
 * Draws curves.
 *
 * @param curves the first is drawn last, on top
 * @param options the ends of the axes, and the document to draw in
 * @returns the SVG
 */
export function figure(curves: readonly DrawnCurve[], options: FigureOptions): Svg {
  const { document, domain, range, alt, height = 380, marks = [] } = options;
  const left = Math.max(leftFor(range, height), options.left ?? 0);
  const ticks = ticksOf(range, howMany(height));
  const label = (tick: number) => tickLabel(tick, ticks);
  const svg = Plot.plot({
    document: document as never,
    width,
    height,
    ariaLabel: alt,
    marginLeft: left,
    marginBottom: margin.bottom,
    marginRight: margin.right,
    marginTop: margin.top,
    style: { fontSize: "13px", background: "transparent" },
    x: { domain, label: null, ticks: 8, tickSize: 0 },
    y: { domain: range, label: null, ticks, tickFormat: label, tickSize: 0, nice: false },
    marks: [
      Plot.gridX({ stroke: "var(--chart-grid)", strokeOpacity: 1 }),
      Plot.gridY({ stroke: "var(--chart-grid)", strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: "var(--chart-zero)" }),
      Plot.ruleX([0], { stroke: "var(--chart-zero)" }),
      ...curves.toReversed().map(({ points, colour, dashed }) =>
        Plot.line(within(points, range), {
          stroke: `var(--curve-${colour})`,
          strokeWidth: dashed ? 1.75 : 2.75,
          strokeDasharray: dashed ? "6 4" : undefined,
          strokeLinecap: "round",
          clip: true,
        })
      ),
      Plot.dot(marks as Point[], { fill: "var(--curve-1)", r: 3.5, clip: true }),
    ],
  }) as unknown as Svg;
  svg.setAttribute("role", "img");
  svg.setAttribute("data-left", `${left}`);
  // Plot names every group of marks, which only the whole picture may be.
  for (const group of svg.querySelectorAll("g")) group.removeAttribute("aria-label");
  return svg;
}

/** Points without heights so far outside that a picture cannot have them. */
function within(points: readonly Point[], [low, high]: readonly [number, number]): Point[] {
  const far = 1000 * (high - low);
  return points.map(([x, y]) =>
    Number.isFinite(y) ? [x, Math.min(Math.max(y, low - far), high + far)] : [x, y]
  );
}

/** Ends for the y-axis that show the curves, but no more than a few steps of what runs away. */
export function rangeOf(
  curves: readonly (readonly Point[])[],
  most: readonly [number, number] = [-3, 5],
): [number, number] {
  const ys = curves.flat().map(([, y]) => y).filter(Number.isFinite);
  const low = Math.max(Math.min(...ys), most[0]), high = Math.min(Math.max(...ys), most[1]);
  const space = Math.max(0.04 * (high - low), 0.05);
  return [low - space, high + space];
}
