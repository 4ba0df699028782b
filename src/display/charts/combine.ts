import { hoisted, numbered, withoutZoom, withSharedColours } from "./_combine_specs.ts";
import type { Part } from "../drawing/_everywhere.ts";
import { type Chart, chart, type Spec } from "../drawing/chart.ts";
import { type ChartOptions, chartOptions } from "../drawing/_chart_options.ts";
import { checkList, has } from "../../options/check_list.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** What charts are put together with. */
export interface CombineOptions extends ChartOptions {
  /** Above all of them. */
  readonly title?: string;
}

const combineOptions: Known<CombineOptions> = { ...chartOptions, title: kinds.text };

/**
 * Charts beside each other, as one.
 *
 * @param charts from left to right
 * @param options a title above all, and what a chart takes
 * @returns the chart
 *
 * @example
 * ```ts
 * import { beside, curves } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const [sin, cos] = [Math.sin, Math.cos].map((f) => curves([{ title: f.name, f }]));
 * const both = beside([sin, cos]);
 * assertEquals(both.alt, `${sin.alt}. ${cos.alt}`);
 * ```
 */
export function beside(charts: readonly Chart[], options: CombineOptions = {}): Chart {
  return sideBySide("hconcat", charts, options);
}

/**
 * Charts one below the other, as one.
 *
 * @param charts from top to bottom
 * @param options a title above all, and what a chart takes
 * @returns the chart
 *
 * @example
 * ```ts
 * import { below, curves } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const both = below([Math.sin, Math.cos].map((f) => curves([{ title: f.name, f }])));
 * assert("vconcat" in both.spec);
 * ```
 */
export function below(charts: readonly Chart[], options: CombineOptions = {}): Chart {
  return sideBySide("vconcat", charts, options);
}

/**
 * Charts on top of each other, in the same axes; the size is that of the first.
 *
 * @param charts from the bottom to the top; without small multiples or panels of their own
 * @param options a title above all, and what a chart takes
 * @returns the chart
 * @throws TypeError if a chart has panels of its own
 *
 * @example
 * ```ts
 * import { curves, layered } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const both = layered([Math.sin, Math.cos].map((f) => curves([{ title: f.name, f }])));
 * assert("layer" in both.spec);
 * ```
 */
export function layered(charts: readonly Chart[], options: CombineOptions = {}): Chart {
  checkCharts(charts);
  for (const { spec, alt } of charts) {
    if ("mark" in spec || "layer" in spec) continue;
    throw new TypeError(`Cannot layer a chart as it must not have panels of its own: ${alt}`);
  }
  const { width = 420, height = 260 } = (charts[0]?.spec ?? {}) as unknown as Part;
  const combined = parts(charts).map((
    { title: _title, width: _width, height: _height, ...part },
    i,
  ) => i === 0 ? part : withoutZoom(part));
  const shared = hoisted(withSharedColours(combined));
  const params = shared.params.length > 0 ? { params: shared.params } : {};
  return together({ ...params, width, height, layer: shared.parts }, charts, options);
}

function sideBySide(
  how: "hconcat" | "vconcat",
  charts: readonly Chart[],
  options: CombineOptions,
): Chart {
  checkCharts(charts);
  const { parts: views, params } = hoisted(parts(charts));
  return together(
    {
      ...(params.length > 0 ? { params } : {}),
      [how]: views,
      // Colours mean different things in different charts.
      resolve: { scale: { color: "independent" } },
    },
    charts,
    options,
  );
}

function checkCharts(charts: unknown): void {
  checkList("combine charts", charts, "charts", (one) => has(one, "spec", "alt"));
}

/** The specs of charts, each with names of its own. */
function parts(charts: readonly Chart[]): Part[] {
  return charts.map(({ spec }, i) => {
    const { $schema: _schema, description: _description, ...part } = spec;
    return numbered(part, i);
  });
}

function together(
  spec: object,
  charts: readonly Chart[],
  options: CombineOptions,
): Chart {
  checkOptions("combine charts", options, combineOptions);
  const { title, ...rest } = options;
  const alt = charts.map((part) => part.alt).join(". ");
  const titled = title === undefined ? spec : { title, ...spec };
  return chart(titled as unknown as Spec, {
    ...rest,
    alt: options.alt ?? (title === undefined ? alt : `${title}: ${alt}`),
  });
}
