/** A local maximum of |g| and how wide it is. */
export interface Peak {
  readonly at: number;
  /** The distance at which |g| is less than half as large. */
  readonly width: number;
}

/** Smaller steps than this part of the first one are not taken. */
const FINEST = 2 ** -40;

/**
 * The local maximum of |g| uphill from a point, by steps that are halved where neither side is higher.
 *
 * @param g the function
 * @param start where it is not 0
 * @param step the first step
 * @param bounds what is not to be left
 */
export function climb(
  g: (t: number) => number,
  start: number,
  step: number,
  [from, to]: readonly [number, number],
): Peak {
  const size = (t: number) => t > from && t < to ? Math.abs(g(t)) : -1;
  let [at, height] = [start, size(start)];
  for (let h = step; h > step * FINEST;) {
    const [left, right] = [size(at - h), size(at + h)];
    if (Math.max(left, right) > height) {
      [at, height] = left > right ? [at - h, left] : [at + h, right];
    } else h /= 2;
  }
  let width = step * FINEST;
  while (width < step && size(at + width) > height / 2 && size(at - width) > height / 2) width *= 2;
  return { at, width };
}
