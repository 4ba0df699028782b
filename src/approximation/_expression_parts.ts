/**
 * What formulas are made of.
 *
 * @module
 */

import type { Expression } from "./expression.ts";

/** Whether the formula is the given number. */
export function isNumber(e: Expression, value?: number): boolean {
  return e.kind === "number" && (value === undefined || e.value === value);
}

/** The parts a formula is made of. */
export function children(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case "number":
    case "name":
      return [];
    case "polynomial":
      return [e.of, ...e.coefficients];
    case "call":
      return e.arguments;
    default:
      return [e.left, e.right];
  }
}

/** Whether a product is a square. */
export function isSquare(e: Expression): boolean {
  if (e.kind !== "multiply") return false;
  const { left, right } = e;
  return left === right ||
    (left.kind === "name" && right.kind === "name" && left.name === right.name);
}
