/**
 * Where functions leave results in two parts, so that those called often make no objects.
 *
 * @module
 */

/** What the last call left: read it before the next. The third place is for parts on the way. */
export const out: Float64Array<ArrayBuffer> = new Float64Array(3);

/**
 * Leaves high + low in two parts: out[0] is the sum as rounded, out[1] what rounding took from it.
 *
 * @param high the larger part in magnitude, or 0
 * @param low the smaller part
 */
export function leave(high: number, low: number): void {
  const sum = high + low;
  out[0] = sum;
  out[1] = low - (sum - high);
}
