/**
 * What a formula costs to evaluate.
 *
 * @module
 */

import type { Cost } from "../calculus/cost.ts";
import { children, type Expression } from "./expression.ts";
import { lower } from "./code/_lower.ts";

/**
 * What one evaluation of a formula costs, as the exported code computes it: a product that goes into
 * one sum is fused with it, a part that occurs twice is computed once, what contains no x is computed
 * beforehand. Signs, absolute values, minima, maxima and the choice of a piece are free; of pieces the
 * dearest counts.
 *
 * @param e the formula
 * @returns the counts
 *
 * @example
 * ```ts
 * import { costOf, expression } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * const quadratic = expression.polynomial("x", ["a", "b", "c"]);
 * assertEquals(costOf(quadratic), { multiplyAdds: 2, exps: 0, divisions: 0 });
 * ```
 */
export function costOf(e: Expression): Cost {
  const lowered = lower(e);
  const costs = Array.from(
    { length: mostPieces(lowered) },
    (_, k) => costOfPath(onPiece(lowered, k)),
  );
  return costs.reduce((a, b) => sizeOf(b) > sizeOf(a) ? b : a);
}

/** The dearest piece is the one whose price counts. */
const sizeOf = ({ multiplyAdds, exps, divisions }: Cost) => multiplyAdds + 8 * exps + 6 * divisions;

function mostPieces(e: Expression): number {
  const pieces = [...countUses(e).keys()].map((part) =>
    part.kind === "piecewise" ? part.pieces.length : 1
  );
  return Math.max(...pieces);
}

/** The formula where each of its pieces is the one at that place, or the last. */
function onPiece(e: Expression, place: number): Expression {
  const done = new Map<Expression, Expression>();
  const visit = (part: Expression): Expression => {
    const known = done.get(part);
    if (known) return known;
    const found = rewritten(part);
    done.set(part, found);
    return found;
  };
  const rewritten = (part: Expression): Expression => {
    switch (part.kind) {
      case "piecewise":
        return visit(part.pieces[Math.min(place, part.pieces.length - 1)]);
      case "call":
        return { ...part, arguments: part.arguments.map(visit) };
      case "table":
        return { ...part, of: visit(part.of) };
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
        return { ...part, left: visit(part.left), right: visit(part.right) };
      default:
        return part;
    }
  };
  return visit(e);
}

function costOfPath(e: Expression): Cost {
  const uses = countUses(e);
  const cost = { multiplyAdds: 0, exps: 0, divisions: 0 };
  let lookups = 0;
  const fused = new Set<Expression>();
  for (const part of [...uses.keys()].reverse()) { // a sum comes before its products
    if (isConstant(part)) continue;
    switch (part.kind) {
      case "add":
      case "subtract": {
        cost.multiplyAdds++;
        const product = [part.left, part.right].find((p) => isProduct(p) && uses.get(p) === 1);
        if (product) fused.add(product); // a·b + c is one operation
        break;
      }
      case "multiply":
        if (!fused.has(part) && !isSign(part)) cost.multiplyAdds++;
        break;
      case "divide":
        cost.divisions++;
        break;
      case "table":
        lookups++;
        break;
      case "call":
        if (["exp", "exp2", "expm1", "log1p", "tanh"].includes(part.name)) cost.exps++;
        if (part.name === "sqrt") cost.divisions++;
    }
  }
  return lookups > 0 ? { ...cost, lookups } : cost;
}

/** How often each part is used, inner parts first. */
function countUses(e: Expression): Map<Expression, number> {
  const uses = new Map<Expression, number>();
  const order = new Map<Expression, number>();
  const visit = (part: Expression): void => {
    uses.set(part, (uses.get(part) ?? 0) + 1);
    if (uses.get(part)! > 1) return;
    children(part).forEach(visit);
    order.set(part, 0);
  };
  visit(e);
  return new Map([...order.keys()].map((part) => [part, uses.get(part)!]));
}

/** Whether a formula has no x in it. */
function isConstant(e: Expression): boolean {
  if (e.kind === "name") return e.name !== "x";
  return children(e).every(isConstant);
}

const isProduct = (e: Expression) => e.kind === "multiply" && !isConstant(e) && !isSign(e);

/** Whether a product only changes a sign. */
const isSign = (e: Extract<Expression, { left: Expression }>) =>
  [e.left, e.right].some((p) =>
    (p.kind === "call" && p.name === "sign") || (p.kind === "number" && Math.abs(p.value) === 1)
  );
