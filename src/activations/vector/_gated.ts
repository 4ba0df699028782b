import type { Activation, Citation } from "../activation.ts";
import type { GateTail } from "./_gate_tail.ts";
import { roundedProduct } from "./_rounded_product.ts";
import { type Vector, type VectorActivation, vectorActivation } from "./vector_activation.ts";

/**
 * The gated linear unit a · g(b) of the halves a and b of its input, for a gate g.
 *
 * Two roundings, the gate's and the product's: within 1.52 ulp, and the vector-Jacobian product too.
 * No product on the way over- or underflows, nor does the gate.
 */
export function gated(
  { id, title, gate, tail, tex, source }: {
    readonly id: string;
    readonly title: string;
    readonly gate: Activation;
    /** For a gate that underflows. */
    readonly tail?: GateTail;
    readonly tex: string;
    readonly source: Citation;
  },
): VectorActivation {
  const gateAt = (b: number) => tail && b < tail.end ? tail.value(b) : gate(b);
  const slopeAt = (b: number) => tail && b < tail.end ? tail.slope(b) : gate.derivative(b);
  return vectorActivation({
    id,
    title,
    tex: `a_i \\, ${tex}, \\; x = (a, b)`,
    halves: true,
    f: (x) => {
      const [a, b] = halves(x);
      return a.map((value, i) => roundedProduct([value, gateAt(b[i])]));
    },
    vjp: (x, cotangent) => {
      const [a, b] = halves(x);
      const result = new Float64Array(x.length);
      result.set(b.map((value, i) => roundedProduct([cotangent[i], gateAt(value)])));
      result.set(
        b.map((value, i) => roundedProduct([cotangent[i], a[i], slopeAt(value)])),
        a.length,
      );
      return result;
    },
    sources: [source],
  });
}

/** Where the variants of the gated linear unit are from. */
export const variants: Citation = {
  who: "Noam Shazeer",
  year: 2020,
  title: "GLU Variants Improve Transformer",
  url: "https://arxiv.org/abs/2002.05202",
};

function halves(x: Vector): [Float64Array, Float64Array] {
  const all = Float64Array.from(x);
  return [all.slice(0, all.length / 2), all.slice(all.length / 2)];
}
