/**
 * Activation functions of neural networks, right to the last bit, with the tools to derive, compare
 * and show them in a notebook.
 *
 * This is what a notebook needs. The rest is behind the door of its room: `@actbook/actbook/special`,
 * `/calculus`, `/activations`, `/arrays`, `/approximation`, `/comparison`, `/network`, `/article`,
 * `/display`, `/gallery`, `/notebook`.
 *
 * Options are checked where they arrive: one that is unknown or of the wrong kind is a TypeError that
 * says which option was meant, and which there are.
 *
 * Importing this module loads no charting library: those load when the first chart is drawn.
 *
 * @example
 * ```ts
 * import { compare, gelu, geluTanh } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(gelu(0), 0);
 * assertEquals(compare(gelu, [geluTanh]).errors.length, 1);
 * ```
 *
 * @module
 */

export { erf, erfc, erfcx } from "./src/special/erf.ts";
export { exp, expm1 } from "./src/special/exp.ts";
export { cosh, sinh } from "./src/special/hyperbolic.ts";
export { log, log1p } from "./src/special/log.ts";
export { logNormalCdf, normalCdf, normalPdf } from "./src/special/normal.ts";
export { cos, sin } from "./src/special/trigonometric.ts";

export { extrema } from "./src/calculus/extrema.ts";
export { features } from "./src/calculus/features.ts";
export { integrate } from "./src/calculus/integrate.ts";
export type { NamedNumbers } from "./src/calculus/named_numbers.ts";
export { numericalDerivative } from "./src/calculus/numerical_derivative.ts";
export type { RealFunction } from "./src/calculus/real_function.ts";

export * from "./src/activations/all.ts";
export type { Activation } from "./src/activations/activation.ts";
export { activations } from "./src/activations/catalogue.ts";
export type { Cost } from "./src/calculus/cost.ts";
export { defineActivation, type UserDefinition } from "./src/activations/define_activation.ts";
export * from "./src/activations/vector/all.ts";

export { evaluate } from "./src/arrays/evaluate.ts";

export { approximationOf } from "./src/approximation/approximation_of.ts";
export { exportCode } from "./src/approximation/code/export_code.ts";
export { clipGate } from "./src/approximation/families/clip_gate.ts";
export { erfGate } from "./src/approximation/families/erf_gate.ts";
export { exp2Tail } from "./src/approximation/families/exp2_tail.ts";
export { polynomialFamily } from "./src/approximation/families/polynomial_family.ts";
export { quadraticGate } from "./src/approximation/families/quadratic_gate.ts";
export { rationalFamily } from "./src/approximation/families/rational_family.ts";
export { rationalGate } from "./src/approximation/families/rational_gate.ts";
export { sigmoidGate } from "./src/approximation/families/sigmoid_gate.ts";
export { tanhGate } from "./src/approximation/families/tanh_gate.ts";
export { timesX } from "./src/approximation/families/times_x.ts";
export { type Family, family } from "./src/approximation/family.ts";
export type { Criterion, Fit } from "./src/approximation/fit.ts";
export {
  geluExp2Cubic,
  geluExp2Quadratic,
  geluExp2Relative,
  geluExp2Smooth,
} from "./src/approximation/gelu_exp2.ts";
export { normalCdfByQuadrature } from "./src/approximation/normal_cdf_by_quadrature.ts";
export { remez } from "./src/approximation/remez.ts";

export type { Certificate } from "./src/comparison/certificate.ts";
export { finiteValues } from "./src/comparison/finite_values.ts";
export { bfloat16, float16, float32, float64, type Format } from "./src/comparison/format.ts";
export { frontier } from "./src/comparison/frontier.ts";
export { measureErrors } from "./src/comparison/measure_errors.ts";
export { weighOperations } from "./src/comparison/weigh_operations.ts";
export { ulpDistance } from "./src/comparison/ulp_distance.ts";
export { ulpError } from "./src/comparison/ulp_error.ts";

export type { Bundle, Displayable } from "./src/display/bundle.ts";
export { bars } from "./src/display/charts/bars.ts";
export { boxPlot } from "./src/display/charts/box_plot.ts";
export { below, beside, layered } from "./src/display/charts/combine.ts";
export { curves } from "./src/display/charts/curves.ts";
export { ecdf } from "./src/display/charts/ecdf.ts";
export { errorChart } from "./src/display/charts/error_chart.ts";
export { gridOf } from "./src/display/charts/grid_of.ts";
export { heatMap } from "./src/display/charts/heat_map.ts";
export { histogram } from "./src/display/charts/histogram.ts";
export { numberLine } from "./src/display/charts/number_line.ts";
export { scatter } from "./src/display/charts/scatter.ts";
export { sliderChart } from "./src/display/charts/slider_chart.ts";
export { type Surface, surface } from "./src/display/charts/surface.ts";
export { ulpChart } from "./src/display/charts/ulp_chart.ts";
export { type Chart, chart } from "./src/display/drawing/chart.ts";
export { chartScripts, surfaceScripts } from "./src/display/drawing/chart_scripts.ts";
export { renderers } from "./src/display/drawing/renderers.ts";
export type { Theme } from "./src/display/drawing/theme.ts";
export { themes } from "./src/display/drawing/themes.ts";
export { group } from "./src/display/texts/group.ts";
export { progress } from "./src/display/output/progress.ts";
export { show } from "./src/display/output/show.ts";
export { type Table, table } from "./src/display/tables/table.ts";
export { derivation } from "./src/display/texts/derivation.ts";
export { formula } from "./src/display/texts/formula.ts";
export { image } from "./src/display/texts/image.ts";
export { link } from "./src/display/texts/link.ts";
export { markdown } from "./src/display/texts/markdown.ts";
export { steps } from "./src/display/texts/steps.ts";

export { readTable } from "./src/reading/read_table.ts";

export { audit } from "./src/gallery/audit.ts";
export { card } from "./src/gallery/card.ts";
export { catalogue } from "./src/gallery/catalogue.ts";
export { certificateTable, certify } from "./src/gallery/certify.ts";
export { designPage } from "./src/gallery/design_page.ts";
export { compare, type Comparison } from "./src/gallery/compare.ts";
export { fit } from "./src/gallery/fit.ts";
export { landmarks } from "./src/gallery/landmarks.ts";
export { landscape } from "./src/gallery/landscape.ts";
export { lineText } from "./src/gallery/line_text.ts";
export { pareto } from "./src/gallery/pareto.ts";
export { plot } from "./src/gallery/plot.ts";
export { valueTable } from "./src/gallery/value_table.ts";
