import { type Comparable, nameOf } from "../comparison/comparable.ts";
import type { Chart } from "../display/chart.ts";
import { type Curve, curves, type CurvesOptions } from "../display/curves.ts";

/** How functions are drawn: as curves are, and how many derivatives with them. */
export interface PlotOptions extends CurvesOptions {
  /** How many derivatives to draw beside the functions, each in a panel of its own; 0 if not given. */
  readonly derivatives?: 0 | 1 | 2;
}

const panels = ["f(x)", "f′(x)", "f″(x)"] as const;

/**
 * Draws functions of one variable: a curve each, a legend by title, derivatives as small multiples.
 * A kink is drawn as a corner and a jump as a gap, never as a slope.
 *
 * @param functions activations, derivatives, or any `(x) => number`; one or several
 * @param options domain ([-5, 5] if not given), points, derivatives, titles and size
 * @returns the chart
 * @throws TypeError if there is nothing to draw, or a function without derivatives is asked for one
 * @throws RangeError if the domain is empty or not finite
 *
 * @example
 * ```ts
 * import { gelu, plot, relu } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const chart = plot([relu, gelu], { derivatives: 1, domain: [-3, 3] });
 * assertStringIncludes(chart.alt, "ReLU and GELU");
 * ```
 */
export function plot(
  functions: Comparable | readonly Comparable[],
  options: PlotOptions = {},
): Chart {
  const { derivatives = 0, ...rest } = options;
  const drawn = typeof functions === "function" ? [functions] : functions;
  if (drawn.length === 0) {
    throw new TypeError("Cannot plot as at least one function is required: current value is []");
  }
  const series = drawn.flatMap((f) => curvesOf(f, derivatives));
  const y = derivatives > 0 ? "" : drawn.length === 1 ? `${nameOf(drawn[0])}(x)` : "f(x)";
  return curves(series, { domain: [-5, 5], y, ...rest });
}

function curvesOf(f: Comparable, derivatives: number): Curve[] {
  const kinks = f.kinks ?? [];
  const series: Curve[] = [];
  let current: Comparable | undefined = f;
  for (let order = 0; order <= derivatives; order++) {
    if (!current) {
      throw new TypeError(`Cannot plot ${panels[order]} of ${nameOf(f)} as it must know it`);
    }
    const function_ = current;
    series.push({
      title: nameOf(f),
      f: (x) => function_(x),
      corners: kinks,
      jumps: kinks.filter((kink) => jumps(function_, kink)),
      ...(derivatives > 0 ? { group: panels[order] } : {}),
    });
    current = current.derivative;
  }
  return series;
}

/** Whether the values just left and right of a point are apart. */
function jumps(f: (x: number) => number, x: number): boolean {
  const side = 1e-9 * Math.max(1, Math.abs(x));
  const [left, right] = [f(x - side), f(x + side)];
  return Math.abs(left - right) > 1e-6 * Math.max(1, Math.abs(left), Math.abs(right));
}
