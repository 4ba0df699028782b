/**
 * Numbers from −8 to 8 in no order, as they come to an activation: a processor cannot guess which are
 * positive. `arrays_peers.py` has the same.
 */
export function scattered(n: number): Float32Array {
  return Float32Array.from({ length: n }, (_, i) => hash(i) / 2 ** 28 - 8);
}

/** Whole numbers below 2³², mixed by two multiplications. */
function hash(i: number): number {
  const once = Math.imul(i ^ (i >>> 16), 0x21f0aaad);
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
  return (twice ^ (twice >>> 15)) >>> 0;
}
