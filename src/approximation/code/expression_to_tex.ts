/**
 * Formulas in LaTeX.
 *
 * @module
 */

import type { Expression } from "../expression.ts";
import { texWith } from "./_tex_with.ts";
import { checkOptions } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/**
 * A formula in LaTeX: polynomials by rising powers, `c1` as c₁.
 *
 * @param e the formula
 * @param options.digits how many digits numbers have, all if not given
 * @returns LaTeX for math mode
 *
 * @example
 * ```ts
 * import { exp2Tail } from "@actbook/actbook";
 * import { expressionToTex } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   expressionToTex(exp2Tail({ degree: 2 }).expression!),
 *   "\\max\\left(x,0\\right)-\\left|x\\right|2^{q_{0}+q_{1}\\left|x\\right|+q_{2}\\left|x\\right|^{2}}",
 * );
 * ```
 */
export function expressionToTex(e: Expression, options: { digits?: number } = {}): string {
  checkOptions("write a formula", options, { digits: kinds.number });
  return texWith(e, new Map(), options.digits);
}
