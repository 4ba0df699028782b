/**
 * Rational functions.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";
import { checkDegrees, names } from "./_degrees.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * P(x)/Q(x) with Q(0) = 1, so that 0 must lie in the domain or Q have no zero there. For minimax fits
 * {@linkcode remez} also proves the result.
 *
 * @param options.numerator the degree of P, at least 0
 * @param options.denominator the degree of Q, at least 0
 * @returns the family, with the parameters p0, p1, …, q1, q2, …
 * @throws RangeError if a degree is not an integer of at least 0
 *
 * @example
 * ```ts
 * import { rationalFamily } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const { f } = rationalFamily({ numerator: 1, denominator: 1 });
 * assertEquals(f(2, { p0: 1, p1: 1, q1: 1 }), 1);
 * ```
 */
export function rationalFamily(options: { numerator: number; denominator: number }): Family {
  checkOptions("make the family", options, {
    numerator: kinds.needed(kinds.number),
    denominator: kinds.needed(kinds.number),
  });
  const { numerator, denominator } = options;
  checkDegrees({ numerator, denominator });
  const [p, q] = [names("p", 0, numerator), names("q", 1, denominator)];
  return family({
    title: `rational function of degrees ${numerator} and ${denominator}`,
    start: Object.fromEntries([...p, ...q].map((name) => [name, 0])),
    expression: ex.divide(ex.polynomial("x", p), ex.polynomial("x", [1, ...q])),
  });
}
