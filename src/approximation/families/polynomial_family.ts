/**
 * Polynomials.
 *
 * @module
 */

import { expression as ex } from "../expression.ts";
import { type Family, family } from "../family.ts";
import { checkDegrees, names } from "./_degrees.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** Which polynomials. */
export interface PolynomialOptions {
  /** The highest power, at least 0. */
  readonly degree: number;
  /** Only even or only odd powers; all if not given. */
  readonly parity?: "even" | "odd";
  /** Coefficients that are not fitted, by name: `{ c0: 0 }`. */
  readonly fixed?: Readonly<Record<string, number>>;
}

const known: Known<PolynomialOptions> = {
  degree: kinds.needed(kinds.number),
  parity: kinds.oneOf("even", "odd"),
  fixed: kinds.object,
};

/**
 * c₀ + c₁x + … + cₙxⁿ, or its even or odd part, with some coefficients given. For minimax fits of whole
 * polynomials, {@linkcode remez} also proves the result.
 *
 * @param options the degree, the parity, and what is fixed
 * @returns the family, with those of the parameters c0, c1, … that are fitted
 * @throws RangeError if the degree is not an integer of at least 0, something is fixed that is no
 * coefficient, or nothing is left to fit
 *
 * @example
 * ```ts
 * import { polynomialFamily } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(polynomialFamily({ degree: 2 }).f(2, { c0: 1, c1: 1, c2: 1 }), 7);
 * const sine = polynomialFamily({ degree: 5, parity: "odd", fixed: { c1: 1 } });
 * assertEquals([sine.parameters, sine.f(2, { c3: -1, c5: 0.25 })], [["c3", "c5"], 2]);
 * ```
 */
export function polynomialFamily(options: PolynomialOptions): Family {
  checkOptions("make the family", options, known);
  const { degree, parity, fixed = {} } = options;
  checkDegrees({ degree });
  const first = parity === "odd" ? 1 : 0;
  const stride = parity ? 2 : 1;
  const all = names("c", 0, degree).filter((_, k) => k >= first && (k - first) % stride === 0);
  for (const name of Object.keys(fixed)) {
    if (all.includes(name)) continue;
    throw new RangeError(
      `Cannot make the family as ${name} must be one of its coefficients: they are ${
        all.join(", ")
      }`,
    );
  }
  const free = all.filter((name) => !Object.hasOwn(fixed, name));
  const coefficients = all.map((name) => fixed[name] ?? name);
  const even = ex.polynomial(parity ? ex.multiply("x", "x") : "x", coefficients);
  return family({
    title: `${parity ? `${parity} ` : ""}polynomial of degree ${degree}`,
    start: Object.fromEntries(free.map((name) => [name, 0])),
    expression: parity === "odd" ? ex.multiply("x", even) : even,
  });
}
