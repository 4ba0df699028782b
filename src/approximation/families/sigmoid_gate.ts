/**
 * σ of an odd polynomial.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";
import { checkOddDegree, oddPowers } from "./_degrees.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * σ(k₁x + k₃x³ + …), with σ(u) = 1/(1 + e^(−u)). As σ(2u) = ½(1 + tanh u) it is the same family as
 * {@linkcode tanhGate}, with other parameters; degree 1 with k₁ = 1.702 is the sigmoid form of GELU.
 *
 * @param options.degree the odd degree of the polynomial, at least 1
 * @returns the family, with the parameters k1, k3, …
 * @throws RangeError if the degree is not odd and positive
 *
 * @example
 * ```ts
 * import { sigmoidGate } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const family = sigmoidGate({ degree: 1 });
 * assertAlmostEquals(family.f(1, { k1: 1.702 }), 0.8457957659, 1e-10);
 * assertEquals(family.cost, { multiplyAdds: 2, exps: 1, divisions: 1 });
 * ```
 */
export function sigmoidGate(options: { degree: number }): Family {
  checkOptions("make the family", options, { degree: kinds.needed(kinds.number) });
  const { degree } = options;
  checkOddDegree(degree);
  const names = oddPowers(degree).map((k) => `k${k}`);
  const known: Record<string, number> = { k1: 1.6, k3: 0.07 };
  const square = ex.multiply("x", "x");
  const sum = names.length === 1
    ? ex.multiply("k1", "x")
    : ex.multiply("x", ex.polynomial(square, names));
  return family({
    title: `σ of an odd polynomial of degree ${degree}`,
    start: Object.fromEntries(names.map((name) => [name, known[name] ?? 0])),
    expression: ex.sigmoid(sum),
  });
}
