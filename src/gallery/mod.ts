/**
 * Charts, tables and cards of functions: where the mathematics meets the display.
 *
 * @module
 */

export * from "./audit.ts";
export * from "./card.ts";
export * from "./catalogue.ts";
export * from "./certify.ts";
export * from "./design_page.ts";
export * from "./compare.ts";
export * from "./fit.ts";
export * from "./landmarks.ts";
export * from "./landscape.ts";
export * from "./line_text.ts";
export * from "./pareto.ts";
export * from "./plot.ts";
export * from "./value_table.ts";
