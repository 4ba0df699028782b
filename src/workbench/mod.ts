/**
 * For whoever writes the kernel: formulas in the arithmetic of a target, coefficients of its format,
 * pieces, and the best formula for a cost.
 *
 * @module
 */

export * from "./arithmetic.ts";
export * from "./density_of.ts";
export * from "./design.ts";
export * from "./forms.ts";
export * from "./in_arithmetic.ts";
export * from "./measure_kernel.ts";
export * from "./pieces/mod.ts";
export * from "./prices.ts";
export * from "./round_parameters.ts";
export * from "./recipe.ts";
