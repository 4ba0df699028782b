/** A point of a curve; y is NaN where the curve is interrupted. */
export type Point = readonly [x: number, y: number];

/** Halvings after which a step that is still there is a jump. */
const halvings = 24;

/**
 * Points of a curve at even steps, with a gap at each jump.
 *
 * @param f the curve
 * @param domain from where to where
 * @param count how many steps
 * @returns the points, from left to right
 */
export function sample(
  f: (x: number) => number,
  [from, to]: readonly [number, number],
  count: number,
): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= count; i++) {
    const x = from + (to - from) * i / count;
    const y = f(x);
    const last = points.at(-1);
    if (last) points.push(...gap(f, last, [x, y], (to - from) / 250));
    points.push([x, y]);
  }
  return points;
}

/** Both sides of a jump between two points, if there is one. */
function gap(f: (x: number) => number, a: Point, b: Point, least: number): Point[] {
  const step = Math.abs(b[1] - a[1]);
  if (!(step > least)) return [];
  let [left, right] = [a, b];
  for (let i = 0; i < halvings; i++) {
    const x = (left[0] + right[0]) / 2;
    const y = f(x);
    if (Math.abs(y - left[1]) > Math.abs(right[1] - y)) right = [x, y];
    else left = [x, y];
  }
  const jumps = Math.abs(right[1] - left[1]) > step / 2;
  return jumps ? [left, [left[0], NaN], right] : [];
}
