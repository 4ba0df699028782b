import { formulas } from "./_formulas.ts";
import { Jet } from "./_jet.ts";
import { Real, withBits } from "./_real.ts";

/** An activation or a derivative of one, by name. */
export interface Named {
  readonly id: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** 0 for f, 1 for f′, 2 for f″. */
  readonly order: 0 | 1 | 2;
}

/** No value that is not equal to a double stays as near to one as this many bits can tell. */
const MOST_BITS = 5000;

/**
 * On which side of a double the exact value of a function lies.
 *
 * The formula is evaluated with more and more bits until its error is smaller than its distance.
 *
 * @param named a function of the catalogue
 * @param x a finite number
 * @param middle the double
 * @returns 1 above it, −1 below it, 0 if equal, NaN if x lies beyond the formula or on a jump
 */
export function exactSide({ id, parameters, order }: Named, x: number, middle: number): number {
  const { pieces, breaks, largest = Infinity } = formulas[id](parameters);
  if (!(Math.abs(x) <= largest) || x === Infinity) return NaN;
  const left = breaks.filter((at) => at < x).length;
  const right = breaks.filter((at) => at <= x).length;
  const side = (index: number) => pieceSide(pieces[index], order, x, middle);
  if (left === right || side(left) === side(right)) return side(right);
  return NaN;
}

function pieceSide(
  piece: (x: Jet) => Jet,
  order: 0 | 1 | 2,
  x: number,
  middle: number,
): number {
  for (let bits = 140; bits < MOST_BITS; bits *= 2) {
    const rest = withBits(bits, () => {
      return piece(Jet.variable(x)).orders[order].minus(Real.of(middle));
    });
    if (rest.error === -Infinity) return rest.sign;
    // The magnitude of the rest is at least a quarter of 2^size.
    if (rest.m !== 0n && rest.size - 2 > rest.error) return rest.sign;
  }
  return 0;
}
