/**
 * The derivatives of formulas, as formulas.
 *
 * @module
 */

import { type CallName, type Expression, expression as ex } from "./expression.ts";

const { add, subtract, multiply, divide } = ex;

/**
 * The derivative of a formula by one of its names.
 *
 * @param e the formula
 * @param name x or a parameter
 * @returns the derivative; at the kink of abs, min or max the middle of both sides, at a break of
 * pieces that of the piece to the right
 *
 * @example
 * ```ts
 * import {
 *   differentiateExpression,
 *   evaluateExpression,
 *   expression,
 * } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * const slope = differentiateExpression(expression.tanh("x"), "x");
 * assertEquals(evaluateExpression(slope, { x: 0 }), 1);
 * ```
 */
export function differentiateExpression(e: Expression, name: string): Expression {
  const d = (part: Expression) => differentiateExpression(part, name);
  const zero: Expression = { kind: "number", value: 0 };
  switch (e.kind) {
    case "number":
      return zero;
    case "name":
      return { kind: "number", value: e.name === name ? 1 : 0 };
    case "add":
      return add(d(e.left), d(e.right));
    case "subtract":
      return subtract(d(e.left), d(e.right));
    case "multiply":
      return add(multiply(d(e.left), e.right), multiply(e.left, d(e.right)));
    case "divide":
      // (a/b)′ = (a′ − (a/b)·b′)/b
      return divide(subtract(d(e.left), multiply(e, d(e.right))), e.right);
    case "polynomial": {
      const polynomial = e.scheme ? ex.estrin : ex.polynomial;
      const slopes = e.coefficients.map((c, k) => multiply(k, c)).slice(1);
      const inner = slopes.length > 0 ? multiply(polynomial(e.of, slopes), d(e.of)) : zero;
      const constants = e.coefficients.map(d);
      const outer = constants.every((c) => c.kind === "number" && c.value === 0)
        ? zero
        : polynomial(e.of, constants);
      return add(inner, outer);
    }
    case "piecewise":
      return ex.piecewise(e.of, e.breaks, e.pieces.map(d));
    case "table":
      return zero;
    case "call":
      return slopes[e.name](e, d(e.arguments[0]), d(e.arguments[1] ?? e.arguments[0]));
  }
}

type Call = Expression & { readonly kind: "call" };

/** The derivative of each function: of the call and the derivatives of its arguments. */
const slopes: Record<CallName, (e: Call, da: Expression, db: Expression) => Expression> = {
  exp: (e, da) => multiply(e, da),
  exp2: (e, da) => multiply(multiply(Math.LN2, e), da),
  expm1: (e, da) => multiply(ex.exp(e.arguments[0]), da),
  log1p: (e, da) => divide(da, add(1, e.arguments[0])),
  sqrt: (e, da) => divide(multiply(0.5, da), e),
  floor: () => ({ kind: "number", value: 0 }),
  tanh: (e, da) => multiply(multiply(subtract(1, e), add(1, e)), da),
  // σ′ = σ(1 − σ), and 1 − σ(u) = σ(−u) does not cancel
  sigmoid: (e, da) => multiply(multiply(e, ex.sigmoid(subtract(0, e.arguments[0]))), da),
  // g(u) = ½(1 + tanh u): g′ = 2g(1 − g) in the same way
  gate: (e, da) => {
    const mirrored = ex.gate(subtract(0, e.arguments[0]));
    return multiply(multiply(2, multiply(e, mirrored)), da);
  },
  abs: (e, da) => multiply(ex.sign(e.arguments[0]), da),
  sign: () => ({ kind: "number", value: 0 }),
  step: () => ({ kind: "number", value: 0 }),
  min: (e, da, db) => chosen(e, da, db, -0.5),
  max: (e, da, db) => chosen(e, da, db, 0.5),
};

/** ½(a′ + b′) ± ½ sign(a − b)·(a′ − b′): where a = b the middle of both slopes. */
function chosen({ arguments: [a, b] }: Call, da: Expression, db: Expression, half: number) {
  const side = multiply(half, ex.sign(subtract(a, b)));
  return add(multiply(0.5, add(da, db)), multiply(side, subtract(da, db)));
}
