import { nameOf } from "../comparison/name_of.ts";
import type { Chart } from "../display/drawing/chart.ts";
import { type CurvesOptions, curvesOptions } from "../display/charts/_curves_options.ts";
import { curves } from "../display/charts/curves.ts";
import { uniqueTitles } from "../display/charts/unique_titles.ts";
import { curvesOf, panels, titleOf } from "./_curves_of.ts";
import { shown } from "../options/shown.ts";
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
 * A kink is drawn as a corner and a jump as a gap, never as a slope; of functions whose kinks are not
 * known, jumps and poles are looked for. A function without a name goes by its source.
 *
 * @param functions activations, derivatives, or any `(x) => number`; one or several
 * @param options domain ([-5, 5] if not given), points, derivatives, titles and size
 * @returns the chart
 * @throws TypeError if there is nothing to draw, or a function without derivatives is asked for one
 * @throws RangeError if the domain is empty or not finite, or `derivatives` is not 0, 1 or 2
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
  const drawn = listOf(functions);
  const all = drawn.map((f) => curvesOf(f, derivatives));
  // The curves of one function share its name, and no other function has it.
  const names = uniqueTitles(all.map(([{ title }]) => ({ title })));
  const series = all.flatMap((orders, i) =>
    orders.map((curve, order) => ({
      ...curve,
      title: names[i].title,
      ...(derivatives === 0 ? {} : { group: panels[order] }),
    }))
  );
  const named = drawn.length === 1 && nameOf(drawn[0]) === names[0].title;
  const y = derivatives > 0 ? "" : named ? `${names[0].title}(x)` : heightOf(drawn);
  return curves(series, { domain: [-5, 5], y, ...rest });
}

/** What stands on y: of derivatives f′(x), and all of it where there are several kinds. */
function heightOf(functions: readonly RealFunction[]): string {
  const orders = functions.map((f) => ["′", "″"].indexOf(titleOf(f).slice(-1)) + 1);
  return panels.filter((_, order) => orders.includes(order)).join(", ");
}

function listOf(functions: unknown): readonly RealFunction[] {
  const list = typeof functions === "function" ? [functions] : functions;
  const isList = Array.isArray(list) && list.every((f) => typeof f === "function");
  if (isList && list.length > 0) return list;
  throw new TypeError(
    `Cannot plot as it must be given at least one function, and nothing else: ` +
      `current value is ${shown(functions)}`,
  );
}
