import { type Measured, numberOf } from "./_measure.ts";
import type { Chart } from "../drawing/chart.ts";
import { type Curve, curves } from "./curves.ts";
import { checkList, has } from "../../options/check_list.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { type CurvesOptions, curvesOptions } from "./_curves_options.ts";

/** How errors are drawn. */
export interface ErrorChartOptions extends Omit<CurvesOptions, "scale"> {
  /**
   * `signed` shows which way each error goes, `log` the sizes of errors over many powers of ten;
   * "signed" if not given.
   */
  readonly scale?: "signed" | "log";
}

const errorChartOptions: Known<ErrorChartOptions> = {
  ...curvesOptions,
  scale: kinds.oneOf("signed", "log"),
};

/**
 * A chart of errors over x: signed on a linear axis, or their sizes on a logarithmic one, where an
 * error of zero leaves a gap.
 *
 * @param series the errors, as curves
 * @param options the scale, and what {@linkcode curves} takes
 * @returns the chart
 *
 * @example
 * ```ts
 * import { errorChart } from "@actbook/actbook";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const error = (x: number) => (x - x ** 3 / 6) - Math.sin(x);
 * const sizes = errorChart([{ title: "Taylor", f: error }], { scale: "log", domain: [-1, 1] });
 * assertStringIncludes(sizes.alt, "Taylor");
 * ```
 */
export function errorChart(series: readonly Curve[], options: ErrorChartOptions = {}): Chart {
  checkOptions("draw errors", options, errorChartOptions);
  checkList("draw errors", series, "curves", (one) => has(one, "title"));
  const { scale = "signed", ...rest } = options;
  if (scale === "signed") return curves(series, { y: "error", ...rest });
  return curves(series.map(sizesOf), { y: "|error|", ...rest, scale: "log" });
}

function sizesOf(curve: Curve): Curve {
  const { f, points } = curve;
  const size = (y: Measured) => y === null ? null : Math.abs(numberOf(y));
  return {
    ...curve,
    ...(f ? { f: (x: number) => Math.abs(f(x)) } : {}),
    ...(points ? { points: Array.from(points, ([x, y]) => [x, size(y)] as const) } : {}),
  };
}
