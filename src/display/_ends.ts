/** The least and the greatest of some numbers that are finite; `[Infinity, -Infinity]` of none. */
export function endsOf(values: ArrayLike<number>): readonly [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** The greatest of some numbers and of one that is at hand, however many they are. */
export function greatestOf(values: readonly number[], atLeast: number): number {
  return values.reduce((most, value) => Math.max(most, value), atLeast);
}

/** The part of an axis that some numbers take, and some of it also where there are none, or one. */
export function rangeOf(values: ArrayLike<number>): readonly [low: number, high: number] {
  const [low, high] = endsOf(values);
  if (low > high) return [0, 1];
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}
