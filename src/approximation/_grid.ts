/**
 * Sample points of a domain.
 *
 * @module
 */

/** Half of the points of an infinite domain lie within this distance of its finite end, or of 0. */
const scale = 4;

/**
 * Points from one end to the other, evenly spaced in a variable that maps an infinite domain to a
 * finite one; infinite ends themselves are left out.
 *
 * @param from the lower end
 * @param to the upper end
 * @param count how many steps
 */
export function grid(from: number, to: number, count: number): number[] {
  const points: number[] = [];
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    let x: number;
    if (from === -Infinity && to === Infinity) x = scale * (2 * t - 1) / (4 * t * (1 - t));
    else if (to === Infinity) x = from + scale * t / (1 - t);
    else if (from === -Infinity) x = to - scale * (1 - t) / t;
    else x = i === count ? to : from + (to - from) * t;
    if (Number.isFinite(x)) points.push(x);
  }
  return points;
}
