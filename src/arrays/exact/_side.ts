import { formulas, type Line } from "./_formulas.ts";
import { Jet } from "./_jet.ts";
import { Real, withBits } from "./_real.ts";

/** An activation or a derivative of one, by name. */
export interface Named {
  readonly id: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** 0 for f, 1 for f′, 2 for f″. */
  readonly order: 0 | 1 | 2;
}

/** Beside no line, a value that is not equal to a double is not as near to one as this many bits can tell. */
const MOST_BITS = 5000;
/** So many hold a line exactly, at any float32 and parameters that are not farther apart. */
const LINE_BITS = 1000;

/**
 * On which side of a double the exact value of a function lies.
 *
 * The formula is evaluated with more and more bits until its error is smaller than its distance. Of
 * x − tanh x, which at 2²⁴ + 2 lies e^(−2²⁵) above a tie, they would be millions: a line that a function
 * nears so is given with the side on which the function lies.
 *
 * @param named a function of the catalogue
 * @param x a number
 * @param middle the double
 * @returns 1 above it, −1 below it, 0 if equal, NaN if x lies beyond the formula or on a jump
 */
export function exactSide({ id, parameters, order }: Named, x: number, middle: number): number {
  const { pieces, breaks, lines, largest = Infinity } = formulas[id](parameters);
  const line = x < 0 ? lines?.left : x > 0 ? lines?.right : undefined;
  if (line) {
    const side = lineSide(line, order, x, middle);
    if (!Number.isFinite(x)) return side;
    // What the exponential adds rises or falls as it does itself.
    if (side === 0) return x > 0 && order === 1 ? -line.side : line.side;
  }
  if (!(Math.abs(x) <= largest) || !Number.isFinite(x)) return NaN;
  const left = breaks.filter((at) => at < x).length;
  const right = breaks.filter((at) => at <= x).length;
  const side = (index: number) => pieceSide(pieces[index], order, x, middle);
  if (left === right || side(left) === side(right)) return side(right);
  return NaN;
}

/** On which side of a number a line lies, or its slope: 0 only where they are equal. */
function lineSide({ at }: Line, order: 0 | 1 | 2, x: number, middle: number): number {
  const rest = withBits(LINE_BITS, () => at(Jet.variable(x)).orders[order].minus(Real.of(middle)));
  return rest.m === 0n && rest.error > -Infinity ? NaN : rest.sign;
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
