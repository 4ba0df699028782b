/**
 * Special functions, right to the last bit or nearly so, and the two-part numbers they are made of:
 * {@linkcode DoubleDouble}, results with an exponent of their own ({@linkcode Scaled}), constants.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./double_double.ts";
export * from "./erf.ts";
export * from "./exp.ts";
export * from "./hyperbolic.ts";
export * from "./log.ts";
export * from "./normal.ts";
export * from "./sigmoid.ts";
export * from "./trigonometric.ts";
