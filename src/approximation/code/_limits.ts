import type { Line } from "../../activations/activation.ts";
import { findAsymptote } from "../../calculus/find_asymptote.ts";
import type { Expression } from "../expression.ts";
import { compileRounded, type Operations } from "./_compile_rounded.ts";
import type { CodeFormat } from "./languages/_language.ts";

/** Where code must not use the formula, as terms of it overflow, and what holds instead. */
export interface Limits {
  /** Beyond this magnitude the lines hold. */
  readonly beyond: number;
  readonly left: Line;
  readonly right: Line;
}

/** What there is to say of special inputs: nothing, if the formula is right at all of them. */
export interface Guard {
  readonly limits?: Limits;
  /** True if NaN must be passed on apart, as a minimum or maximum drops it. */
  readonly nan: boolean;
}

/** The operations of a format, as the code has them. */
export function operationsIn(format: CodeFormat): Operations {
  const round = format === "float32" ? Math.fround : (x: number) => x;
  return {
    round,
    multiplyAdd: (a, b, c) => round(round(a * b) + c),
    exp: (u) => round(Math.exp(u)),
    exp2: (u) => round(2 ** u),
    tanh: (u) => round(Math.tanh(u)),
  };
}

/**
 * Computes the code's formula at special inputs in its format and compares it with the limits of the
 * function. There is a guard only where one is needed.
 *
 * @param lowered the formula as the code has it
 * @param f the function, with its limits
 * @param format of the code
 */
export function guardFor(
  lowered: Expression,
  f: (x: number) => number,
  format: CodeFormat,
): Guard {
  const computed = compileRounded(lowered, operationsIn(format), false);
  const largest = format === "float32" ? 3.4028234663852886e38 : Number.MAX_VALUE;
  const nan = !Number.isNaN(computed(NaN));
  const special = [1e4, 1e12, 1e30, largest, Infinity].flatMap((x) => [-x, x]);
  if (special.every((x) => near(computed(x), f(x)))) return { nan };
  const [left, right] = [findAsymptote(f, -1), findAsymptote(f, 1)];
  if (!left || !right) return { nan };
  const precision = format === "float32" ? 2 ** -25 : 2 ** -54;
  const settled = (x: number, { slope, intercept }: Line) => {
    const line = slope * x + intercept;
    return Math.abs(f(x) - line) <= precision * Math.max(Math.abs(line), 1e-300) ||
      (line === 0 && Math.abs(f(x)) < (format === "float32" ? 1e-38 : 1e-300));
  };
  let beyond = 8;
  while (beyond < 2 ** 20 && !(settled(-beyond, left) && settled(beyond, right))) beyond *= 2;
  return { nan, limits: { beyond, left, right } };
}

function near(a: number, b: number): boolean {
  if (!Number.isFinite(b)) return Object.is(a, b);
  return Math.abs(a - b) <= 1e-5 * Math.abs(b) + 1e-30;
}
