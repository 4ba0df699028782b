/**
 * What a formula costs to evaluate.
 *
 * @module
 */

import type { Expression } from "./expression.ts";
import { lower } from "./code/_lower.ts";

/** What one evaluation costs. */
export interface Cost {
  /** Additions, multiplications, and fused pairs of them, each counted once. */
  readonly multiplyAdds: number;
  /** Calls of exp, exp2 or tanh. */
  readonly exps: number;
  readonly divisions: number;
}

/**
 * What one evaluation of a formula costs, as the exported code computes it: a product that goes into
 * one sum is fused with it, a part that occurs twice is computed once, what contains no x is computed
 * beforehand. Signs, absolute values, minima and maxima are free.
 *
 * @param e the formula
 * @returns the counts
 *
 * @example
 * ```ts
 * import { costOf, expression } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const quadratic = expression.polynomial("x", ["a", "b", "c"]);
 * assertEquals(costOf(quadratic), { multiplyAdds: 2, exps: 0, divisions: 0 });
 * ```
 */
export function costOf(e: Expression): Cost {
  const cost = { multiplyAdds: 0, exps: 0, divisions: 0 };
  const seen = new Set<Expression>();
  const visit = (part: Expression): void => {
    if (seen.has(part) || isConstant(part)) return;
    seen.add(part);
    switch (part.kind) {
      case "add":
      case "subtract": {
        cost.multiplyAdds++;
        // a·b + c is one operation: the product itself is not counted
        const product = [part.left, part.right].find((p) => isProduct(p) && !seen.has(p));
        for (const p of [part.left, part.right]) {
          if (p === product && p.kind === "multiply") [p.left, p.right].forEach(visit);
          else visit(p);
        }
        return;
      }
      case "multiply":
        if (!isSign(part)) cost.multiplyAdds++;
        [part.left, part.right].forEach(visit);
        return;
      case "divide":
        cost.divisions++;
        [part.left, part.right].forEach(visit);
        return;
      case "call":
        if (["exp", "exp2", "tanh"].includes(part.name)) cost.exps++;
        part.arguments.forEach(visit);
    }
  };
  visit(lower(e));
  return cost;
}

/** Whether a formula has no x in it. */
function isConstant(e: Expression): boolean {
  switch (e.kind) {
    case "number":
      return true;
    case "name":
      return e.name !== "x";
    case "polynomial":
      return [e.of, ...e.coefficients].every(isConstant);
    case "call":
      return e.arguments.every(isConstant);
    default:
      return isConstant(e.left) && isConstant(e.right);
  }
}

const isProduct = (e: Expression) => e.kind === "multiply" && !isConstant(e);

/** Whether a product only changes a sign. */
const isSign = (e: Extract<Expression, { left: Expression }>) =>
  [e.left, e.right].some((p) =>
    (p.kind === "call" && p.name === "sign") || (p.kind === "number" && Math.abs(p.value) === 1)
  );
