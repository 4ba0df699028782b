import type { Codec } from "./_codec.ts";
import type { Span, Worst } from "./certificate.ts";

/** What was counted over inputs of one sign and binade. */
export interface Tally {
  readonly span: Span;
  readonly sign: -1 | 1;
  /** ⌊log₂|x|⌋; for zero and subnormals one less than the smallest of a normal number. */
  readonly exponent: number;
  readonly differing: number;
  /** Inputs whose reference lies within one step of a double from where rounding changes. */
  readonly doubtful: number;
  /** Inputs where just one of the two is NaN; they differ, at no distance. */
  readonly nan: number;
  /** Inputs where the two are zeros of unlike sign; they count as equal. */
  readonly zeroSigns: number;
  readonly worst: Worst | null;
  /** Inputs by distance: 0, 1, 2, 3–4, 5–8, 9–16 and so on. */
  readonly histogram: readonly number[];
}

const up = 1 + Number.EPSILON;
const down = 1 - Number.EPSILON;

/** How many inputs are computed together: what the nearest cache holds. */
const BLOCK = 2 ** 12;

/** Goes through inputs of one sign and binade: each function in double, then rounded once. */
export function tally(
  codec: Codec,
  reference: (x: number) => number,
  candidate: (x: number) => number,
  span: Span,
): Tally {
  const { signBit, infinity, valueOf, bitsOf, roundAll } = codec;
  const [sign, magnitude] = [signBit | 0, signBit - 1];
  const [first, last] = span;
  const histogram: number[] = new Array(codec.format.bits + 2).fill(0);
  const xs = new Float32Array(BLOCK), right = new Int32Array(BLOCK), found = new Int32Array(BLOCK);
  let [same, doubtful, nan, zeroSigns, farthest, worst] = [0, 0, 0, 0, 0, NaN];
  const counted = (x: number) => {
    const y = reference(x);
    const bits = bitsOf(y);
    if (bitsOf(y * up) !== bits || bitsOf(y * down) !== bits) doubtful++;
    return y;
  };
  // From the lowest value up, so that of equally bad inputs the lowest is kept.
  for (let start = first; start <= last; start += BLOCK) {
    const count = Math.min(BLOCK, last - start + 1);
    // Patterns of the negative side fall as values rise: −1 is the pattern of −0.
    for (let i = 0; i < count; i++) {
      xs[i] = valueOf(start < 0 ? signBit - 1 - (start + i) : start + i);
    }
    const part = count < BLOCK ? xs.subarray(0, count) : xs;
    roundAll(reference, counted, part, right);
    roundAll(candidate, candidate, part, found);
    for (let i = 0; i < count; i++) {
      const a = right[i], b = found[i];
      if (a === b) {
        same++;
        continue;
      }
      const aSize = a & magnitude, bSize = b & magnitude;
      if (aSize > infinity || bSize > infinity) {
        if (aSize > infinity && bSize > infinity) same++;
        else nan++;
        continue;
      }
      const ulps = ((a ^ b) & sign) === 0 ? Math.abs(aSize - bSize) : aSize + bSize;
      if (ulps === 0) {
        zeroSigns++;
        same++;
        continue;
      }
      histogram[ulps === 1 ? 1 : 33 - Math.clz32(ulps - 1)]++;
      if (ulps > farthest) [farthest, worst] = [ulps, xs[i]];
    }
  }
  histogram[0] = same;
  while (histogram.at(-1) === 0) histogram.pop();
  return {
    span,
    sign: first < 0 ? -1 : 1,
    exponent: Math.floor((first < 0 ? -1 - last : first) / 2 ** codec.stored) +
      codec.format.minExponent - 1,
    differing: last - first + 1 - same,
    doubtful,
    nan,
    zeroSigns,
    worst: farthest > 0 ? { x: worst, ulps: farthest } : null,
    histogram,
  };
}
