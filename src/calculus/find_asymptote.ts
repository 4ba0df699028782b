/**
 * The line a function approaches.
 *
 * @module
 */

/** A line found to be an asymptote. */
export interface FoundAsymptote {
  /** The slope of the line. */
  readonly slope: number;
  /** Its value at 0. */
  readonly intercept: number;
  /** How far the line of the last doubling differed, in slope and intercept: what is uncertain. */
  readonly uncertainty: number;
  /** Where it was read off. */
  readonly at: number;
}

/** The last doubling. */
const LAST = 32;

/**
 * The asymptote towards one side, from the chord between X and 2X for X = 8, 16, … 2³²: the line that
 * changes least from one doubling to the next, among those that f still follows at 2³³: far from its
 * bend a function may be flat for a while.
 *
 * @param f the function
 * @param side −1 for the left, 1 for the right
 * @returns the line; null if none settles to within 1e-6
 * @internal
 */
export function findAsymptote(f: (x: number) => number, side: -1 | 1): FoundAsymptote | null {
  const end = side * 2 ** (LAST + 1);
  const last = f(end);
  const lasts = ({ slope, intercept }: { slope: number; intercept: number }) =>
    !Number.isFinite(last) ||
    Math.abs(slope * end + intercept - last) <=
      1e-6 * Math.max(1, Math.abs(slope * 2 ** -10 * end));
  let best: FoundAsymptote | null = null;
  let before: { slope: number; intercept: number } | undefined;
  for (let power = 3; power <= LAST; power++) {
    const x = side * 2 ** power;
    const slope = (f(2 * x) - f(x)) / x;
    const intercept = f(x) - slope * x;
    if (!Number.isFinite(intercept)) break;
    if (before && lasts({ slope, intercept })) {
      const uncertainty = Math.abs(slope - before.slope) +
        Math.abs(intercept - before.intercept);
      if (!best || uncertainty < best.uncertainty) {
        best = { slope: slope + 0, intercept: intercept + 0, uncertainty, at: x };
      }
    }
    before = { slope, intercept };
  }
  return best && best.uncertainty < 1e-6 ? best : null;
}
