// Words of doubles, read.

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const high = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** The bits of |x| as high and low word, which order as |x| does. */
export function magnitudeWords(x: number): readonly [high: number, low: number] {
  double[0] = Math.abs(x);
  return [words[high], words[1 - high]];
}
