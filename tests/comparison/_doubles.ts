/** Repeatable doubles of every size between 2^low and 2^high, both signs. */
export function doubles(count: number, low: number, high: number): number[] {
  let state = 2463534242;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const exponent = Math.floor(low + (high - low) * next());
    const significand = 1 + next() + next() / 2 ** 32;
    return (next() < 0.5 ? -1 : 1) * significand * 2 ** exponent;
  });
}
