/**
 * Approximations: families of functions, fits, best polynomials and rationals, exact power series,
 * formulas as expressions, and their export as code.
 *
 * @module
 */

export * from "./approximation_of.ts";
export * from "./code/export_code.ts";
export * from "./code/expression_to_tex.ts";
export * from "./cost.ts";
export * from "./differentiate_expression.ts";
export * from "./evaluate_expression.ts";
export { type CallName, type Expression, expression, type Operand } from "./expression.ts";
export * from "./families/clip_gate.ts";
export * from "./families/erf_gate.ts";
export * from "./families/exp2_tail.ts";
export * from "./families/polynomial_family.ts";
export * from "./families/quadratic_gate.ts";
export * from "./families/rational_family.ts";
export * from "./families/rational_gate.ts";
export * from "./families/sigmoid_gate.ts";
export * from "./families/tanh_gate.ts";
export * from "./families/times_x.ts";
export * from "./family.ts";
export * from "./fit.ts";
export * from "./fit_family.ts";
export * from "./gelu_exp2.ts";
export * from "./normal_cdf_by_quadrature.ts";
export * from "./proof/prove_error.ts";
export * from "./remez.ts";
export * from "./series/exact.ts";
export * from "./series/known_series.ts";
export * from "./series/power_series.ts";
export * from "./series/rational.ts";
export type { CodeFormat } from "./code/languages/_language.ts";
