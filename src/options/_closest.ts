/**
 * The name that was probably meant: the one fewest letters away, if that is at most a third of them,
 * or two. Two neighbours that changed places count as one letter, and capitals do not matter.
 */
export function closest(given: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => distance(given.toLowerCase(), name.toLowerCase()));
  const least = Math.min(...distances);
  return least <= Math.max(2, given.length / 3) && least < given.length
    ? names[distances.indexOf(least)]
    : undefined;
}

/** The fewest letters to put in, leave out, replace or swap with their neighbour. */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
