/**
 * Charts, tables and texts of any data, as bundles that show in every notebook. Knows no mathematics.
 *
 * @module
 */

export * from "./bundle.ts";
export * from "./charts/bars.ts";
export * from "./charts/box_plot.ts";
export * from "./charts/combine.ts";
export * from "./charts/curves.ts";
export type * from "./charts/data.ts";
export * from "./charts/ecdf.ts";
export * from "./charts/error_chart.ts";
export * from "./charts/grid_of.ts";
export * from "./charts/heat_map.ts";
export * from "./charts/histogram.ts";
export * from "./charts/labels.ts";
export * from "./charts/number_line.ts";
export * from "./charts/pareto.ts";
export * from "./charts/scatter.ts";
export * from "./charts/slider_chart.ts";
export * from "./charts/surface.ts";
export * from "./charts/thin.ts";
export * from "./charts/ulp_chart.ts";
export * from "./drawing/chart.ts";
export * from "./drawing/chart_scripts.ts";
export * from "./drawing/renderers.ts";
export * from "./drawing/theme.ts";
export * from "./drawing/themes.ts";
export * from "./texts/group.ts";
export * from "./output/progress.ts";
export * from "./output/show.ts";
export * from "./tables/table.ts";
export * from "./texts/derivation.ts";
export * from "./texts/escape.ts";
export * from "./texts/formula.ts";
export * from "./texts/image.ts";
export { type Link, link } from "./texts/link.ts";
export * from "./texts/markdown.ts";
export * from "./texts/steps.ts";
export * from "./texts/translations.ts";
