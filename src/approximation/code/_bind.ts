/**
 * Formulas with numbers in the place of their parameters.
 *
 * @module
 */

import { evaluateExpression } from "../evaluate_expression.ts";
import { children, type Expression, expression as ex } from "../expression.ts";
import type { NamedNumbers } from "../../calculus/named_numbers.ts";

/**
 * The formula with each parameter replaced by its number, and what has no x in it worked out.
 *
 * @param e the formula
 * @param values a number for each parameter
 * @returns the bound formula; parts that were one object are one object again
 */
export function bind(e: Expression, values: NamedNumbers): Expression {
  const done = new Map<Expression, Expression>();
  const visit = (part: Expression): Expression => {
    const known = done.get(part);
    if (known) return known;
    const result = folded(rewritten(part));
    done.set(part, result);
    return result;
  };
  const rewritten = (part: Expression): Expression => {
    switch (part.kind) {
      case "number":
        return part;
      case "name":
        return part.name in values ? { kind: "number", value: values[part.name] } : part;
      case "polynomial":
        return { ...part, of: visit(part.of), coefficients: part.coefficients.map(visit) };
      case "piecewise":
        return { ...part, of: visit(part.of), pieces: part.pieces.map(visit) };
      case "table":
        return { ...part, of: visit(part.of) };
      case "call":
        return { ...part, arguments: part.arguments.map(visit) };
      default:
        return ex[part.kind](visit(part.left), visit(part.right));
    }
  };
  return visit(e);
}

/** The number itself where nothing but numbers is left. */
function folded(e: Expression): Expression {
  const parts = children(e);
  if (parts.length === 0 || parts.some(({ kind }) => kind !== "number")) return e;
  return { kind: "number", value: evaluateExpression(e, {}) };
}
