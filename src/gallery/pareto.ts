import { frontier } from "../comparison/frontier.ts";
import { type CostedError, paretoChart, type ParetoOptions } from "../display/charts/pareto.ts";
import type { Chart } from "../display/drawing/chart.ts";

/**
 * A chart of error against cost. Candidates that no other beats, the {@linkcode frontier}, are joined
 * by a stepped line: on it, less error costs more.
 *
 * @param candidates the points; those that are not finite, or not positive on a logarithmic axis,
 * are named in a note
 * @param options scales and titles
 * @returns the chart
 *
 * @example
 * ```ts
 * import { pareto } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const chart = pareto([
 *   { title: "a", cost: 1, error: 1e-2 },
 *   { title: "b", cost: 2, error: 1e-4 },
 *   { title: "c", cost: 3, error: 1e-3 },
 * ]);
 * assertStringIncludes(chart.alt, "on the front: a and b");
 * ```
 */
export function pareto(candidates: readonly CostedError[], options: ParetoOptions = {}): Chart {
  return paretoChart(candidates, frontier, options);
}
