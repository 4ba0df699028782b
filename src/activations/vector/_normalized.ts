import { DoubleDouble } from "../../special/double_double.ts";
import { expScaled, scaleBy, type Scaled } from "../../special/exp.ts";
import type { Vector } from "./vector_activation.ts";

/** Exponentials e^(xᵢ − max x), and the sum of all but one largest, which is 1. */
export interface Exponentials {
  /** xᵢ − max x. */
  readonly shifts: readonly DoubleDouble[];
  readonly terms: readonly Scaled[];
  readonly rest: DoubleDouble;
}

/**
 * xᵢ − max x, or `undefined` if there is no limit: a NaN, several +∞, or nothing above −∞.
 */
export function belowLargest(x: Vector): readonly DoubleDouble[] | undefined {
  const values = Array.from(x);
  if (values.some(Number.isNaN)) return undefined;
  const largest = values.reduce((a, b) => Math.max(a, b));
  const first = values.indexOf(largest);
  if (largest === -Infinity) return undefined;
  if (largest === Infinity && values.indexOf(largest, first + 1) >= 0) return undefined;
  return values.map((value, index) => {
    if (index === first) return new DoubleDouble(0);
    const shift = value - largest;
    return shift === -Infinity ? new DoubleDouble(shift) : DoubleDouble.sum(value, -largest);
  });
}

/** The exponentials that softmax and its logarithm share. */
export function exponentials(x: Vector): Exponentials | undefined {
  const shifts = belowLargest(x);
  if (!shifts) return undefined;
  const terms = shifts.map((shift) => expScaled(shift.hi < -1900 ? -1900 : shift));
  const first = shifts.findIndex(({ hi }) => hi === 0);
  let rest = new DoubleDouble(0);
  terms.forEach(({ significand, power }, index) => {
    // Smaller ones cannot change a double, not even two thousand million of them.
    if (index !== first && power > -900) rest = rest.plus(significand.scaled(2 ** power));
  });
  return { shifts, terms, rest };
}

/**
 * The sum of all exponentials but that of the largest where it is so small that some of them are left
 * out of `rest`, rounded once; −ln(1 + it) is no other double. `undefined` where it is larger.
 */
export function faintRest({ shifts, terms, rest }: Exponentials): number | undefined {
  if (rest.hi > 2 ** -700) return undefined;
  const first = shifts.findIndex(({ hi }) => hi === 0);
  const others = terms.filter((_, index) => index !== first);
  const top = others.reduce((most, { power }) => Math.max(most, power), -Infinity);
  const sum = others.reduce(
    (all, { significand, power }) =>
      power - top > -900 ? all.plus(significand.scaled(2 ** (power - top))) : all,
    new DoubleDouble(0),
  );
  return others.length === 0 ? 0 : scaleBy(sum, top);
}

/** e^xᵢ / Σ e^xⱼ. */
export function softmaxOf(x: Vector): Float64Array {
  const found = exponentials(x);
  if (!found) return new Float64Array(x.length).fill(NaN);
  const sum = found.rest.plus(1);
  return Float64Array.from(
    found.terms,
    ({ significand, power }) => scaleBy(significand.dividedBy(sum), power),
  );
}
