/**
 * Where a function changes its sign.
 *
 * @module
 */

import { bisect, bracket } from "./bisect.ts";

/**
 * A place where the sign changes.
 *
 * @internal
 */
export interface SignChange {
  /** The better of the two neighbouring doubles on which the signs differ, or an exact zero. */
  readonly x: number;
  /** The value there. */
  readonly residual: number;
  /** Whether the function goes from negative to positive. */
  readonly rising: boolean;
  /** Whether it jumps over 0 instead of passing through it. */
  readonly jump: boolean;
}

/**
 * A stretch of exact zeros.
 *
 * @internal
 */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The sign changes of g between the ends of a bounded domain, and the stretches where it is 0.
 *
 * @param g a function that may jump
 * @param domain bounded
 * @param breaks points to be looked at besides the even steps
 * @param steps how many
 * @internal
 */
export function signChanges(
  g: (x: number) => number,
  [from, to]: readonly [number, number],
  breaks: readonly number[],
  steps: number,
): { changes: SignChange[]; stretches: Stretch[] } {
  const even = Array.from({ length: steps + 1 }, (_, i) => from + (to - from) * (i / steps));
  const xs = [...new Set([...even, ...breaks])].sort((a, b) => a - b);
  const largest = xs.reduce((max, x) => Math.max(max, Math.abs(g(x)) || 0), 0);
  const changes: SignChange[] = [];
  const stretches: Stretch[] = [];
  let last: { x: number; sign: number } | undefined;
  let zeros: number[] = [];
  for (const x of [...xs, undefined]) {
    const sign = x === undefined ? NaN : Math.sign(g(x));
    if (sign === 0) {
      zeros.push(x!);
      continue;
    }
    if (zeros.length > 1) {
      stretches.push({
        from: last ? edge(g, zeros[0], last.x) : zeros[0],
        to: x === undefined ? zeros.at(-1)! : edge(g, zeros.at(-1)!, x),
      });
    }
    if (x === undefined || Number.isNaN(sign)) continue;
    if (last && last.sign !== sign && zeros.length <= 1) {
      const rising = sign > 0;
      changes.push(
        zeros.length === 1
          ? { x: zeros[0] + 0, residual: 0, rising, jump: false } // + 0 makes −0 plain
          : bracketed(g, last.x, x, rising, largest),
      );
    }
    last = { x, sign };
    zeros = [];
  }
  return { changes, stretches };
}

/** The place between two points where the signs differ. */
function bracketed(
  g: (x: number) => number,
  from: number,
  to: number,
  rising: boolean,
  largest: number,
): SignChange {
  const x = bisect(g, from, to) + 0; // + 0 makes −0 plain
  const residual = g(x) + 0;
  return { x, residual, rising, jump: Math.abs(residual) > 1e-6 * largest };
}

/** The last double from an exact zero towards a point that is none. */
function edge(g: (x: number) => number, zero: number, other: number): number {
  return bracket((x) => g(x) === 0, zero, other)[0];
}
