/**
 * Kernels for rows of numbers whose exponentials are divided by their sum.
 *
 * @module
 */

import { LOWEST } from "./_arithmetic.ts";
import { EXP2_FULL } from "./_coefficients.ts";
import type { Lanes } from "./_lanes.ts";
import { loopOver, sumOver } from "./_loop.ts";
import { between, rounded } from "./_steps.ts";
import type { Func } from "./_wasm.ts";
import { wide, wideExp } from "./_wide.ts";

/** e^(x − most). */
const share = (x: Lanes, most: Lanes) =>
  wideExp(x.minus(most).greatest(wide.number(LOWEST)), EXP2_FULL);

/** The sum of e^(x − most), and what softmax and its logarithm make of it. */
export function rowKernels(): Func[] {
  const scaled = (x: Lanes, most: Lanes, scale: Lanes) => share(x, most).times(scale);
  const shifted = (x: Lanes, most: Lanes, shift: Lanes) => x.minus(most).minus(shift);
  return [
    sumOver("rows sum", (x, most) => {
      const [low, high] = x.halves.map((half) => share(half, most));
      return low.plus(high);
    }, 1),
    ...Object.entries({ softmax: scaled, logSoftmax: shifted }).flatMap(([name, value]) => [
      loopOver(`${name} nearest`, "f32", (x, most, by, less, more) => {
        return between(x, (half) => {
          const y = value(half, most, by);
          return [y.times(less), y.times(more)];
        });
      }, 4),
      loopOver(`${name} fast`, "f32", (x, most, by) => {
        return rounded(x, (_, half) => ({ y: value(half, most, by) }));
      }, 2),
    ]),
  ];
}
