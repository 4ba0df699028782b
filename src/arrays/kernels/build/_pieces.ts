/**
 * Functions of straight lines, parabolas and square roots: those that are exact in float32 but for one
 * rounding, and those that need doubles.
 *
 * @module
 */

import type { Formula } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";
import { narrow } from "./_narrow.ts";

type Single = (x: Lanes) => Lanes;

const n = narrow.number;
const sign = (x: Lanes) => x.and(n(-0));
const step = (low: number, high: number, at: number): Single => (x) =>
  n(high).where(x.is("gt", n(at)), n(low));
const inside = (height: number, low: number, high: number): Single => (x) =>
  n(height).where(x.is("gt", n(low)).and(x.is("lt", n(high))), n(0));
const beyond = (limit: number): Single => (x) => n(1).where(x.magnitude.is("gt", n(limit)), n(0));

/** Correctly rounded in float32: the same for both promises. */
export const singles: Readonly<Record<string, Single>> = {
  identity0: (x) => x,
  relu0: (x) => x.greatest(n(0)),
  relu60: (x) => x.greatest(n(0)).least(n(6)),
  hardTanh0: (x) => x.greatest(n(-1)).least(n(1)),
  hardShrink0: (x) => x.where(x.magnitude.is("gt", n(0.5)), sign(x)),
  softShrink0: (x) => x.magnitude.minus(n(0.5)).greatest(n(0)).or(sign(x)),
  threshold0: (x) => x.where(x.is("gt", n(1)), n(0)),
  squaredRelu0: (x) => {
    const right = x.greatest(n(0));
    return right.times(right);
  },
  sparseSigmoid0: (x) => x.greatest(n(-1)).least(n(1)).plus(n(1)).times(n(0.5)),

  identity1: () => n(1),
  relu1: step(0, 1, 0),
  relu61: inside(1, 0, 6),
  hardTanh1: inside(1, -1, 1),
  hardShrink1: beyond(0.5),
  softShrink1: beyond(0.5),
  threshold1: step(0, 1, 1),
  squaredRelu1: (x) => {
    const right = x.greatest(n(0));
    return right.plus(right);
  },
  hardSigmoid1: inside(1 / 6, -3, 3),
  sparseSigmoid1: inside(0.5, -1, 1),

  relu2: () => n(0),
  hardSwish2: inside(1 / 3, -3, 3),
  sparsePlus2: inside(0.5, -1, 1),
  squaredRelu2: step(0, 2, 0),
};

/** To be rounded from doubles. */
export const doubles: Readonly<Record<string, Formula>> = {
  hardSigmoid0: ({ number }, x) => ({
    y: x.greatest(number(-3)).least(number(3)).plus(number(3)).over(number(6)),
  }),
  hardSwish0: ({ number }, x) => {
    const left = x.greatest(number(-3));
    const middle = left.times(left.plus(number(3))).over(number(6));
    return { y: x.where(x.is("ge", number(3)), middle) };
  },
  hardSwish1: ({ number }, x) => {
    const near = x.greatest(number(-3)).least(number(3));
    const y = near.plus(near).plus(number(3)).over(number(6));
    const ends = number(1).where(x.is("ge", number(3)), number(0));
    return { y: y.where(x.magnitude.is("lt", number(3)), ends) };
  },
  sparsePlus0: ({ number }, x) => {
    const sum = x.greatest(number(-1)).plus(number(1));
    return { y: x.where(x.is("ge", number(1)), sum.times(sum).times(number(0.25))) };
  },
  squareplus0: ({ number }, x) => {
    const root = x.times(x).plus(number(4)).root;
    const t = x.magnitude;
    const sum = root.plus(t);
    const left = number(2).over(sum);
    return { y: sum.times(number(0.5)).where(x.is("gt", number(0)), left) };
  },
  squareplus1: ({ number }, x) => {
    // (1 + t/r)/2 at t = |x|, r² = t² + 4, less than 1 by 2/(r² + rt), which it is on the left.
    const square = x.times(x).plus(number(4));
    const left = number(2).over(square.plus(square.root.times(x.magnitude)));
    return { y: number(1).minus(left).where(x.is("gt", number(0)), left) };
  },
  squareplus2: ({ number }, x) => {
    const square = x.times(x).plus(number(4));
    return { y: number(2).over(square.times(square.root)) };
  },
};
