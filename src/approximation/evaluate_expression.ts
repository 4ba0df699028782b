/**
 * The values of formulas.
 *
 * @module
 */

import { exp } from "../special/exp.ts";
import { exp2 } from "./_exp2.ts";
import { tanh } from "../special/hyperbolic.ts";
import type { CallName, Expression } from "./expression.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";

const sigmoid = (u: number) => 1 / (1 + exp(-u));

const functions: Record<CallName, (a: number, b: number) => number> = {
  exp,
  exp2,
  tanh,
  sigmoid,
  gate: (u) => sigmoid(2 * u),
  abs: Math.abs,
  sign: Math.sign,
  step: (u) => u > 0 ? 1 : 0,
  min: Math.min,
  max: Math.max,
};

/**
 * The value of a formula. To evaluate it often, take {@linkcode compileExpression}.
 *
 * @param e the formula
 * @param bindings a number for each name in it
 * @returns its value; NaN where a name has no number
 *
 * @example
 * ```ts
 * import { evaluateExpression, expression } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(evaluateExpression(expression.gate("x"), { x: 0 }), 0.5);
 * ```
 */
export function evaluateExpression(e: Expression, bindings: NamedNumbers): number {
  return compileExpression(e)(bindings.x, bindings);
}

/**
 * A formula as a function of x and its parameters.
 *
 * @param e the formula
 * @returns the function; NaN where a name has no number
 *
 * @example
 * ```ts
 * import { compileExpression, expression } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * const f = compileExpression(expression.multiply("a", "x"));
 * assertEquals(f(2, { a: 3 }), 6);
 * ```
 */
export function compileExpression(e: Expression): (x: number, p: NamedNumbers) => number {
  switch (e.kind) {
    case "number":
      return () => e.value;
    case "name":
      return e.name === "x" ? (x) => x : (_, p) => p[e.name];
    case "polynomial": {
      const of = compileExpression(e.of);
      const coefficients = e.coefficients.map(compileExpression);
      return (x, p) => {
        const u = of(x, p);
        let sum = 0;
        for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * u + coefficients[k](x, p);
        return sum;
      };
    }
    case "call": {
      const f = functions[e.name];
      const [a, b] = e.arguments.map(compileExpression);
      return b ? (x, p) => f(a(x, p), b(x, p)) : (x, p) => f(a(x, p), 0);
    }
  }
  const [left, right] = [compileExpression(e.left), compileExpression(e.right)];
  switch (e.kind) {
    case "add":
      return (x, p) => left(x, p) + right(x, p);
    case "subtract":
      return (x, p) => left(x, p) - right(x, p);
    case "multiply":
      return (x, p) => left(x, p) * right(x, p);
    case "divide":
      return (x, p) => left(x, p) / right(x, p);
  }
}
