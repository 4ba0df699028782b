/**
 * How wrong a function is: float formats, distances in their steps, errors over a domain, counts over
 * every input, and costs.
 *
 * @module
 */

export * from "./certifiable.ts";
export * from "./certificate.ts";
export * from "./name_of.ts";
export * from "./count_differences.ts";
export * from "./count_gradient_differences.ts";
export * from "./error_curve.ts";
export * from "./finite_values.ts";
export * from "./float_format.ts";
export * from "./format.ts";
export * from "./frontier.ts";
export * from "./measure_errors.ts";
export * from "./merge_certificates.ts";
export * from "./next.ts";
export * from "./normal_rms.ts";
export * from "./ulp_distance.ts";
export * from "./ulp_error.ts";
export * from "./weigh_operations.ts";
