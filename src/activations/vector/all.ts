/**
 * Every function of vectors by name: the one list to extend.
 *
 * @module
 */

export * from "./geglu.ts";
export * from "./glu.ts";
export * from "./hardmax.ts";
export * from "./log_softmax.ts";
export * from "./reglu.ts";
export * from "./softmax.ts";
export * from "./softmin.ts";
export * from "./sparsemax.ts";
export * from "./swiglu.ts";
