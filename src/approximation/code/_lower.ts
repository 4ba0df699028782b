/**
 * Formulas in the operations that programming languages have.
 *
 * @module
 */

import { type Expression, expression as ex } from "../expression.ts";

/**
 * The formula without polynomials, sigmoids and gates: Horner's or Estrin's rule for the first,
 * 1/(1 + e^(−ku)) for the others, with constant factors drawn together, and x·(1/d) as x/d.
 *
 * @param e the formula
 * @param clamp the largest argument of exp that must not overflow, if the language minds
 * @returns an equal formula; parts that were one object are one object again
 */
export function lower(e: Expression, clamp?: number): Expression {
  const done = new Map<Expression, Expression>();
  const visit = (part: Expression): Expression => {
    const known = done.get(part);
    if (known) return known;
    const result = rewritten(part);
    done.set(part, result);
    return result;
  };
  const rewritten = (part: Expression): Expression => {
    switch (part.kind) {
      case "number":
      case "name":
        return part;
      case "polynomial": {
        const of = visit(part.of);
        const coefficients = part.coefficients.map(visit);
        return part.scheme ? estrin(coefficients, of) : horner(coefficients, of);
      }
      case "piecewise":
        return { ...part, of: visit(part.of), pieces: part.pieces.map(visit) };
      case "table":
        return { ...part, of: visit(part.of) };
      case "call": {
        const of = part.arguments.map(visit);
        const factor = part.name === "gate" ? -2 : part.name === "sigmoid" ? -1 : undefined;
        if (!factor) return { kind: "call", name: part.name, arguments: of };
        const power = times(factor, of[0]);
        return ex.divide(1, ex.add(1, ex.exp(clamp ? ex.min(power, clamp) : power)));
      }
      case "multiply": {
        const [left, right] = [visit(part.left), visit(part.right)];
        return right.kind === "divide" && right.left.kind === "number" && right.left.value === 1
          ? ex.divide(left, right.right)
          : ex.multiply(left, right);
      }
      default:
        return ex[part.kind](visit(part.left), visit(part.right));
    }
  };
  return visit(e);
}

/** (… (cₙu + cₙ₋₁)u + …)u + c₀. */
const horner = (coefficients: readonly Expression[], of: Expression) =>
  coefficients.reduceRight((sum, c) => ex.add(ex.multiply(sum, of), c));

/** Neighbours by u, pairs of these by u², and so on. */
function estrin(coefficients: readonly Expression[], of: Expression): Expression {
  if (coefficients.length === 1) return coefficients[0];
  const pairs = coefficients.flatMap((c, k) => {
    if (k % 2 === 1) return [];
    const next = coefficients[k + 1];
    return [next ? ex.add(ex.multiply(next, of), c) : c];
  });
  return pairs.length === 1 ? pairs[0] : estrin(pairs, ex.multiply(of, of));
}

/** factor·e, with the factor multiplied into a constant that e has already. */
function times(factor: number, e: Expression): Expression {
  if (e.kind === "number") return { kind: "number", value: factor * e.value };
  if (e.kind === "multiply") {
    if (e.left.kind === "number") return ex.multiply(factor * e.left.value, e.right);
    if (e.left.kind === "multiply") return ex.multiply(times(factor, e.left), e.right);
    if (e.left.kind === "name" && e.left.name !== "x") {
      return ex.multiply(ex.multiply(factor, e.left), e.right);
    }
  }
  return ex.multiply(factor, e);
}
