import { checkFunction } from "../options/check_function.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** A number and an estimate of how wrong it is. */
export interface Estimate {
  /** The number. */
  readonly value: number;
  /** Estimated absolute error. */
  readonly error: number;
}

/** Which derivative is taken, and from where. */
export interface NumericalDerivativeOptions {
  /** The first, if left out, or the second. */
  readonly order?: 1 | 2;
  /** The points no step may cross. */
  readonly kinks?: readonly number[];
  /** Takes values from that side of x only. */
  readonly side?: "left" | "right";
}

const numericalDerivativeOptions: Known<NumericalDerivativeOptions> = {
  order: kinds.oneOf(1, 2),
  kinks: kinds.numbers,
  side: kinds.oneOf("left", "right"),
};

/** Weights on f at x + step·h; what they give, divided by hᵒʳᵈᵉʳ, is off by h² and higher powers. */
interface Rule {
  readonly order: 1 | 2;
  readonly steps: readonly number[];
  readonly weights: readonly number[];
  /** 2 if only even powers of h occur, else 1. */
  readonly powers: 1 | 2;
}

const rules: Readonly<Record<1 | 2, { readonly central: Rule; readonly right: Rule }>> = {
  1: {
    central: { order: 1, steps: [-1, 1], weights: [-0.5, 0.5], powers: 2 },
    right: { order: 1, steps: [1, 2, 3], weights: [-2.5, 4, -1.5], powers: 1 },
  },
  2: {
    central: { order: 2, steps: [-1, 0, 1], weights: [1, -2, 1], powers: 2 },
    right: { order: 2, steps: [1, 2, 3, 4], weights: [3, -8, 7, -2], powers: 1 },
  },
};

/** The shortest first step, and how much longer the next is; each is halved `LEVELS` − 1 times. */
const [SHORTEST, STRIDE] = [2 ** -13, 8];
const LEVELS = 8;

/** The least relative error that is claimed, by order: a lucky agreement may look better. */
const CLAIM = { 1: 2 ** -40, 2: 2 ** -30 };

/**
 * The first or second derivative of a function at a point, from its values alone.
 *
 * Differences at steps that are halved again and again are extrapolated to a step of 0 (Richardson),
 * from several first steps and, near a kink, from either side; the estimate with the least error
 * wins, unless shorter steps tell that it has missed an oscillation. No step crosses a kink, and none of the one-sided rules uses the point itself, so that f may
 * jump there. At a kink the value is that of the left side. Where f is not a number nearby, smaller
 * steps are tried; if none is left the value is NaN and the error ∞.
 *
 * For smooth functions of moderate size the first derivative is right to about 1e-12 and the second
 * to about 1e-9.
 *
 * @param f the function
 * @param x where, a finite number
 * @param options `order` 1 (if left out) or 2; `kinks`, the points no step may cross; `side`, to
 *   take values from that side of x only
 * @returns the derivative and its estimated error
 * @see Ridders 1982, "Accurate computation of F′(x) and F′(x)F″(x)",
 *   https://doi.org/10.1016/S0141-1195(82)80057-0
 *
 * @example
 * ```ts
 * import { numericalDerivative } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(numericalDerivative(Math.exp, 1).value, Math.E, 1e-11);
 * assertAlmostEquals(numericalDerivative(Math.abs, 0.001, { kinks: [0] }).value, 1, 1e-11);
 * ```
 */
export function numericalDerivative(
  f: (x: number) => number,
  x: number,
  options: NumericalDerivativeOptions = {},
): Estimate {
  checkFunction("differentiate", "f", f);
  checkOptions("differentiate", options, numericalDerivativeOptions);
  const { order = 1, kinks = [], side } = options;
  const { central, right } = rules[order];
  const atKink = kinks.includes(x);
  const [toLeft, toRight] = clearance(x, kinks);
  const size = Math.max(1, Math.abs(x));
  const starts = firstSteps(size);
  if (x !== 0 && Math.abs(x) < 0.1) starts.unshift(Math.abs(x) / 4);

  const unit = precision(f, x, size);
  let best = unknown;
  const attempt = (rule: Rule, direction: 1 | -1, reach: number) => {
    // The widest node stays inside three quarters of the way to the next kink.
    const widest = 0.75 * reach / Math.max(...rule.steps);
    for (const start of new Set(starts.map((start) => Math.min(start, widest)))) {
      const next = extrapolated(f, x, rule, direction * start, unit);
      if (!contradicts(best, next)) best = better(best, next);
    }
  };
  const near = Math.min(toLeft, toRight) < size;
  if (!side && !atKink) attempt(central, 1, Math.min(toLeft, toRight));
  if (side === "left" || (!side && (atKink || near))) attempt(right, -1, toLeft);
  if (side === "right" || (!side && near && !atKink)) attempt(right, 1, toRight);
  const slack = CLAIM[order] * (Math.abs(f(x)) / size ** order + Math.abs(best.value));
  return { value: best.value, error: Math.max(best.error, slack || 0) };
}

/**
 * From a small part of 1 to half of the distance from 0, as nobody knows whether f varies with x itself
 * or, far out, with its distance from something there. No step is as short as the distance of doubles.
 */
function firstSteps(size: number): number[] {
  const steps: number[] = [];
  for (let step = size / 2; step >= SHORTEST * 0.999 && step > size * 2 ** -46; step /= STRIDE) {
    steps.unshift(step);
  }
  return steps;
}

/** The relative precision of f: that of float32 if every value nearby is such a number. */
function precision(f: (x: number) => number, x: number, size: number): number {
  const parts = [-0.43, -0.17, -0.031, 0.029, 0.13, 0.41];
  const nearby = [1, size].flatMap((unit) => parts.map((part) => f(x + part * unit)));
  return nearby.every((value) => Object.is(Math.fround(value), value)) ? 2 ** -23 : 2 ** -52;
}

/** How far the next kink is, to the left and to the right. */
function clearance(x: number, kinks: readonly number[]): [number, number] {
  const left = kinks.filter((kink) => kink < x).map((kink) => x - kink);
  const right = kinks.filter((kink) => kink > x).map((kink) => kink - x);
  return [Math.min(Infinity, ...left), Math.min(Infinity, ...right)];
}

/** The entry of the extrapolation table that differs least from those it is made of. */
function extrapolated(
  f: (x: number) => number,
  x: number,
  rule: Rule,
  start: number,
  unit: number,
): Estimate {
  let best = unknown;
  let previous: number[] = [];
  for (let level = 0, h = start; level < LEVELS; level++, h /= 2) {
    const { value, error: noise } = difference(f, x, rule, h, unit);
    if (!Number.isFinite(value)) {
      previous = [];
      continue;
    }
    const row = [value];
    let found = unknown;
    for (let column = 0; column < previous.length; column++) {
      const factor = 2 ** (2 + column * rule.powers);
      const next = row[column] + (row[column] - previous[column]) / (factor - 1);
      const spread = Math.max(Math.abs(next - row[column]), Math.abs(next - previous[column]));
      found = better(found, { value: next, error: Math.max(spread, noise) });
      row.push(next);
    }
    // Shorter steps know better where they contradict longer ones.
    best = contradicts(found, best) ? found : better(best, found);
    previous = row;
  }
  return best;
}

const unknown: Estimate = { value: NaN, error: Infinity };

function better(one: Estimate, other: Estimate): Estimate {
  return other.error < one.error ? other : one;
}

/** Whether the first estimate leaves no room for the second. */
function contradicts(one: Estimate, other: Estimate): boolean {
  return Math.abs(one.value - other.value) > 16 * one.error;
}

/** One difference quotient, and what rounding alone makes of it. */
function difference(
  f: (x: number) => number,
  x: number,
  rule: Rule,
  h: number,
  unit: number,
): Estimate {
  const values = rule.steps.map((step) => f(x + step * h));
  const terms = values.map((value, index) => rule.weights[index] * value);
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  // f rounds its result and, somewhere inside, an argument about as large as x.
  const slope = (Math.max(...values) - Math.min(...values)) / Math.abs(h);
  const divisor = rule.order === 1 ? h : h * h;
  return {
    value: terms.reduce((sum, term) => sum + term) / divisor,
    error: unit * (size + slope * Math.abs(x)) / Math.abs(divisor),
  };
}
