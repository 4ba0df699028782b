import type { Point } from "./point.ts";

const ratio = (Math.sqrt(5) - 1) / 2;

/**
 * The maximum of a function that has one between `a` and `b`, by golden section: to the square root
 * of the rounding error where it is smooth, to all digits at a kink.
 *
 * @param f the function
 * @param a the lower end
 * @param b the upper end
 * @returns the best point that was seen
 * @internal
 */
export function goldenSection(f: (x: number) => number, a: number, b: number): Point {
  let [left, right] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [low, high] = [f(left), f(right)];
  let best: Point = { x: left, value: low };
  for (let i = 0; i < 80 && left < right; i++) {
    if (low > best.value) best = { x: left, value: low };
    if (high > best.value) best = { x: right, value: high };
    if (low > high) {
      [b, right, high] = [right, left, low];
      left = b - ratio * (b - a);
      low = f(left);
    } else {
      [a, left, low] = [left, right, high];
      right = a + ratio * (b - a);
      high = f(right);
    }
  }
  return best;
}
