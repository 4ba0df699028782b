import type { Line } from "../../activations/activation.ts";
import { findAsymptote } from "../../calculus/find_asymptote.ts";
import type { EndsFor } from "./_best_breaks.ts";

/** The lines that hold beyond the pieces, where the domain has no end, and where they begin. */
export interface Outer {
  readonly left?: Line;
  readonly right?: Line;
  readonly ends: EndsFor;
}

/** Beyond this a function follows its line or has none. */
const FAR = 64;
const STEP = 1 / 8;

/** The lines that a target approaches, and from where on they err by no more than the pieces. */
export function outerLines(
  target: (x: number) => number,
  weight: (x: number) => number,
  [from, to]: readonly [number, number],
): Outer {
  const line = (side: -1 | 1): Line => {
    const found = findAsymptote(target, side);
    if (found) return { slope: found.slope, intercept: found.intercept };
    throw new RangeError(
      `Cannot make pieces as the domain must be bounded on the ${side < 0 ? "left" : "right"}: ` +
        "the target approaches no line there",
    );
  };
  const left = from === -Infinity ? line(-1) : undefined;
  const right = to === Infinity ? line(1) : undefined;
  const end = (side: -1 | 1, { slope, intercept }: Line, stop: number, error: number) => {
    const off = (x: number) => weight(x) * Math.abs(target(x) - (slope * x + intercept));
    let x = side * FAR;
    while (side * (x - stop) > 0 && !(off(x - side * STEP) > error)) x -= side * STEP;
    let [inner, outer] = [x - side * STEP, x];
    for (let k = 0; k < 40; k++) {
      const middle = (inner + outer) / 2;
      if (off(middle) > error) inner = middle;
      else outer = middle;
    }
    return outer;
  };
  return {
    left,
    right,
    ends: (error) => {
      const low = left ? end(-1, left, Number.isFinite(to) ? to : 0, error) : from;
      const high = right ? end(1, right, Number.isFinite(from) ? from : 0, error) : to;
      return low < high ? [low, high] : [low - STEP, low + STEP];
    },
  };
}
