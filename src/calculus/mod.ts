/**
 * Calculus by numbers for any function of one variable: {@linkcode extrema}, {@linkcode features},
 * {@linkcode integrate}, {@linkcode numericalDerivative}. Knows no activation.
 *
 * @module
 */

export * from "./cost.ts";
export * from "./extrema.ts";
export * from "./features.ts";
export * from "./integrate.ts";
export * from "./named_numbers.ts";
export * from "./numerical_derivative.ts";
export * from "./real_function.ts";
