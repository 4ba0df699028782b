/**
 * LaTeX of formulas, some parts of which may have names.
 *
 * @module
 */

import { type CallName, type Expression, isSquare } from "../expression.ts";

/**
 * A formula in LaTeX.
 *
 * @param e the formula
 * @param names names of the parts that have one; e itself is spelt out
 * @param digits how many digits numbers have, all if not given
 */
export function texWith(
  e: Expression,
  names: ReadonlyMap<Expression, string>,
  digits?: number,
): string {
  const tex = (part: Expression): string => {
    const name = names.get(part);
    if (name && part !== e) return name;
    switch (part.kind) {
      case "number":
        return texOfNumber(part.value, digits);
      case "name":
        return part.name.replace(/^([a-z]+)(\d+)$/i, "$1_{$2}");
      case "add":
        return joined(tex(part.left), tex(part.right));
      case "subtract":
        return isZero(part.left)
          ? `-${factor(part.right)}`
          : `${tex(part.left)}-${isSum(part.right) ? bracket(tex(part.right)) : tex(part.right)}`;
      case "multiply":
        return isSquare(part)
          ? `${power(part.left)}^{2}`
          : beside(factor(part.left), factor(part.right));
      case "divide":
        return `\\frac{${tex(part.left)}}{${tex(part.right)}}`;
      case "polynomial":
        return part.coefficients
          .flatMap((c, k) => isZero(c) ? [] : [term(c, part.of, k)])
          .reduce(joined);
      case "piecewise": {
        const of = tex(part.of);
        const rows = part.pieces.map((piece, k) =>
          `${tex(piece)}&${
            k < part.breaks.length
              ? `${of}<${texOfNumber(part.breaks[k], digits)}`
              : "\\text{otherwise}"
          }`
        );
        return `\\begin{cases}${rows.join("\\\\")}\\end{cases}`;
      }
      case "table":
        throw new TypeError("Cannot write a table as a formula in LaTeX: it is a list of numbers");
      case "call":
        return calls[part.name](tex(part.arguments[0]), part.arguments.map(tex).join(","));
    }
  };
  const factor = (part: Expression) =>
    isSum(part) && !names.has(part) ? bracket(tex(part)) : tex(part);
  const power = (part: Expression) =>
    names.has(part) || part.kind === "name" || (part.kind === "call" && part.name === "abs")
      ? tex(part)
      : bracket(tex(part));
  const term = (c: Expression, of: Expression, k: number): string => {
    if (k === 0) return tex(c);
    const [base, exponent] = of.kind === "multiply" && isSquare(of) && !names.has(of)
      ? [of.left, 2 * k] // (x²)ᵏ is x²ᵏ
      : [of, k];
    const variable = exponent === 1 ? factor(base) : `${power(base)}^{${exponent}}`;
    return c.kind === "number" && c.value === 1 ? variable : beside(factor(c), variable);
  };
  return tex(e);
}

const bracket = (tex: string) => `\\left(${tex}\\right)`;
const isSum = (e: Expression) =>
  e.kind === "add" || e.kind === "subtract" ||
  (e.kind === "polynomial" && e.coefficients.length > 1);
const isZero = (e: Expression) => e.kind === "number" && e.value === 0;

/** A sum, without +− in it. */
const joined = (left: string, right: string) =>
  right.startsWith("-") ? left + right : `${left}+${right}`;

/** A product, with a dot where two numbers would run together. */
const beside = (left: string, right: string) =>
  /\d\}?$/.test(left) && /^[-\d]/.test(right) ? `${left}\\cdot ${right}` : left + right;

const calls: Record<CallName, (a: string, all: string) => string> = {
  exp: (a) => `e^{${a}}`,
  exp2: (a) => `2^{${a}}`,
  expm1: (a) => `\\left(e^{${a}}-1\\right)`,
  log1p: (a) => `\\ln\\left(1+${a}\\right)`,
  sqrt: (a) => `\\sqrt{${a}}`,
  floor: (a) => `\\left\\lfloor ${a}\\right\\rfloor`,
  tanh: (a) => `\\tanh\\left(${a}\\right)`,
  sigmoid: (a) => `\\sigma\\left(${a}\\right)`,
  gate: (a) => `\\tfrac{1}{2}\\left(1+\\tanh\\left(${a}\\right)\\right)`,
  abs: (a) => `\\left|${a}\\right|`,
  sign: (a) => `\\operatorname{sgn}\\left(${a}\\right)`,
  step: (a) => `\\left[${a}>0\\right]`,
  min: (_, all) => `\\min\\left(${all}\\right)`,
  max: (_, all) => `\\max\\left(${all}\\right)`,
};

/** `4.4\times10^{-4}` */
function texOfNumber(value: number, digits?: number): string {
  const text = String(digits === undefined ? value : Number(value.toPrecision(digits)));
  const [significand, exponent] = text.split("e");
  return exponent === undefined ? significand : `${significand}\\times10^{${Number(exponent)}}`;
}
