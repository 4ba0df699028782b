/**
 * relu(x) − |x|·2^q(|x|).
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";
import { names } from "./_degrees.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * relu(x) − t·2^q(t) with t = |x| and a polynomial q: GELU exactly if q were log₂ Φ(−t). It has no
 * division, and one exp2. Where the leading coefficient of q comes out positive (degrees 4 and 6 do
 * so for GELU), 2^q would grow again far out: clamp t there, in both places. At 0 the slope jumps by
 * 1 − 2·2^q(0), unless q(0) = −1.
 *
 * @param options.degree the degree of q, at least 1
 * @param options.clamp min(t, clamp) takes the place of t if it is given, a positive number
 * @param options.smooth keeps q(0) = −1, so that the slope does not jump; false if not given
 * @returns the family, with the parameters q0 (unless smooth), q1, …
 * @throws RangeError if the degree is not a positive integer
 *
 * @example
 * ```ts
 * import { exp2Tail } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const family = exp2Tail({ degree: 2 });
 * assertEquals(family.f(-1, { q0: -1, q1: -1, q2: 0 }), -0.25);
 * assertEquals(family.cost, { multiplyAdds: 3, exps: 1, divisions: 0 });
 * ```
 */
export function exp2Tail(
  options: { degree: number; clamp?: number; smooth?: boolean },
): Family {
  checkOptions("make the family", options, {
    degree: kinds.needed(kinds.number),
    clamp: kinds.number,
    smooth: kinds.flag,
  });
  const { degree, clamp, smooth = false } = options;
  if (!Number.isInteger(degree) || degree < 1) {
    throw new RangeError(
      `Cannot make the family as degree must be an integer >= 1: current value is ${degree}`,
    );
  }
  const free = names("q", smooth ? 1 : 0, degree);
  // The expansion of log₂ Φ(−t) at 0 begins −1 − 1.15t − 0.46t²
  const known: Record<string, number> = { q0: -1, q1: -1.15, q2: -0.46 };
  const t = ex.abs("x");
  const near = clamp === undefined ? t : ex.min(t, clamp);
  const tail = ex.multiply(near, ex.exp2(ex.polynomial(near, smooth ? [-1, ...free] : free)));
  return family({
    title: `relu(x) − |x|·2^q(|x|), q of degree ${degree}${smooth ? ", q(0) = −1" : ""}`,
    start: Object.fromEntries(free.map((name) => [name, known[name] ?? 0])),
    expression: ex.subtract(ex.max("x", 0), tail),
    kinks: () => clamp === undefined ? [0] : [-clamp, 0, clamp],
  });
}
