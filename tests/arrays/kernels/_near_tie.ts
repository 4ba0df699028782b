import { originOf } from "../../../src/activations/origin.ts";
import { formulas } from "../../../src/arrays/exact/_formulas.ts";
import { Jet } from "../../../src/arrays/exact/_jet.ts";
import { Real, withBits } from "../../../src/arrays/exact/_real.ts";

/** Bits that tell every near-tie of float32 from a tie, and some more for its distance. */
const BITS = 400;

/**
 * How near the exact value of a function lies to the middle between two float32.
 *
 * @param x a finite number that is on no break of the function
 * @param a one of the two
 * @param b the other, its neighbour
 * @returns the least n for which the distance is below 2ⁿ ulp; −∞ at a tie
 */
export function nearTie(f: (x: number) => number, x: number, a: number, b: number): number {
  const { id, parameters, order } = originOf(f)!;
  const { pieces, breaks } = formulas[id](parameters);
  const piece = pieces[breaks.filter((at) => at < x).length];
  return withBits(BITS, () => {
    const rest = piece(Jet.variable(x)).orders[order].minus(Real.of((a + b) / 2));
    return rest.size - Math.log2(Math.abs(a - b));
  });
}
