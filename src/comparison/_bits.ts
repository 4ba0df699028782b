// Exponents and words of doubles, read and written.

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const high = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** ⌊log₂|x|⌋ of a normal number; −1023 for zero and subnormals, 1024 for ±∞ and NaN. */
export function exponentOf(x: number): number {
  double[0] = x;
  return ((words[high] >>> 20) & 0x7ff) - 1023;
}

/** 2ᵏ exactly, for −1022 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  words[high] = (k + 1023) << 20;
  words[1 - high] = 0;
  return double[0];
}

/** The bits of |x| as high and low word, which order as |x| does. */
export function magnitudeWords(x: number): readonly [high: number, low: number] {
  double[0] = Math.abs(x);
  return [words[high], words[1 - high]];
}
