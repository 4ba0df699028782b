/**
 * MurmurHash2 of a text's UTF-8 bytes, 32 bits (https://github.com/aappleby/smhasher). Front ends
 * and kernels must agree on it: it is how both name the file of a cell.
 */
export function murmur2(text: string, seed: number): number {
  const bytes = new TextEncoder().encode(text), view = new DataView(bytes.buffer);
  const whole = bytes.length - bytes.length % 4;
  let hash = seed ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    let part = Math.imul(view.getInt32(at, true), M);
    part = Math.imul(part ^ part >>> 24, M);
    hash = Math.imul(hash, M) ^ part;
  }
  for (let at = whole; at < bytes.length; at++) hash ^= bytes[at] << 8 * (at - whole);
  if (whole < bytes.length) hash = Math.imul(hash, M);
  hash = Math.imul(hash ^ hash >>> 13, M);
  return (hash ^ hash >>> 15) >>> 0;
}

const M = 0x5bd1e995;
