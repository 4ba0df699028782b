/** A point of a curve; `null` for y lifts the pen. */
export type CurvePoint = readonly [x: number, y: number | null];

/**
 * Thins a curve for drawing: of each stretch of x it keeps the first and the last point, the lowest
 * and the highest, and the gaps, so that the picture is the same and no extremum is lost. At most
 * about five points are kept in each stretch.
 *
 * Source: Jugel and others, M4: a visualization-oriented time series data aggregation, 2014,
 * https://doi.org/10.14778/2732951.2732953
 *
 * @param points the curve, in order of x
 * @param stretches into how many equal stretches of x it is cut; one for each pixel is enough
 * @returns the points that are kept, in order; all of them if there are few
 * @throws RangeError if `stretches` is not a positive integer
 *
 * @example
 * ```ts
 * import { thin } from "@actbook/actbook/display";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const wave = Array.from({ length: 100_000 }, (_, i) => [i, Math.sin(i / 1000)] as const);
 * const few = thin(wave, 500);
 * assert(few.length < 2_500);
 * assertEquals(Math.max(...few.map(([, y]) => y!)), Math.max(...wave.map(([, y]) => y)));
 * ```
 */
export function thin(points: readonly CurvePoint[], stretches: number): readonly CurvePoint[] {
  if (!(Number.isInteger(stretches) && stretches > 0)) {
    throw new RangeError(
      `Cannot thin a curve as stretches must be a positive integer: current value is ${stretches}`,
    );
  }
  if (points.length <= 4 * stretches) return points;
  const low = points[0][0];
  const width = (points[points.length - 1][0] - low) / stretches;
  const kept: CurvePoint[] = [];
  let start = 0;
  while (start < points.length) {
    const stretch = Math.floor((points[start][0] - low) / width);
    let end = start + 1;
    // A gap is a stretch of its own, so that the pen is lifted where it was.
    const gap = points[start][1] === null;
    while (
      end < points.length && (points[end][1] === null) === gap &&
      (gap || Math.floor((points[end][0] - low) / width) === stretch)
    ) end++;
    kept.push(...gap ? [points[start]] : ends(points, start, end));
    start = end;
  }
  return kept;
}

/** First, lowest, highest and last of the points from `start` to before `end`, in order. */
function ends(points: readonly CurvePoint[], start: number, end: number): CurvePoint[] {
  let lowest = start;
  let highest = start;
  for (let i = start + 1; i < end; i++) {
    if (points[i][1]! < points[lowest][1]!) lowest = i;
    if (points[i][1]! > points[highest][1]!) highest = i;
  }
  const indices = [...new Set([start, lowest, highest, end - 1])].sort((a, b) => a - b);
  return indices.map((i) => points[i]);
}
