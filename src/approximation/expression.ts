/**
 * Formulas as data: of one formula come its values, its derivatives, its cost, and its code in
 * several languages.
 *
 * @module
 */

/**
 * The functions a formula may call: `sigmoid(u)` is 1/(1 + e^(−u)), `gate(u)` is ½(1 + tanh u), that
 * is sigmoid(2u), and `step(u)` is 1 for u > 0, else 0.
 */
export type CallName =
  | "exp"
  | "exp2"
  | "tanh"
  | "sigmoid"
  | "gate"
  | "abs"
  | "sign"
  | "step"
  | "min"
  | "max";

/** A formula in x and named parameters. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | {
    readonly kind: "add" | "subtract" | "multiply" | "divide";
    readonly left: Expression;
    readonly right: Expression;
  }
  /** c₀ + c₁u + c₂u² + …, evaluated by Horner's rule. */
  | {
    readonly kind: "polynomial";
    readonly of: Expression;
    readonly coefficients: readonly Expression[];
  }
  | {
    readonly kind: "call";
    readonly name: CallName;
    readonly arguments: readonly Expression[];
  };

/** What stands for a formula: a number is itself, a string is x or the name of a parameter. */
export type Formula = Expression | number | string;

const binary = (kind: "add" | "subtract" | "multiply" | "divide") => (l: Formula, r: Formula) =>
  simplified({ kind, left: toExpression(l), right: toExpression(r) });

const call = (name: CallName) => (...of: Formula[]): Expression => ({
  kind: "call",
  name,
  arguments: of.map(toExpression),
});

/**
 * Makes formulas: `expression.add("x", 1)` is x + 1. A string stands for x or a parameter.
 *
 * @example
 * ```ts
 * import { evaluateExpression, expression } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const { multiply, polynomial } = expression;
 * const line = multiply("x", polynomial("x", [1, "a"])); // x(1 + ax)
 * assertEquals(evaluateExpression(line, { x: 2, a: 3 }), 14);
 * ```
 */
export const expression: {
  /** left + right */
  readonly add: (left: Formula, right: Formula) => Expression;
  /** left − right */
  readonly subtract: (left: Formula, right: Formula) => Expression;
  /** left · right */
  readonly multiply: (left: Formula, right: Formula) => Expression;
  /** left / right */
  readonly divide: (left: Formula, right: Formula) => Expression;
  /** c₀ + c₁u + c₂u² + … */
  readonly polynomial: (of: Formula, coefficients: readonly Formula[]) => Expression;
  /** eᵘ, 2ᵘ, tanh u, 1/(1 + e^(−u)), ½(1 + tanh u), |u|, the sign of u, 1 for u > 0 else 0 */
  readonly exp: (of: Formula) => Expression;
  readonly exp2: (of: Formula) => Expression;
  readonly tanh: (of: Formula) => Expression;
  readonly sigmoid: (of: Formula) => Expression;
  readonly gate: (of: Formula) => Expression;
  readonly abs: (of: Formula) => Expression;
  readonly sign: (of: Formula) => Expression;
  readonly step: (of: Formula) => Expression;
  /** The smaller and the larger of two */
  readonly min: (a: Formula, b: Formula) => Expression;
  readonly max: (a: Formula, b: Formula) => Expression;
} = {
  add: binary("add"),
  subtract: binary("subtract"),
  multiply: binary("multiply"),
  divide: binary("divide"),
  polynomial: (of, coefficients) => ({
    kind: "polynomial",
    of: toExpression(of),
    coefficients: coefficients.map(toExpression),
  }),
  exp: call("exp"),
  exp2: call("exp2"),
  tanh: call("tanh"),
  sigmoid: call("sigmoid"),
  gate: call("gate"),
  abs: call("abs"),
  sign: call("sign"),
  step: call("step"),
  min: call("min"),
  max: call("max"),
};

/** A number or a name as a formula. */
export function toExpression(formula: Formula): Expression {
  if (typeof formula === "number") return { kind: "number", value: formula };
  return typeof formula === "string" ? { kind: "name", name: formula } : formula;
}

/** Whether the formula is the given number. */
export function isNumber(formula: Expression, value?: number): boolean {
  return formula.kind === "number" && (value === undefined || formula.value === value);
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

/** Without the sums with 0 and products with 0 and 1 that differentiation leaves behind. */
function simplified(e: Extract<Expression, { left: Expression }>): Expression {
  const { kind, left, right } = e;
  switch (kind) {
    case "add":
      return isNumber(left, 0) ? right : isNumber(right, 0) ? left : e;
    case "subtract":
      return isNumber(right, 0) ? left : e;
    case "multiply":
      if (isNumber(left, 0) || isNumber(right, 1)) return left;
      return isNumber(right, 0) || isNumber(left, 1) ? right : e;
    case "divide":
      return isNumber(left, 0) || isNumber(right, 1) ? left : e;
  }
}
