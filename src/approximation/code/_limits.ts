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

/** What is computed in: how it rounds, its largest number, its bits. */
export interface Range {
  readonly operations: Operations;
  readonly largest: number;
  readonly precision: number;
  /** The smallest number above 0. */
  readonly smallest: number;
}

/** The range of a format of code. */
export const rangeOf = (format: CodeFormat): Range => ({
  operations: operationsIn(format),
  largest: format === "float32" ? 3.4028234663852886e38 : Number.MAX_VALUE,
  precision: format === "float32" ? 24 : 53,
  smallest: format === "float32" ? 2 ** -149 : Number.MIN_VALUE,
});

/**
 * Computes the code's formula at special inputs in its format and compares it with the limits of the
 * function. There is a guard only where one is needed.
 *
 * @param lowered the formula as the code has it
 * @param f what it should be: the target, or the function itself with its limits
 * @param range what is computed in
 */
export function guardFor(
  lowered: Expression,
  f: (x: number) => number,
  { operations, largest, precision, smallest }: Range,
): Guard {
  const computed = compileRounded(lowered, operations, false);
  const tolerance = Math.max(1e-5, 2 ** (2 - precision));
  const nan = !Number.isNaN(computed(NaN));
  const special = [1e2, 1e3, 1e4, 1e12, 1e30, largest, Infinity]
    .filter((x) => x <= largest || x === Infinity).flatMap((x) => [-x, x]);
  if (special.every((x) => near(computed(x), f(x), tolerance))) return { nan };
  const [left, right] = [findAsymptote(f, -1), findAsymptote(f, 1)];
  if (!left || !right) return { nan };
  const settled = (x: number, { slope, intercept }: Line) => {
    const line = slope * x + intercept;
    return Math.abs(f(x) - line) <= 2 ** (-1 - precision) * Math.abs(line) ||
      (line === 0 && Math.abs(f(x)) <= smallest / 2);
  };
  let beyond = 8;
  while (beyond < 2 ** 20 && !(settled(-beyond, left) && settled(beyond, right))) beyond *= 2;
  return { nan, limits: { beyond, left, right } };
}

function near(a: number, b: number, tolerance: number): boolean {
  if (!Number.isFinite(b)) return Object.is(a, b);
  return Math.abs(a - b) <= tolerance * Math.abs(b) + 1e-30;
}

/** The formula's value where it holds, else the limits. */
export function guarded(f: (x: number) => number, { limits, nan }: Guard): (x: number) => number {
  if (!limits && !nan) return f;
  const { beyond, left, right } = limits ?? { beyond: Infinity, left: null, right: null };
  const on = (line: Line | null, x: number) =>
    line!.slope === 0 ? line!.intercept : line!.slope * x + line!.intercept;
  return (x) => x > beyond ? on(right, x) : x < -beyond ? on(left, x) : x === x ? f(x) : x;
}
