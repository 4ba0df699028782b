/**
 * Polynomials.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";
import { checkDegrees, names } from "./_degrees.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * c₀ + c₁x + … + cₙxⁿ. For minimax fits of polynomials, {@linkcode remez} also proves the result.
 *
 * @param options.degree n, at least 0
 * @returns the family, with the parameters c0, c1, …
 * @throws RangeError if the degree is not an integer of at least 0
 *
 * @example
 * ```ts
 * import { polynomialFamily } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(polynomialFamily({ degree: 2 }).f(2, { c0: 1, c1: 1, c2: 1 }), 7);
 * ```
 */
export function polynomialFamily(options: { degree: number }): Family {
  checkOptions("make the family", options, { degree: kinds.needed(kinds.number) });
  const { degree } = options;
  checkDegrees({ degree });
  const c = names("c", 0, degree);
  return family({
    title: `polynomial of degree ${degree}`,
    start: Object.fromEntries(c.map((name) => [name, 0])),
    expression: ex.polynomial("x", c),
  });
}
