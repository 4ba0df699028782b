import { once } from "../../special/_once.ts";
import * as iv from "./_interval.ts";
import { type Model, ORDER, type Stretch, stretch } from "./_model.ts";
import type { ModelOf } from "./_model_of.ts";

/**
 * The error over the target. Of two functions that are 0 at the end of a stretch, where the quotient
 * knows nothing, it is that of their slopes somewhere inside (Cauchy's mean value theorem).
 */
export function relativeRange(
  difference: ModelOf,
  target: ModelOf,
): (over: Stretch) => iv.Interval {
  const isZero = (of: ModelOf) => iv.isZero(of(stretch(0, 0)).narrow[0]);
  const share = once(() => isZero(difference) && isZero(target));
  return (over) => {
    const [above, below] = [difference(over), target(over)];
    const [a, b] = over.x;
    if ((a !== 0 && b !== 0) || !share()) return iv.divide(above.wide[0], below.wide[0]);
    // At 0 itself the error is the limit, which belongs to the stretches beside it.
    if (a === b) return [0, 0];
    return iv.divide(slopeRange(above, over), slopeRange(below, over));
  };
}

/** The range of the derivative. */
function slopeRange({ narrow, wide }: Model, { distance }: Stretch): iv.Interval {
  let sum = iv.multiply(wide[ORDER], iv.point(ORDER));
  for (let k = ORDER - 1; k >= 1; k--) {
    sum = iv.add(iv.multiply(sum, distance), iv.multiply(narrow[k], iv.point(k)));
  }
  return [Math.max(sum[0], wide[1][0]), Math.min(sum[1], wide[1][1])];
}
