import type { Line } from "../../activations/activation.ts";
import { findAsymptote } from "../../calculus/find_asymptote.ts";
import { children, type Expression } from "../expression.ts";
import { compileRounded, type Operations, roundedOnce } from "./_compile_rounded.ts";
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
  /** True if a zero must be passed on apart, as the formula loses its sign. */
  readonly zero?: boolean;
}

/** The operations of a format, as the code has them. */
export function operationsIn(format: CodeFormat): Operations {
  const round = format === "float32" ? Math.fround : (x: number) => x;
  return {
    ...roundedOnce(round),
    multiplyAdd: (a, b, c) => round(round(a * b) + c),
    exp: (u) => round(Math.exp(u)),
    exp2: (u) => round(2 ** u),
    expm1: (u) => round(Math.expm1(u)),
    log1p: (u) => round(Math.log1p(u)),
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
  /** Whether a tangent may lose NaN. */
  readonly losesNaN?: boolean;
}

/** The range of a format of code. */
export const rangeOf = (format: CodeFormat, losesNaN?: boolean): Range => ({
  losesNaN,
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
  { operations, largest, precision, smallest, losesNaN = false }: Range,
): Guard {
  const computed = compileRounded(lowered, operations, false);
  const tolerance = Math.max(1e-5, 2 ** (2 - precision));
  const nan = (losesNaN && hasTangent(lowered)) || !Number.isNaN(computed(NaN));
  const zero = [0, -0].every((x) => Object.is(f(x), x)) && !Object.is(computed(-0), -0);
  const special = [1e2, 1e3, 1e4, 1e12, 1e30, largest, Infinity]
    .filter((x) => x <= largest || x === Infinity).flatMap((x) => [-x, x]);
  if (special.every((x) => near(computed(x), f(x), tolerance, smallest))) return { nan, zero };
  const [left, right] = ([-1, 1] as const).map((side) => limitLine(f, side));
  if (!left || !right) return { nan, zero };
  const settled = (x: number, { slope, intercept }: Line) => {
    const line = slope * x + intercept;
    return Math.abs(f(x) - line) <= 2 ** (-1 - precision) * Math.abs(line) ||
      (line === 0 && Math.abs(f(x)) <= smallest / 2);
  };
  let beyond = 8;
  while (beyond < 2 ** 20 && !(settled(-beyond, left) && settled(beyond, right))) beyond *= 2;
  return { nan, zero, limits: { beyond, left, right } };
}

function hasTangent(e: Expression, seen = new Set<Expression>()): boolean {
  if (seen.has(e)) return false;
  seen.add(e);
  return (e.kind === "call" && (e.name === "tanh" || e.name === "expm1")) ||
    children(e).some((part) => hasTangent(part, seen));
}

/** The line that holds far out, to the last digit: where it is 0 with its sign. */
function limitLine(f: (x: number) => number, side: -1 | 1): Line | null {
  const end = f(side * Infinity);
  if (Number.isFinite(end)) return { slope: 0, intercept: end };
  const found = findAsymptote(f, side);
  if (!found) return null;
  const far = side * 2 ** 100;
  const slope = f(far) / far;
  // What the slope leaves is lost in the rounding of large values unless it is of some size.
  const intercept = Math.abs(found.intercept) < 1e-5 ? 0 : found.intercept;
  return Number.isFinite(slope) ? { slope, intercept } : null;
}

function near(a: number, b: number, tolerance: number, smallest: number): boolean {
  if (!Number.isFinite(b) || (a === 0 && b === 0)) return Object.is(a, b);
  return Math.abs(a - b) <= tolerance * Math.abs(b) + smallest;
}

/** The formula's value where it holds, else the limits. */
export function guarded(
  f: (x: number) => number,
  { limits, nan, zero }: Guard,
): (x: number) => number {
  if (zero) {
    const inner = guarded(f, { limits, nan });
    return (x) => x === 0 ? x : inner(x);
  }
  if (!limits && !nan) return f;
  const { beyond, left, right } = limits ?? { beyond: Infinity, left: null, right: null };
  const on = (line: Line | null, x: number) =>
    line!.slope === 0 ? line!.intercept : line!.slope * x + line!.intercept;
  return (x) => x > beyond ? on(right, x) : x < -beyond ? on(left, x) : x === x ? f(x) : x;
}
