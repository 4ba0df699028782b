import { exponentOf, powerOfTwo } from "../special/_scale.ts";
import type { Format } from "./format.ts";

/**
 * Every finite value of a format from the lowest to the highest, −0 before +0; where a range holds
 * zero it holds both.
 *
 * @param format the format to go through; a float32 has 4,278,190,080 values, so ask for a part
 * @param range lowest and highest value to give, both included; the whole format if left out
 * @returns the values in ascending order
 * @throws RangeError if the range is reversed or holds NaN
 *
 * @example
 * ```ts
 * import { finiteValues, float16 } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...finiteValues(float16)].length, 63488);
 * assertEquals([...finiteValues(float16, [2048, 2052])], [2048, 2050, 2052]);
 * ```
 */
export function* finiteValues(
  format: Format,
  range: readonly [low: number, high: number] = [-format.max, format.max],
): Generator<number, void, unknown> {
  const [low, high] = range;
  if (!(low <= high)) {
    throw new RangeError(
      `Cannot go through ${format.name} as low <= high must hold: current value is [${range}]`,
    );
  }
  // From the largest size down on the negative side, then up on the positive side.
  if (low <= 0) {
    const most = Math.abs(format.round(low));
    for (const size of sizes(format, most <= format.max ? most : format.max, -1)) {
      if (-size > high) return;
      if (-size >= low) yield -size;
    }
  }
  for (const size of sizes(format, low > 0 ? format.round(low) : 0, 1)) {
    if (size > high) return;
    if (size >= low) yield size;
  }
}

/** From one value that is not negative to the next, up to the largest or down to 0. */
function* sizes(
  { max, minExponent, minNormal, precision }: Format,
  from: number,
  direction: 1 | -1,
): Generator<number, void, unknown> {
  // Between two powers of two values are equally far apart; below the least normal one, as above it.
  let binade = powerOfTwo(Math.max(exponentOf(from), minExponent));
  for (let size = from; size >= 0 && size <= max;) {
    yield size;
    if (direction < 0 && size === binade && binade > minNormal) binade /= 2;
    size += direction * binade * 2 ** (1 - precision);
    if (size === 2 * binade) binade = size;
  }
}
