/**
 * ½(1 + tanh of an odd polynomial).
 *
 * @module
 */

import { type Expression, expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";
import { checkOddDegree, oddPowers } from "./_degrees.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * ½(1 + tanh u) with u = c₁·(x + a₃x³ + a₅x⁵ + …): the family of GELU's tanh form, which has
 * c₁ = √(2/π) and a₃ = 0.044715. Times x it approximates GELU, alone the normal distribution function.
 *
 * @param options.degree the odd degree of u, at least 1
 * @param options.slope c₁, if it is to stay fixed; else it is a parameter
 * @returns the family, with the parameters c1 (if free), a3, a5, …
 * @throws RangeError if the degree is not odd and positive, or nothing is left to fit
 *
 * @example
 * ```ts
 * import { tanhGate } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const family = tanhGate({ degree: 3, slope: Math.sqrt(2 / Math.PI) });
 * assertEquals(family.parameters, ["a3"]);
 * assertAlmostEquals(family.f(1, { a3: 0.044715 }), 0.8411919906, 1e-10);
 * ```
 */
export function tanhGate(options: { degree: number; slope?: number }): Family {
  checkOptions("make the family", options, {
    degree: kinds.needed(kinds.number),
    slope: kinds.number,
  });
  const { degree, slope } = options;
  checkOddDegree(degree);
  const odd = oddPowers(degree).slice(1).map((k) => `a${k}`);
  const start = Object.fromEntries(odd.map((name) => [name, name === "a3" ? 0.045 : 0]));
  const square: Expression = ex.multiply("x", "x");
  const u = ex.multiply(slope ?? "c1", ex.multiply("x", ex.polynomial(square, [1, ...odd])));
  return family({
    title: `½(1 + tanh of an odd polynomial of degree ${degree})`,
    start: slope === undefined ? { c1: 0.8, ...start } : start,
    expression: ex.gate(u),
  });
}
