import { gelu } from "../gelu.ts";
import { geluTail } from "./_gate_tail.ts";
import { gated, variants } from "./_gated.ts";
import type { VectorActivation } from "./vector_activation.ts";

/**
 * `geglu(a, b) = a · gelu(b)` for the halves a and b of the input: with the exact gelu.
 *
 * The second half is the gate, as in glu; Shazeer's paper writes the gate first.
 * Two roundings, the gate's and the product's: within 1.52 ulp, and so is the vector-Jacobian
 * product.
 *
 * @param x an even number of numbers, at least two
 * @returns half as many numbers
 * @throws RangeError if x is empty or its length is odd
 * @see Shazeer 2020, https://arxiv.org/abs/2002.05202
 *
 * @example Values and gradient
 * ```ts
 * import { geglu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...geglu([3, 10])], [30]);
 * assertEquals([...geglu.vjp([4, 0], [1])], [0, 2]);
 * ```
 */
export const geglu: VectorActivation = gated({
  id: "geglu",
  title: "GEGLU",
  gate: gelu,
  tail: geluTail,
  tex: "\\operatorname{gelu}(b_i)",
  source: variants,
});
