/**
 * Pieces and tables.
 *
 * @module
 */

export * from "./fit_pieces.ts";
export * from "./lookup_table.ts";
export * from "./quantised_table.ts";
export * from "./saturation_of.ts";
