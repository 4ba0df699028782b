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

/** Goes through inputs of one sign and binade: each function in double, then rounded once. */
export function tally(
  codec: Codec,
  reference: (x: number) => number,
  candidate: (x: number) => number,
  span: Span,
): Tally {
  const { signBit, infinity, valueOf, bitsOf } = codec;
  const [first, last] = span;
  // Patterns of the negative side fall as values rise: −1 is the pattern of −0.
  const [low, high] = first < 0 ? [signBit - 1 - last, signBit - 1 - first] : [first, last];
  const histogram: number[] = new Array(codec.format.bits + 2).fill(0);
  let [same, doubtful, nan, zeroSigns, farthest, worstBits] = [0, 0, 0, 0, 0, -1];
  // From the lowest value up, so that of equally bad inputs the lowest is kept.
  for (let i = 0; i <= high - low; i++) {
    const bits = first < 0 ? high - i : low + i;
    const x = valueOf(bits);
    const right = reference(x);
    const a = bitsOf(right);
    const b = bitsOf(candidate(x));
    if (bitsOf(right * up) !== a || bitsOf(right * down) !== a) doubtful++;
    if (a === b) {
      same++;
      continue;
    }
    const [aSize, bSize] = [a >= signBit ? a - signBit : a, b >= signBit ? b - signBit : b];
    if (aSize > infinity || bSize > infinity) {
      if (aSize > infinity && bSize > infinity) same++;
      else nan++;
      continue;
    }
    const ulps = a >= signBit === b >= signBit ? Math.abs(aSize - bSize) : aSize + bSize;
    if (ulps === 0) {
      zeroSigns++;
      same++;
      continue;
    }
    histogram[ulps === 1 ? 1 : 33 - Math.clz32(ulps - 1)]++;
    if (ulps > farthest) [farthest, worstBits] = [ulps, bits];
  }
  histogram[0] = same;
  while (histogram.at(-1) === 0) histogram.pop();
  return {
    span,
    sign: first < 0 ? -1 : 1,
    exponent: Math.floor((first < 0 ? -1 - last : first) / 2 ** codec.stored) +
      codec.format.minExponent - 1,
    differing: high - low + 1 - same,
    doubtful,
    nan,
    zeroSigns,
    worst: farthest > 0 ? { x: valueOf(worstBits), ulps: farthest } : null,
    histogram,
  };
}
