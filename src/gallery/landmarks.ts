import { features } from "../calculus/features.ts";
import { nameOf } from "../comparison/name_of.ts";
import type { Chart } from "../display/drawing/chart.ts";
import { type NamedPoint, numberLine } from "../display/charts/number_line.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { checkList } from "../options/check_list.ts";
import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/**
 * A number line of the landmarks of functions: zeros, minima, maxima, inflections and kinks.
 *
 * @param functions one or several
 * @param options where to look for them, [-8, 8] if not given
 * @returns the chart
 *
 * @example
 * ```ts
 * import { gelu, landmarks } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * assertStringIncludes(landmarks(gelu).alt, "minimum of GELU at -0.7518");
 * ```
 */
export function landmarks(
  functions: RealFunction | readonly RealFunction[],
  options: { readonly domain?: readonly [number, number]; readonly title?: string } = {},
): Chart {
  checkOptions("find landmarks", options, { domain: kinds.interval, title: kinds.text });
  const all = typeof functions === "function" ? [functions] : functions;
  checkList("find landmarks", all, "functions", (one) => typeof one === "function");
  const { domain = [-8, 8], title } = options;
  const points = all.flatMap((f) => pointsOf(f, domain));
  return numberLine(points, title === undefined ? {} : { title });
}

function pointsOf(f: RealFunction, domain: readonly [number, number]): NamedPoint[] {
  const { zeros, minima, maxima, inflections } = features(f, domain);
  const named = (kind: string, places: readonly { readonly x: number }[]) =>
    places.map(({ x }) => ({ x, kind, title: `${kind} of ${nameOf(f)}` }));
  return [
    ...named("zero", zeros),
    ...named("minimum", minima),
    ...named("maximum", maxima),
    ...named("inflection", inflections),
    ...named("kink", (f.kinks ?? []).map((x) => ({ x }))),
  ];
}
