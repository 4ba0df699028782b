/**
 * Activation functions of neural networks, right to the last bit, with the tools to derive, compare
 * and show them in a notebook.
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

export * from "./src/special/constants.ts";
export * from "./src/special/double_double.ts";
export * from "./src/special/erf.ts";
export * from "./src/special/exp.ts";
export { cosh, sinh, tanhDouble } from "./src/special/hyperbolic.ts";
export * from "./src/special/log.ts";
export * from "./src/special/normal.ts";
export * from "./src/special/sigmoid.ts";
export * from "./src/special/trigonometric.ts";

export * from "./src/activations/all.ts";
export * from "./src/activations/accuracy.ts";
export * from "./src/activations/activation.ts";
export * from "./src/activations/catalogue.ts";
export * from "./src/activations/cost.ts";
export * from "./src/activations/define_activation.ts";
export { type Origin, originOf } from "./src/activations/origin.ts";
export * from "./src/calculus/numerical_derivative.ts";
export * from "./src/activations/vector/all.ts";
export * from "./src/activations/vector/catalogue.ts";
export * from "./src/activations/vector/geglu.ts";
export * from "./src/activations/vector/glu.ts";
export * from "./src/activations/vector/hardmax.ts";
export * from "./src/activations/vector/log_softmax.ts";
export * from "./src/activations/vector/reglu.ts";
export * from "./src/activations/vector/softmax.ts";
export * from "./src/activations/vector/softmin.ts";
export * from "./src/activations/vector/sparsemax.ts";
export * from "./src/activations/vector/swiglu.ts";
export * from "./src/activations/vector/vector_activation.ts";

export * from "./src/arrays/evaluate.ts";
export * from "./src/arrays/halfway_inputs.ts";

export * from "./src/network/network.ts";
export * from "./src/network/train.ts";

export * from "./src/approximation/approximation.ts";
export * from "./src/approximation/cost.ts";
export * from "./src/approximation/differentiate_expression.ts";
export * from "./src/approximation/evaluate_expression.ts";
export {
  type CallName,
  type Expression,
  expression,
  type Operand,
} from "./src/approximation/expression.ts";
export * from "./src/calculus/extrema.ts";
export * from "./src/approximation/family.ts";
export * from "./src/calculus/features.ts";
export type { Criterion, Fit, FitOptions, Target } from "./src/approximation/fit.ts";
export * from "./src/approximation/gelu_exp2.ts";
export * from "./src/calculus/integrate.ts";
export * from "./src/approximation/normal_cdf_by_quadrature.ts";
export * from "./src/approximation/remez.ts";
export * from "./src/approximation/code/export_code.ts";
export * from "./src/approximation/code/expression_to_tex.ts";
export * from "./src/approximation/families/clip_gate.ts";
export * from "./src/approximation/families/erf_gate.ts";
export * from "./src/approximation/families/exp2_tail.ts";
export * from "./src/approximation/families/polynomial_family.ts";
export * from "./src/approximation/families/quadratic_gate.ts";
export * from "./src/approximation/families/rational_family.ts";
export * from "./src/approximation/families/rational_gate.ts";
export * from "./src/approximation/families/sigmoid_gate.ts";
export * from "./src/approximation/families/tanh_gate.ts";
export * from "./src/approximation/families/times_x.ts";
export * from "./src/approximation/series/exact.ts";
export * from "./src/approximation/series/known_series.ts";
export * from "./src/approximation/series/power_series.ts";
export * from "./src/approximation/series/rational.ts";

export * from "./src/comparison/certifiable.ts";
export * from "./src/comparison/certificate.ts";
export type { CertifyOptions, CertifyProgress } from "./src/comparison/count_differences.ts";
export * from "./src/comparison/comparable.ts";
export * from "./src/comparison/error_curve.ts";
export * from "./src/comparison/measure_errors.ts";
export * from "./src/comparison/finite_values.ts";
export * from "./src/comparison/format.ts";
export * from "./src/comparison/frontier.ts";
export * from "./src/comparison/merge_certificates.ts";
export * from "./src/comparison/next.ts";
export * from "./src/comparison/normal_rms.ts";
export * from "./src/comparison/weigh_operations.ts";
export * from "./src/comparison/ulp_distance.ts";
export * from "./src/comparison/ulp_error.ts";

export * from "./src/display/charts/bars.ts";
export * from "./src/display/bundle.ts";
export * from "./src/display/drawing/chart.ts";
export * from "./src/display/drawing/chart_scripts.ts";
export * from "./src/display/charts/combine.ts";
export * from "./src/display/charts/curves.ts";
export * from "./src/display/texts/derivation.ts";
export * from "./src/display/charts/error_chart.ts";
export * from "./src/display/texts/escape.ts";
export * from "./src/display/texts/formula.ts";
export * from "./src/display/charts/grid_of.ts";
export * from "./src/display/texts/group.ts";
export * from "./src/display/charts/heat_map.ts";
export * from "./src/display/charts/histogram.ts";
export * from "./src/display/charts/labels.ts";
export { type Link, link, type LinkParts } from "./src/display/texts/link.ts";
export * from "./src/display/texts/markdown.ts";
export * from "./src/display/charts/number_line.ts";
export * from "./src/display/charts/pareto.ts";
export * from "./src/display/output/progress.ts";
export * from "./src/display/drawing/renderers.ts";
export * from "./src/display/charts/scatter.ts";
export * from "./src/display/output/show.ts";
export * from "./src/display/charts/slider_chart.ts";
export * from "./src/display/charts/surface.ts";
export * from "./src/display/tables/table.ts";
export * from "./src/display/drawing/theme.ts";
export * from "./src/display/drawing/themes.ts";
export * from "./src/display/charts/thin.ts";
export * from "./src/display/charts/ulp_chart.ts";

export * from "./src/gallery/audit.ts";
export * from "./src/gallery/card.ts";
export * from "./src/gallery/catalogue.ts";
export * from "./src/gallery/certify.ts";
export * from "./src/gallery/compare.ts";
export * from "./src/gallery/fit.ts";
export * from "./src/gallery/landmarks.ts";
export * from "./src/gallery/landscape.ts";
export * from "./src/gallery/line_text.ts";
export * from "./src/gallery/pareto.ts";
export * from "./src/gallery/plot.ts";
export * from "./src/gallery/value_table.ts";

export type { AuditRow } from "./src/article/audit_rows.ts";
export * from "./src/article/judge.ts";
export * from "./src/article/statement.ts";
export * from "./src/article/statements.ts";
export * from "./src/article/trial.ts";
export * from "./src/article/statements/approximations.ts";
export * from "./src/article/statements/asymptotes.ts";
export * from "./src/article/statements/elementary.ts";
export * from "./src/article/statements/gates.ts";
export * from "./src/article/statements/gaussian.ts";
export * from "./src/article/statements/mish.ts";
export * from "./src/article/statements/rectifiers.ts";
