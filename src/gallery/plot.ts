import { nameOf } from "../comparison/name_of.ts";
import type { Chart } from "../display/drawing/chart.ts";
import { type CurvesOptions, curvesOptions } from "../display/charts/_curves_options.ts";
import { curves } from "../display/charts/curves.ts";
import { curvesOf, panels } from "./_curves_of.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** How functions are drawn: as curves are, and how many derivatives with them. */
export interface PlotOptions extends CurvesOptions {
  /** How many derivatives to draw beside the functions, each in a panel of its own; 0 if not given. */
  readonly derivatives?: 0 | 1 | 2;
}

const plotOptions: Known<PlotOptions> = { ...curvesOptions, derivatives: kinds.oneOf(0, 1, 2) };

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
  functions: RealFunction | readonly RealFunction[],
  options: PlotOptions = {},
): Chart {
  checkOptions("plot", options, plotOptions);
  const { derivatives = 0, ...rest } = options;
  const drawn = typeof functions === "function" ? [functions] : functions;
  if (drawn.length === 0) {
    throw new TypeError("Cannot plot as at least one function is required: current value is []");
  }
  const series = drawn.flatMap((f) => {
    const orders = curvesOf(f, derivatives);
    return derivatives === 0 ? orders : orders.map((c, order) => ({ ...c, group: panels[order] }));
  });
  const y = derivatives > 0 ? "" : drawn.length === 1 ? `${nameOf(drawn[0])}(x)` : "f(x)";
  return curves(series, { domain: [-5, 5], y, ...rest });
}
