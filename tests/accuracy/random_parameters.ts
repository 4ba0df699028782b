import type { Activation } from "../../src/activations/activation.ts";
import type { Parameter } from "../../src/activations/parameter.ts";
import type { Draws } from "./random.ts";

/** Bounds of random magnitudes: of parameters that have none themselves. */
const [LEAST, MOST] = [1e-40, 1e40];

/**
 * Parameters from all of their range: magnitudes are spread evenly in the logarithm, signs are drawn
 * where the range has both, and 0 is drawn at times where it is allowed.
 */
export function randomParameters(f: Activation, random: Draws): Record<string, number> {
  const values = Object.fromEntries(
    Object.entries(f.ranges).map(([name, range]) => [name, randomValue(range, random)]),
  );
  // Of a pair of bounds the first must not be the larger.
  const { lower, upper } = values;
  return lower > upper ? { lower: upper, upper: lower } : values;
}

function randomValue(range: Parameter, random: Draws): number {
  const { min, max, smallest = 0, nonzero, exclusive } = range;
  if (min <= 0 && max >= 0 && !nonzero && !exclusive && random.next() % 16 === 0) return 0;
  const sign = min < 0 && (max <= 0 || random.next() % 2) ? -1 : 1;
  const bound = Math.min(sign > 0 ? max : -min, MOST);
  const low = Math.max(smallest, sign > 0 ? min : 0, Math.min(LEAST, bound));
  const value = sign * Math.exp(Math.log(low) + random.uniform() * Math.log(bound / low));
  return Math.min(Math.max(value, min), max);
}

/** Magnitudes at which a function at its parameters may bend. */
export function scales(f: Activation): number[] {
  const sizes = Object.values(f.parameters).map(Math.abs).filter((size) => size > 0);
  const found = sizes.flatMap((a) => [a, 1 / a, Math.sqrt(a), ...sizes.map((b) => a / b)]);
  return [1, ...found].filter((size) => size > 1e-250 && size < 1e250);
}
