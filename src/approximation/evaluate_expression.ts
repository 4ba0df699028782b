/**
 * The values of formulas.
 *
 * @module
 */

import { exp } from "../special/exp.ts";
import { exp2 } from "./_exp2.ts";
import { tanh } from "../special/hyperbolic.ts";
import { expm1 } from "../special/exp.ts";
import { log1p } from "../special/log.ts";
import type { CallName, Expression } from "./expression.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";

const sigmoid = (u: number) => 1 / (1 + exp(-u));

const functions: Record<CallName, (a: number, b: number) => number> = {
  exp,
  exp2,
  expm1,
  log1p,
  sqrt: Math.sqrt,
  floor: Math.floor,
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
      if (e.scheme) return (x, p) => estrin(coefficients.map((c) => c(x, p)), of(x, p));
      return (x, p) => {
        const u = of(x, p);
        let sum = 0;
        for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * u + coefficients[k](x, p);
        return sum;
      };
    }
    case "piecewise": {
      const of = compileExpression(e.of);
      const pieces = e.pieces.map(compileExpression);
      return (x, p) => {
        const u = of(x, p);
        return u === u ? pieces[placeAmong(e.breaks, u)](x, p) : NaN;
      };
    }
    case "table": {
      const of = compileExpression(e.of);
      return (x, p) => {
        const u = of(x, p);
        return u === u ? e.values[placeIn(e.values.length, u)] : NaN;
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

/** Neighbours by u, pairs of these by u², and so on, as the code has it. */
function estrin(coefficients: readonly number[], u: number): number {
  if (coefficients.length === 1) return coefficients[0];
  const pairs: number[] = [];
  for (let k = 0; k < coefficients.length; k += 2) {
    const last = k + 1 === coefficients.length;
    pairs.push(last ? coefficients[k] : coefficients[k + 1] * u + coefficients[k]);
  }
  return pairs.length === 1 ? pairs[0] : estrin(pairs, u * u);
}

/**
 * Which piece holds at u: the first below the first break, the last from the last on.
 *
 * @internal
 */
export function placeAmong(breaks: readonly number[], u: number): number {
  let k = 0;
  while (k < breaks.length && !(u < breaks[k])) k++;
  return k;
}

/**
 * The place in a list of so many that u points to; the first for NaN.
 *
 * @internal
 */
export function placeIn(count: number, u: number): number {
  return u > 0 ? Math.min(count - 1, Math.floor(u)) : 0;
}
