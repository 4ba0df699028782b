import { sigmoid } from "../sigmoid.ts";
import { sigmoidTail } from "./_gate_tail.ts";
import { gated } from "./_gated.ts";
import type { VectorActivation } from "./vector_activation.ts";

/**
 * `glu(a, b) = a · σ(b)` for the halves a and b of the input: the gated linear unit.
 *
 * The second half is the gate, as in PyTorch and JAX.
 * Two roundings, the gate's and the product's: within 1.52 ulp, and so is the vector-Jacobian
 * product.
 *
 * @param x an even number of numbers, at least two
 * @returns half as many numbers
 * @throws RangeError if x is empty or its length is odd
 * @see Dauphin, Fan, Auli and Grangier 2016, https://arxiv.org/abs/1612.08083
 *
 * @example Values and gradient
 * ```ts
 * import { glu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...glu([4, 0])], [2]);
 * assertEquals([...glu.vjp([4, 0], [1])], [0.5, 1]);
 * ```
 */
export const glu: VectorActivation = gated({
  id: "glu",
  title: "GLU",
  gate: sigmoid,
  tail: sigmoidTail,
  tex: "\\sigma(b_i)",
  source: {
    who: "Yann Dauphin, Angela Fan, Michael Auli, David Grangier",
    year: 2016,
    title: "Language Modeling with Gated Convolutional Networks",
    url: "https://arxiv.org/abs/1612.08083",
  },
});
