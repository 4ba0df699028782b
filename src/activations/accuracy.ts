/**
 * The largest errors of f, f′ and f″ that the catalogue promises, in units in the last place (ulp), on
 * every finite input whose exact result is a normal number, at every allowed parameter. A result
 * rounded once from the exact one has at most 0.5. Subnormal results are within 0.76 of the smallest
 * subnormal number.
 *
 * The tests hold every function to it at thousands of inputs; what was measured is smaller.
 *
 * @example
 * ```ts
 * import { accuracy } from "@actbook/actbook/activations";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(accuracy, [0.6, 1.1, 2]);
 * ```
 */
export const accuracy: readonly [f: number, derivative: number, secondDerivative: number] = Object
  .freeze([0.6, 1.1, 2] as const);
