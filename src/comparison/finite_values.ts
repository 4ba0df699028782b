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
  const half = 1n << BigInt(format.bits - 1);
  const most = format.encode(format.max);
  // From the largest magnitude down on the negative side, then up on the positive side.
  const first = low > 0 ? -1n : clamp(format.encode(Math.abs(low)), most);
  for (let magnitude = first; magnitude >= 0n; magnitude--) {
    const value = format.decode(half | magnitude);
    if (value > high) return;
    if (value >= low) yield value;
  }
  const start = low > 0 ? format.encode(low) : 0n;
  for (let magnitude = start; magnitude <= most; magnitude++) {
    const value = format.decode(magnitude);
    if (value > high) return;
    if (value >= low) yield value;
  }
}

function clamp(a: bigint, most: bigint): bigint {
  return a < most ? a : most;
}
