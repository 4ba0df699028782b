/**
 * x + sin² x and its derivatives, from sin² r = r² q(r²) of the rest r by quarter turns: there are no
 * signs, and each quarter turn takes sin² to 1 − sin².
 *
 * @module
 */

import { horner } from "./_arithmetic.ts";
import { QUARTER_PARTS, SINE_SQUARED } from "./_coefficients.ts";
import type { Formula, Value } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";
import { wide } from "./_wide.ts";

const { number } = wide;
const one = number(1);

const below = (x: Lanes, limit: number) => x.magnitude.is("lt", number(limit));

/** A value, and nothing known of it where the parts of a quarter turn are too few. */
function unlessFar(x: Lanes, y: Lanes, size: Lanes): Value {
  const near = below(x, 2 ** 30);
  return { y: y.and(near), size: size.where(near, number(Infinity)) };
}

/** The whole number nearest to each, all of them below 2⁵⁰. */
function whole(x: Lanes): Lanes {
  const rounder = number(1.5 * 2 ** 52);
  return x.plus(rounder).minus(rounder);
}

/** sin² and cos² of the rest of x, less an offset, by quarter turns; they change places where `odd` is set. */
function squares(x: Lanes, offset: number): { sine: Lanes; cosine: Lanes; odd: Lanes } {
  const turns = whole(x.times(number(2 / Math.PI)).minus(number(offset)));
  const half = turns.times(number(0.5));
  // Products with all parts but the last are exact.
  const rest = QUARTER_PARTS.reduce(
    (rest, part) => rest.minus(turns.plus(number(offset)).times(number(part))),
    x,
  );
  const square = rest.times(rest);
  const sine = square.times(horner(wide, square, SINE_SQUARED));
  return { sine, cosine: one.minus(sine), odd: half.is("ne", whole(half)) };
}

/** By the name of the function and its order. */
export const snake: Readonly<Record<string, Formula>> = {
  snake0: (_, x) => {
    const { sine, cosine, odd } = squares(x, 0);
    // Beside larger numbers it does not count, and less and less of its digits do before.
    const added = cosine.where(odd, sine).and(below(x, 2 ** 43));
    const y = x.where(x.is("eq", number(0)), x.plus(added));
    return { y, size: x.magnitude.plus(added) };
  },
  // 1 + sin 2x = 2 cos²(x − π/4)
  snake1: (_, x) => {
    const { sine, cosine, odd } = squares(x, 0.5);
    const half = sine.where(odd, cosine);
    const y = half.plus(half);
    return unlessFar(x, y, y);
  },
  // 2 cos 2x = ±(2 − 4 sin² r)
  snake2: (_, x) => {
    const { sine, odd } = squares(x, 0);
    const y = number(2).minus(sine.times(number(4)));
    return unlessFar(x, y.negated.where(odd, y), number(2));
  },
};
