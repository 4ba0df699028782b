/** Exact arithmetic to test against: a double is a whole number times 2⁻¹⁰⁷⁴. */

const bits = new DataView(new ArrayBuffer(8));

/** x · 2¹⁰⁷⁴, exactly. */
export function toWhole(x: number): bigint {
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 2047n);
  const fraction = word & ((1n << 52n) - 1n);
  const magnitude = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
  return word >> 63n ? -magnitude : magnitude;
}

/** Repeatable numbers from 0 to 1 (a 32-bit xorshift). */
export function* random(seed: number): Generator<number, never> {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  while (true) yield (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}
