/**
 * Functions over typed arrays: {@linkcode evaluate}, and which inputs round either way.
 *
 * @module
 */

export * from "./evaluate.ts";
export * from "./halfway_inputs.ts";
