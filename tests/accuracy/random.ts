/**
 * Random numbers that are the same for the same seed, on every engine.
 *
 * @module
 */

/** Draws: `next()` is a whole number from 0 to 2³² − 1. */
export interface Draws {
  next(): number;
  /** From 0, inclusive, to 1, exclusive: 53 random bits. */
  uniform(): number;
}

/** Mulberry32 by Tommy Ettinger, in the public domain. */
export function draws(seed: number): Draws {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return { next, uniform: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53 };
}

const word = new DataView(new ArrayBuffer(8));

/** A finite double whose bits are all random. */
export function anyDouble({ next }: Draws): number {
  for (;;) {
    word.setUint32(0, next());
    word.setUint32(4, next());
    const x = word.getFloat64(0);
    if (Number.isFinite(x)) return x;
  }
}

/**
 * A double where an error may hide: the middle, the tails, small magnitudes, the neighbourhood of
 * the given places, or anywhere.
 */
export function likelyDouble(random: Draws, places: readonly number[]): number {
  const sign = random.next() & 1 ? 1 : -1;
  const kind = random.next() % 16;
  if (kind < 7) return sign * 10 * random.uniform();
  if (kind < 9) return sign * 45 * random.uniform();
  if (kind < 11) return sign * 760 * random.uniform();
  if (kind < 13) return sign * 2 ** (-60 * random.uniform()) * (1 + random.uniform());
  if (kind === 13 || places.length === 0) return anyDouble(random);
  const place = places[random.next() % places.length];
  return place + sign * 2 ** (-4 - 50 * random.uniform()) * (Math.abs(place) || 1);
}
