import { DoubleDouble } from "../../special/double_double.ts";
import { scaleBy } from "../../special/exp.ts";
import { exponentOf, powerOfTwo } from "../../special/_scale.ts";
import { ExactNumber, ratio } from "./_exact_number.ts";
import { type Exponentials, exponentials } from "./_normalized.ts";
import type { Vector } from "./vector_activation.ts";

/** A difference that is smaller than its terms by this factor is taken again without rounding. */
const LOST = 2 ** -12;
/** Exponentials below 2⁻⁹⁰⁰ are left out of sums, so that less than this is taken again too. */
const FAINT = 2 ** -600;

/**
 * The vector-Jacobian product of softmax, sᵢ (cᵢ − Σ sⱼ cⱼ).
 *
 * Where cᵢ is nearly the mean, the difference is (cᵢ Σ eⱼ − Σ eⱼ cⱼ)/Σ eⱼ with exponentials e of 75
 * bits and sums that are not rounded, where the term of j = i drops out.
 */
export function softmaxProduct(x: Vector, cotangent: Vector): Float64Array {
  const found = exponentials(x);
  if (!found) return new Float64Array(x.length).fill(NaN);
  const { c, shift } = normalized(cotangent);
  const { terms } = found;
  const sum = found.rest.plus(1);
  let mean = new DoubleDouble(0);
  let size = 0;
  terms.forEach(({ significand, power }, i) => {
    if (power <= -900) return;
    mean = mean.plus(significand.scaled(2 ** power).times(c[i]));
    size += significand.hi * 2 ** power * Math.abs(c[i]);
  });
  mean = mean.dividedBy(sum);
  size /= sum.hi;
  const exact = lazily(() => exactSums(found, c));
  return Float64Array.from(terms, (term, i) => {
    const difference = mean.negated().plus(c[i]);
    const s = { significand: term.significand.dividedBy(sum), power: term.power + shift };
    if (isSafe(difference.hi, Math.abs(c[i]) + size)) {
      return scaled(s.significand.times(difference), s.power);
    }
    const { total, weighted } = exact();
    const rest = ExactNumber.of(c[i]).times(total).minus(weighted);
    return ratio(s, rest.toScaled(), total.toScaled());
  });
}

/**
 * The vector-Jacobian product of logSoftmax, cᵢ − sᵢ Σ cⱼ, by the same means: where it cancels it is
 * (cᵢ Σ eⱼ − eᵢ Σ cⱼ)/Σ eⱼ.
 */
export function logSoftmaxProduct(x: Vector, cotangent: Vector): Float64Array {
  const found = exponentials(x);
  if (!found) return new Float64Array(x.length).fill(NaN);
  const { c, shift } = normalized(cotangent);
  const sum = found.rest.plus(1);
  const total = c.reduce((all, value) => all.plus(value), new DoubleDouble(0));
  const size = c.reduce((all, value) => all + Math.abs(value), 0);
  const exact = lazily(() => exactSums(found, c));
  return Float64Array.from(found.terms, ({ significand, power }, i) => {
    const s = significand.dividedBy(sum);
    if (power > -900) {
      const part = s.scaled(2 ** power);
      const difference = part.times(total).negated().plus(c[i]);
      if (isSafe(difference.hi, Math.abs(c[i]) + part.hi * size)) return scaled(difference, shift);
    }
    const { total: all, plain } = exact();
    const rest = ExactNumber.of(c[i]).times(all)
      .minus(ExactNumber.scaled({ significand, power }).times(plain));
    return ratio(
      rest.toScaled(),
      { significand: new DoubleDouble(1), power: shift },
      all.toScaled(),
    );
  });
}

function isSafe(difference: number, size: number): boolean {
  // So that what is no number stays none, and infinities go the short way.
  return !(Math.abs(difference) < Math.max(LOST * size, FAINT));
}

/** The cotangent times 2⁻ᵏ with its largest magnitude from 1 to 2, and k. */
function normalized(cotangent: Vector): { readonly c: number[]; readonly shift: number } {
  const c = Array.from(cotangent);
  const largest = c.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  if (!(largest < Infinity) || largest === 0) return { c, shift: 0 };
  const shift = largest < 2 ** -1000 ? -1000 : exponentOf(largest);
  // In two steps, as the power itself may overflow.
  const half = Math.trunc(shift / 2);
  return { c: c.map((value) => value * powerOfTwo(-half) * powerOfTwo(half - shift)), shift };
}

/** Σ eⱼ, Σ eⱼ cⱼ and Σ cⱼ. */
function exactSums({ terms }: Exponentials, c: readonly number[]) {
  let [total, weighted, plain] = [ExactNumber.ZERO, ExactNumber.ZERO, ExactNumber.ZERO];
  terms.forEach((term, j) => {
    const [e, value] = [ExactNumber.scaled(term), ExactNumber.of(c[j])];
    total = total.plus(e);
    weighted = weighted.plus(e.times(value));
    plain = plain.plus(value);
  });
  return { total, weighted, plain };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}

/** A difference, which may be any number, times 2ᵏ. */
function scaled(value: DoubleDouble, power: number): number {
  const plain = value.toNumber();
  if (!Number.isFinite(plain) || plain === 0) return plain;
  const half = Math.max(-1000, Math.min(1000, -exponentOf(plain)));
  return scaleBy(value.scaled(powerOfTwo(half)), power - half);
}
