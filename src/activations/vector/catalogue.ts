import * as all from "./all.ts";
import type { VectorActivation } from "./vector_activation.ts";

/**
 * Every function of vectors by id, in the order of ids; frozen.
 *
 * @example
 * ```ts
 * import { softmax } from "@actbook/actbook";
 * import { vectorActivations } from "@actbook/actbook/activations";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(vectorActivations.softmax, softmax);
 * ```
 */
export const vectorActivations: Readonly<Record<string, VectorActivation>> = Object.freeze({
  ...all,
});
