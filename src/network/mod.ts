/**
 * A small fully connected network in plain arithmetic, and its training: for evidence.
 *
 * @module
 */

export * from "./network.ts";
export * from "./train.ts";
