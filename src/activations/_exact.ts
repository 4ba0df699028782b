import { DoubleDouble } from "../special/double_double.ts";

/**
 * The nearest double of a quotient whose numerator is known exactly as a sum of doubles.
 *
 * The quotient is taken in two-part arithmetic. Where that lies too near the middle between two
 * doubles to tell which is nearer (about one time in 10¹²), long division of exact sums decides.
 *
 * @param approximate the quotient, to a relative error of 2⁻⁹⁶
 * @param terms the numerator: its exact value is the sum of these
 * @param divisor the denominator
 * @returns the correctly rounded quotient
 */
export function nearest(approximate: DoubleDouble, terms: () => number[], divisor: number): number {
  const { hi, lo } = approximate;
  return hi + lo * (1 + 2 ** -40) === hi ? hi : divided(terms(), divisor);
}

/** Σ terms / divisor, correctly rounded, if nothing over- or underflows. */
export function divided(terms: readonly number[], divisor: number): number {
  const rest = terms.reduce(grown, []);
  const first = rounded(rest) / divisor;
  const afterFirst = product(-first, divisor).reduce(grown, rest);
  const second = rounded(afterFirst) / divisor;
  const afterSecond = product(-second, divisor).reduce(grown, afterFirst);
  // What is left only breaks ties, so its sign is enough.
  const sticky = Math.sign(rounded(afterSecond)) * Math.sign(divisor) * Number.MIN_VALUE;
  return rounded([sticky, second, first]);
}

/** The exact product as a sum of two doubles. */
export function product(a: number, b: number): [number, number] {
  const { hi, lo } = DoubleDouble.product(a, b);
  return [lo, hi];
}

/** The exact sum of numbers as parts that do not overlap, by rising magnitude. */
export function exactSum(terms: readonly number[]): number[] {
  return terms.reduce(grown, []);
}

/** One more term in an exact sum of parts that do not overlap, by rising magnitude (Shewchuk). */
function grown(parts: number[], term: number): number[] {
  const next: number[] = [];
  let carried = term;
  for (const part of parts) {
    const { hi, lo } = DoubleDouble.sum(carried, part);
    if (lo !== 0) next.push(lo);
    carried = hi;
  }
  next.push(carried);
  return next;
}

/** The nearest double of parts that do not overlap; the last step is that of Python's `fsum`. */
function rounded(parts: readonly number[]): number {
  let index = parts.length - 1;
  let high = parts[index];
  let low = 0;
  while (index > 0 && low === 0) {
    const part = parts[--index];
    const sum = high + part;
    low = part - (sum - high);
    high = sum;
  }
  const below = index > 0 ? parts[index - 1] : 0;
  if (Math.sign(low) * Math.sign(below) > 0) {
    const doubled = 2 * low;
    const next = high + doubled;
    if (next - high === doubled) return next;
  }
  return high;
}
