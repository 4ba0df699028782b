import { placeAmong, placeIn } from "../evaluate_expression.ts";
import { children, type Expression } from "../expression.ts";

/** The operations of an arithmetic, each rounded once. */
export interface Operations {
  /** To the format, and 0 for what is flushed. */
  readonly round: (x: number) => number;
  readonly add: (a: number, b: number) => number;
  readonly multiply: (a: number, b: number) => number;
  readonly divide: (a: number, b: number) => number;
  readonly sqrt: (a: number) => number;
  readonly multiplyAdd: (a: number, b: number, c: number) => number;
  readonly exp: (u: number) => number;
  readonly exp2: (u: number) => number;
  readonly expm1: (u: number) => number;
  readonly log1p: (u: number) => number;
  readonly tanh: (u: number) => number;
}

/** What a double gives, rounded: right where it has more than twice the bits of the format. */
export const roundedOnce = (round: (x: number) => number) => ({
  round,
  add: (a: number, b: number) => round(a + b),
  multiply: (a: number, b: number) => round(a * b),
  divide: (a: number, b: number) => round(a / b),
  sqrt: (a: number) => round(Math.sqrt(a)),
});

/** The value of each part of a formula, in the order in which they are computed. */
type Step = (x: number, values: Float64Array) => number;

/**
 * A lowered formula without parameters as a function, each operation rounded: every part is computed
 * once, inner parts first, as the exported code computes them.
 */
export function compileRounded(
  e: Expression,
  operations: Operations,
  fma: boolean,
): (x: number) => number {
  const order = inOrder(e);
  const places = new Map(order.map((part, k) => [part, k]));
  const fused = fma ? fusedProducts(order) : new Map<Expression, Expression>();
  const steps = order.map((part) => step(part, places, operations, fused));
  const values = new Float64Array(order.length);
  const { round } = operations;
  return (x) => {
    const input = round(x);
    for (let k = 0; k < steps.length; k++) values[k] = steps[k](input, values);
    return values[values.length - 1];
  };
}

function inOrder(e: Expression): Expression[] {
  const order = new Set<Expression>();
  const visit = (part: Expression): void => {
    if (order.has(part)) return;
    children(part).forEach(visit);
    order.add(part);
  };
  visit(e);
  return [...order];
}

/**
 * Which product goes into which sum: one that is used in sums only goes into all of them. Of two
 * products in one sum the one that is computed first does, as compilers have it.
 */
function fusedProducts(order: readonly Expression[]): Map<Expression, Expression> {
  const sums = order.filter(({ kind }) => kind === "add" || kind === "subtract");
  const taken = new Map<Expression, Expression>();
  for (const part of order) {
    if (part.kind !== "multiply" || isNegation(part)) continue;
    const users = order.filter((user) => children(user).includes(part));
    const fits = users.every((user) => {
      if (!sums.includes(user) || taken.has(user)) return false;
      const [left, right] = children(user);
      return left !== right;
    });
    if (users.length > 0 && fits) users.forEach((user) => taken.set(user, part));
  }
  return taken;
}

const isNegation = (e: Extract<Expression, { left: Expression }>) =>
  e.left.kind === "number" && e.left.value === -1;

function step(
  e: Expression,
  places: ReadonlyMap<Expression, number>,
  operations: Operations,
  fused: ReadonlyMap<Expression, Expression>,
): Step {
  const { round } = operations;
  switch (e.kind) {
    case "number": {
      const value = round(e.value);
      return () => value;
    }
    case "name":
      if (e.name !== "x") throw new TypeError(`Cannot compute as ${e.name} must have a number`);
      return (x) => x;
    case "polynomial":
      throw new TypeError("Cannot compute a polynomial as it must be lowered first");
    case "piecewise": {
      const [of, ...pieces] = [e.of, ...e.pieces].map((part) => places.get(part)!);
      const breaks = e.breaks.map(round);
      return (_, v) => v[pieces[placeAmong(breaks, v[of])]];
    }
    case "table": {
      const of = places.get(e.of)!;
      const values = e.values.map(round);
      return (_, v) => values[placeIn(values.length, v[of])];
    }
    case "call":
      return call(e, places, operations);
  }
  const [i, j] = [places.get(e.left)!, places.get(e.right)!];
  const product = fused.get(e);
  if (product?.kind === "multiply") {
    const [a, b] = [places.get(product.left)!, places.get(product.right)!];
    const { multiplyAdd } = operations;
    if (e.kind === "add") {
      const rest = product === e.left ? j : i;
      return (_, v) => multiplyAdd(v[a], v[b], v[rest]);
    }
    return product === e.left
      ? (_, v) => multiplyAdd(v[a], v[b], -v[j])
      : (_, v) => multiplyAdd(-v[a], v[b], v[i]);
  }
  const { add, multiply, divide } = operations;
  switch (e.kind) {
    case "add":
      return (_, v) => add(v[i], v[j]);
    case "subtract":
      return (_, v) => add(v[i], -v[j]);
    case "multiply":
      return (_, v) => multiply(v[i], v[j]);
    case "divide":
      return (_, v) => divide(v[i], v[j]);
  }
}

function call(
  e: Extract<Expression, { kind: "call" }>,
  places: ReadonlyMap<Expression, number>,
  operations: Operations,
): Step {
  const [i, j] = e.arguments.map((part) => places.get(part)!);
  switch (e.name) {
    case "exp":
    case "exp2":
    case "expm1":
    case "log1p":
    case "tanh": {
      const f = operations[e.name];
      return (_, v) => f(v[i]);
    }
    case "sqrt": {
      const { sqrt } = operations;
      return (_, v) => sqrt(v[i]);
    }
    case "floor":
      return (_, v) => Math.floor(v[i]);
    case "abs":
      return (_, v) => Math.abs(v[i]);
    case "sign":
      // As a difference of two comparisons, which loses NaN and the sign of a zero.
      return (_, v) => v[i] > 0 ? 1 : v[i] < 0 ? -1 : 0;
    case "step":
      return (_, v) => v[i] > 0 ? 1 : 0;
    // As fmin and fmax of C: of a number and NaN the number.
    case "min":
      return (_, v) => v[i] !== v[i] ? v[j] : v[j] !== v[j] ? v[i] : Math.min(v[i], v[j]);
    case "max":
      return (_, v) => v[i] !== v[i] ? v[j] : v[j] !== v[j] ? v[i] : Math.max(v[i], v[j]);
    default:
      throw new TypeError(`Cannot compute ${e.name} as it must be lowered first`);
  }
}
