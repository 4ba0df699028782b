/**
 * Functions over typed arrays: {@linkcode evaluate} and {@linkcode evaluateRows}, and which inputs round
 * either way.
 *
 * @module
 */

export * from "./evaluate.ts";
export * from "./evaluate_rows.ts";
export * from "./halfway_inputs.ts";

export type {
  Vector,
  VectorActivation,
  VectorOptions,
} from "../activations/vector/vector_activation.ts";
export type { Citation } from "../activations/activation.ts";
