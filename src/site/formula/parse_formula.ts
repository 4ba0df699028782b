/**
 * Formulas as people type them: read by jsep, and let through only if every part is known.
 *
 * @module
 */

import jsep from "npm:jsep@1.6.0";
import { functions } from "./functions.ts";

// deno-lint-ignore no-explicit-any -- jsep types each node as any record
type Node = any;

jsep.addBinaryOp("^", 11, true);
// To jsep a sign binds most tightly; to whoever writes −x² it does not.
jsep.hooks.add("gobble-token", function (this: Node, found: Node) {
  if (this.code !== "-".charCodeAt(0)) return;
  this.index++;
  found.node = { type: "UnaryExpression", operator: "-", prefix: true, argument: power(this) };
});

function power(reader: Node): Node {
  const left = reader.gobbleToken();
  reader.gobbleSpaces();
  if (!left || reader.char !== "^") return left;
  reader.index++;
  return { type: "BinaryExpression", operator: "^", left, right: power(reader) };
}

/** A formula in x, numbers and named parameters. */
export type Formula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "minus"; readonly of: Formula }
  | { readonly kind: "call"; readonly name: string; readonly of: readonly Formula[] }
  | {
    readonly kind: "binary";
    readonly sign: BinarySign;
    readonly left: Formula;
    readonly right: Formula;
  }
  | { readonly kind: "choice"; readonly test: Test; readonly yes: Formula; readonly no: Formula };

/** A comparison, which chooses between two formulas. */
export interface Test {
  readonly sign: TestSign;
  readonly left: Formula;
  readonly right: Formula;
}

const binarySigns = ["+", "-", "*", "/", "^"] as const;
const testSigns = ["<", "<=", ">", ">="] as const;

type BinarySign = typeof binarySigns[number];
type TestSign = typeof testSigns[number];

const constants: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };

/** More than anybody types, and few enough to walk through. */
const longest = 500;

/** What jsep can read and formulas have no use for, in words. */
const useless: Readonly<Record<string, string>> = {
  MemberExpression: "a dot or a bracket",
  ArrayExpression: "a bracket",
  ThisExpression: "this",
};

/**
 * Reads a formula such as `x / (1 + exp(-1.702 * x))` or `x <= 0 ? alpha * (exp(x) - 1) : x`.
 *
 * @param text the formula
 * @param parameters the names it may have besides x
 * @returns the formula as data
 * @throws SyntaxError if it cannot be read, or has a name or a sign that is not known
 */
export function parseFormula(text: string, parameters: readonly string[] = []): Formula {
  if (text.trim() === "") {
    throw new SyntaxError("Cannot read the formula as nothing is typed: try x / (1 + exp(-x))");
  }
  if (text.length > longest) {
    throw new SyntaxError(
      `Cannot read the formula as it must have at most ${longest} characters: ` +
        `current number is ${text.length}`,
    );
  }
  let tree: jsep.Expression;
  try {
    tree = jsep(text);
  } catch (error) {
    throw new SyntaxError(`Cannot read the formula: ${(error as Error).message}`);
  }
  return checked(tree, ["x", ...parameters]);
}

function checked(node: Node, names: readonly string[]): Formula {
  const inner = (part: Node) => checked(part, names);
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "number") return { kind: "number", value: node.value };
      break;
    case "Identifier":
      return named(node.name, names);
    case "UnaryExpression":
      if (!node.argument) break;
      if (node.operator === "-") return { kind: "minus", of: inner(node.argument) };
      if (node.operator === "+") return inner(node.argument);
      break;
    case "BinaryExpression": {
      const sign = binarySigns.find((each) => each === node.operator);
      if (!sign) break;
      return { kind: "binary", sign, left: inner(node.left), right: inner(node.right) };
    }
    case "Compound":
      throw new SyntaxError(
        `Cannot read the formula as it must be one: current number is ${node.body.length}, ` +
          "a sign such as * may be missing",
      );
    case "CallExpression":
      return called(node.callee.name, node.arguments.map(inner));
    case "ConditionalExpression": {
      const { test } = node;
      const sign = testSigns.find((each) => each === test.operator);
      if (!sign) throw new SyntaxError("Cannot read the formula as before ? must stand < or >");
      return {
        kind: "choice",
        test: { sign, left: inner(test.left), right: inner(test.right) },
        yes: inner(node.consequent),
        no: inner(node.alternate),
      };
    }
  }
  const found = node.operator ?? node.raw ?? useless[node.type] ?? "a part";
  throw new SyntaxError(`Cannot read the formula as ${found} has no meaning here`);
}

function named(name: string, names: readonly string[]): Formula {
  if (names.includes(name)) return { kind: "name", name };
  if (Object.hasOwn(constants, name)) return { kind: "number", value: constants[name] };
  const known = [...names, ...Object.keys(constants)].join(", ");
  throw new SyntaxError(`Cannot read the formula as ${name} is unknown: known are ${known}`);
}

function called(name: string | undefined, of: readonly Formula[]): Formula {
  if (name === undefined || !Object.hasOwn(functions, name)) {
    const known = Object.keys(functions).join(", ");
    throw new SyntaxError(
      name === undefined
        ? `Cannot read the formula as what is called must be a plain name: known are ${known}`
        : `Cannot read the formula as ${name} is no function: known are ${known}`,
    );
  }
  const { length } = functions[name];
  if (of.length === length) return { kind: "call", name, of };
  throw new SyntaxError(
    `Cannot read the formula as ${name} takes ${length} ${
      length === 1 ? "number" : "numbers"
    }: current number is ${of.length}`,
  );
}
