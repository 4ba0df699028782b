import { relu } from "../relu.ts";
import { gated, variants } from "./_gated.ts";
import type { VectorActivation } from "./vector_activation.ts";

/**
 * `reglu(a, b) = a · relu(b)` for the halves a and b of the input: the gated unit without an exponential.
 *
 * The second half is the gate, as in glu; Shazeer's paper writes the gate first.
 * Rounded once: within 0.51 ulp, and so is the vector-Jacobian product.
 *
 * @param x an even number of numbers, at least two
 * @returns half as many numbers
 * @throws RangeError if x is empty or its length is odd
 * @see Shazeer 2020, https://arxiv.org/abs/2002.05202
 *
 * @example Values and gradient
 * ```ts
 * import { reglu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...reglu([3, 5, -2, 7])], [0, 35]);
 * assertEquals([...reglu.vjp([3, 2], [1])], [2, 3]);
 * ```
 */
export const reglu: VectorActivation = gated({
  id: "reglu",
  title: "ReGLU",
  gate: relu,
  tex: "\\max(0, b_i)",
  source: variants,
});
