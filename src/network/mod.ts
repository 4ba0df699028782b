/**
 * A small fully connected network in plain arithmetic, and its training: for evidence.
 *
 * @module
 */

export * from "./network.ts";
export * from "./fit_network.ts";
export * from "./loss_of.ts";
export * from "./replace_activation.ts";
export * from "./train.ts";
