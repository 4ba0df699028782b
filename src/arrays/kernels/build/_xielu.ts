import type { Formula } from "./_formulas.ts";
import type { Lanes } from "./_lanes.ts";
import { less, parts, quotient } from "./_near.ts";
import { wide } from "./_wide.ts";

const { number } = wide;

/** The default parameters. */
const POSITIVE = 0.8, NEGATIVE = 0.8, BETA = 0.5;

/** The least x whose e^x counts beside 1, and in float32. */
const FLAT = -40, LOWEST = -115;

/** What is so on the left of 0, and elsewhere. */
const either = (x: Lanes, left: Lanes, right: Lanes) => left.where(x.is("lt", number(0)), right);

/** αₙ (eˣ − 1) for x < 0. */
function bend(x: Lanes): Lanes {
  const { unit, c, r } = parts(x.least(number(0)).greatest(number(FLAT)));
  return less({ unit, c, r }).minus.times(number(NEGATIVE)).over(c.minus(r));
}

/** xIELU by the name of the function and its order; on the left terms cancel beside a zero. */
export const xielu: Readonly<Record<string, Formula>> = {
  xielu0: (_, x) => {
    const [curve, line] = [bend(x), x.times(number(BETA - NEGATIVE))];
    const right = x.times(number(POSITIVE)).plus(number(BETA)).times(x);
    return {
      y: either(x, curve.plus(line), right),
      size: either(x, line.minus(curve), right),
    };
  },
  xielu1: (_, x) => {
    const curve = bend(x);
    const right = x.times(number(2 * POSITIVE)).plus(number(BETA));
    return {
      y: either(x, number(BETA).plus(curve), right),
      size: either(x, number(BETA).minus(curve), right),
    };
  },
  xielu2: (_, x) => {
    const { top, below } = quotient(x.least(number(0)).greatest(number(LOWEST)));
    const left = top.times(number(NEGATIVE)).over(below);
    return { y: number(2 * POSITIVE).where(x.is("gt", number(0)), left) };
  },
};
