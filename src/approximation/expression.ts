/**
 * Formulas as data: of one formula come its values, its derivatives, its cost, and its code in
 * several languages.
 *
 * @module
 */

/**
 * The functions a formula may call: `sigmoid(u)` is 1/(1 + e^(−u)), `gate(u)` is ½(1 + tanh u), that
 * is sigmoid(2u), `step(u)` is 1 for u > 0, else 0, `expm1(u)` is eᵘ − 1 and `log1p(u)` is ln(1 + u).
 */
export type CallName =
  | "exp"
  | "exp2"
  | "expm1"
  | "log1p"
  | "sqrt"
  | "floor"
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
  /** c₀ + c₁u + c₂u² + …, in code by Horner's rule, or by Estrin's, whose halves do not wait. */
  | {
    readonly kind: "polynomial";
    readonly of: Expression;
    readonly coefficients: readonly Expression[];
    readonly scheme?: "estrin";
  }
  /** The first piece where u lies below the first break, and so on; the last from the last break on. */
  | {
    readonly kind: "piecewise";
    readonly of: Expression;
    readonly breaks: readonly number[];
    readonly pieces: readonly Expression[];
  }
  /** The number at place ⌊u⌋ of a list, or at its first or last place. */
  | { readonly kind: "table"; readonly of: Expression; readonly values: readonly number[] }
  | {
    readonly kind: "call";
    readonly name: CallName;
    readonly arguments: readonly Expression[];
  };

/** What stands for a formula: a number is itself, a string is x or the name of a parameter. */
export type Operand = Expression | number | string;

const binary = (kind: "add" | "subtract" | "multiply" | "divide") => (l: Operand, r: Operand) =>
  simplified({ kind, left: toExpression(l), right: toExpression(r) });

const call = (name: CallName) => (...of: Operand[]): Expression => ({
  kind: "call",
  name,
  arguments: of.map(toExpression),
});

/**
 * Makes formulas: `expression.add("x", 1)` is x + 1. A string stands for x or a parameter.
 *
 * @example
 * ```ts
 * import { evaluateExpression, expression } from "@actbook/actbook/approximation";
 * import { assertEquals } from "@std/assert";
 *
 * const { multiply, polynomial } = expression;
 * const line = multiply("x", polynomial("x", [1, "a"])); // x(1 + ax)
 * assertEquals(evaluateExpression(line, { x: 2, a: 3 }), 14);
 * ```
 */
export const expression: {
  /** left + right */
  readonly add: (left: Operand, right: Operand) => Expression;
  /** left − right */
  readonly subtract: (left: Operand, right: Operand) => Expression;
  /** left · right */
  readonly multiply: (left: Operand, right: Operand) => Expression;
  /** left / right */
  readonly divide: (left: Operand, right: Operand) => Expression;
  /** c₀ + c₁u + c₂u² + … */
  readonly polynomial: (of: Operand, coefficients: readonly Operand[]) => Expression;
  /** The same by Estrin's scheme, which has one step more for each doubling of the degree. */
  readonly estrin: (of: Operand, coefficients: readonly Operand[]) => Expression;
  /** One formula below each break and one from the last on; breaks rise. */
  readonly piecewise: (
    of: Operand,
    breaks: readonly number[],
    pieces: readonly Operand[],
  ) => Expression;
  /** The value at place ⌊u⌋, kept inside the list. */
  readonly table: (of: Operand, values: readonly number[]) => Expression;
  /** eᵘ, 2ᵘ, tanh u, 1/(1 + e^(−u)), ½(1 + tanh u), |u|, the sign of u, 1 for u > 0 else 0 */
  readonly exp: (of: Operand) => Expression;
  readonly exp2: (of: Operand) => Expression;
  /** eᵘ − 1, ln(1 + u), √u, ⌊u⌋ */
  readonly expm1: (of: Operand) => Expression;
  readonly log1p: (of: Operand) => Expression;
  readonly sqrt: (of: Operand) => Expression;
  readonly floor: (of: Operand) => Expression;
  readonly tanh: (of: Operand) => Expression;
  readonly sigmoid: (of: Operand) => Expression;
  readonly gate: (of: Operand) => Expression;
  readonly abs: (of: Operand) => Expression;
  readonly sign: (of: Operand) => Expression;
  readonly step: (of: Operand) => Expression;
  /** The smaller and the larger of two */
  readonly min: (a: Operand, b: Operand) => Expression;
  readonly max: (a: Operand, b: Operand) => Expression;
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
  estrin: (of, coefficients) => ({
    kind: "polynomial",
    of: toExpression(of),
    coefficients: coefficients.map(toExpression),
    scheme: "estrin",
  }),
  piecewise: (of, breaks, pieces) => checkedPieces(toExpression(of), breaks, pieces),
  table: (of, values) => {
    if (values.length === 0) throw new RangeError("Cannot make a table as it must hold a number");
    return { kind: "table", of: toExpression(of), values };
  },
  exp: call("exp"),
  exp2: call("exp2"),
  expm1: call("expm1"),
  log1p: call("log1p"),
  sqrt: call("sqrt"),
  floor: call("floor"),
  tanh: call("tanh"),
  sigmoid: call("sigmoid"),
  gate: call("gate"),
  abs: call("abs"),
  sign: call("sign"),
  step: call("step"),
  min: call("min"),
  max: call("max"),
};

function toExpression(operand: Operand): Expression {
  if (typeof operand === "number") return { kind: "number", value: operand };
  return typeof operand === "string" ? { kind: "name", name: operand } : operand;
}

function checkedPieces(
  of: Expression,
  breaks: readonly number[],
  pieces: readonly Operand[],
): Expression {
  if (pieces.length !== breaks.length + 1) {
    throw new RangeError(
      `Cannot make pieces as there must be one formula more than breaks: ` +
        `current values are ${pieces.length} and ${breaks.length}`,
    );
  }
  if (!breaks.every((x, k) => Number.isFinite(x) && (k === 0 || x > breaks[k - 1]))) {
    throw new RangeError(
      `Cannot make pieces as breaks must be finite and rise: current value is ${breaks.join(", ")}`,
    );
  }
  return { kind: "piecewise", of, breaks, pieces: pieces.map(toExpression) };
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

/**
 * Whether the formula is the given number.
 *
 * @internal
 */
export function isNumber(e: Expression, value?: number): boolean {
  return e.kind === "number" && (value === undefined || e.value === value);
}

/**
 * The parts a formula is made of.
 *
 * @internal
 */
export function children(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case "number":
    case "name":
      return [];
    case "polynomial":
      return [e.of, ...e.coefficients];
    case "call":
      return e.arguments;
    case "piecewise":
      return [e.of, ...e.pieces];
    case "table":
      return [e.of];
    default:
      return [e.left, e.right];
  }
}

/**
 * Whether a product is a square.
 *
 * @internal
 */
export function isSquare(e: Expression): boolean {
  if (e.kind !== "multiply") return false;
  const { left, right } = e;
  return left === right ||
    (left.kind === "name" && right.kind === "name" && left.name === right.name);
}
