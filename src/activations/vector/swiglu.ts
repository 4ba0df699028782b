import { silu } from "../silu.ts";
import { siluTail } from "./_gate_tail.ts";
import { gated, variants } from "./_gated.ts";
import type { VectorActivation } from "./vector_activation.ts";

/**
 * `swiglu(a, b) = a · silu(b)` for the halves a and b of the input: the gated unit of many language models.
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
 * import { swiglu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...swiglu([3, 40])], [120]);
 * assertEquals([...swiglu.vjp([4, 0], [1])], [0, 2]);
 * ```
 */
export const swiglu: VectorActivation = gated({
  id: "swiglu",
  title: "SwiGLU",
  gate: silu,
  tail: siluTail,
  tex: "\\operatorname{silu}(b_i)",
  source: variants,
});
