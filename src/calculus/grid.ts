/**
 * Sample points of a domain.
 *
 * @module
 */

/** Half of the points of an infinite domain lie within this distance of its finite end, or of 0. */
const scale = 4;

/** In a bounded domain wider than this the points are densest around 0. */
const wide = 40;

/**
 * Points from one end to the other, evenly spaced, in a wide domain after asinh, in an infinite one
 * after a map to a finite one; infinite ends themselves are left out.
 *
 * @param from the lower end
 * @param to the upper end
 * @param count how many steps
 * @internal
 */
export function grid(from: number, to: number, count: number): number[] {
  const points: number[] = [];
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    let x: number;
    if (from === -Infinity && to === Infinity) x = scale * (2 * t - 1) / (4 * t * (1 - t));
    else if (to === Infinity) x = from + scale * t / (1 - t);
    else if (from === -Infinity) x = to - scale * (1 - t) / t;
    else if (i === 0 || i === count) x = i === 0 ? from : to;
    else if (to - from <= wide) x = from + (to - from) * t;
    else x = Math.sinh(Math.asinh(from) * (1 - t) + Math.asinh(to) * t);
    if (Number.isFinite(x)) points.push(x);
  }
  return points;
}
