/**
 * What kernels do to four float32 numbers.
 *
 * @module
 */

import type { Wide } from "./_arithmetic.ts";
import type { Formula } from "./_formulas.ts";
import { Lanes } from "./_lanes.ts";
import type { Step } from "./_loop.ts";
import { narrow } from "./_narrow.ts";
import { wide } from "./_wide.ts";

/** The one NaN that kernels give, as engines differ in theirs. */
function withNaN(x: Lanes, y: Lanes): Lanes {
  return y.where(x.is("eq", x), narrow.number(NaN));
}

/**
 * Rounds a formula in doubles, known to a relative error, to float32: where the rounding of a little
 * more and of a little less differ, the number is in doubt.
 */
export function nearest(x: Lanes, formula: Formula<Wide>, error: number): Step {
  return between(x, (half) => {
    const { y, size } = formula(wide, half);
    if (!size) return [y.times(wide.number(1 - error)), y.times(wide.number(1 + error))];
    const off = size.times(wide.number(error));
    return [y.minus(off), y.plus(off)];
  });
}

/** Rounds bounds of a number to float32; it is in doubt where they differ. */
export function between(x: Lanes, boundsOf: (half: Lanes) => Lanes[]): Step {
  const bounds = x.halves.map(boundsOf);
  const [less, more] = [0, 1].map((k) => Lanes.joined(bounds[0][k], bounds[1][k]));
  return { result: withNaN(x, less), doubt: less.as("i32").is("ne", more.as("i32")) };
}

/** Rounds a formula in doubles to float32, without a look at what is in doubt. */
export function rounded(x: Lanes, formula: Formula<Wide>): Step {
  const [low, high] = x.halves.map((half) => formula(wide, half).y);
  return { result: withNaN(x, Lanes.joined(low, high)) };
}

/**
 * Rounds a formula in doubles to float32; what cancels so far, beside a zero, that digits would be lost
 * is in doubt.
 *
 * @param part of the terms, so much as is left where they cancel: what is less is in doubt
 */
export function roundedBesideZero(x: Lanes, formula: Formula<Wide>, part: number): Step {
  const values = x.halves.map((half) => formula(wide, half));
  const [low, high] = values.map(({ y }) => y);
  const lost = values.map(({ y, size }) => y.magnitude.is("lt", size!.times(wide.number(part))));
  return { result: withNaN(x, Lanes.joined(low, high)), doubt: Lanes.lowWords(lost[0], lost[1]) };
}

/** A formula in float32. */
export function direct(x: Lanes, formula: Formula): Step {
  return { result: withNaN(x, formula(narrow, x).y) };
}
