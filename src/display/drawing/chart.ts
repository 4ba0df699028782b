import { checkSpec } from "./_check_spec.ts";
import type { Spec } from "./_drawing.ts";
import { type Chart, ownChart } from "./_own_chart.ts";
import { withPlainData } from "./_plain_data.ts";
import { safeFields } from "./_safe_fields.ts";
import type { ChartOptions } from "./_chart_options.ts";

export type { Chart, ChartOptions, Spec };

/**
 * A chart of a Vega-Lite spec. It shows as an interactive chart where a front end can, as an SVG
 * picture elsewhere, and in words on a terminal. Nothing is drawn, and no charting library is
 * loaded, before the chart is shown.
 *
 * Data is taken as JSON takes it: a `Date` is an instant, a number that is not finite is missing,
 * typed arrays and sets are lists, and what a class computes by getters is there. A column whose
 * name has a dot, a bracket or a quote in it is that column, and no path. Times are in UTC, so that
 * the picture is the same everywhere; `scale: { type: "time" }` asks for the time of the machine.
 *
 * @param spec the Vega-Lite spec; not changed
 * @param options its alternative text, theme and renderer
 * @returns the chart
 * @throws TypeError if the spec has no data or draws nothing, or a value cannot be drawn, such as a
 * function or an object that contains itself; the error names row and field
 *
 * @example
 * ```ts
 * import { chart } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const squares = chart({
 *   title: "Squares",
 *   data: { values: [{ x: 1, y: 1 }, { x: 2, y: 4 }, { x: 3, y: 9 }] },
 *   mark: "line",
 *   encoding: {
 *     x: { field: "x", type: "quantitative" },
 *     y: { field: "y", type: "quantitative" },
 *   },
 * });
 * assertStringIncludes(await squares.svg(), 'aria-label="Squares"');
 * ```
 */
export function chart(spec: Spec, options: ChartOptions = {}): Chart {
  checkSpec(spec);
  return ownChart(safeFields(withPlainData(spec)), options);
}
