import { SQRT_8_OVER_PI_HIGH, SQRT_8_OVER_PI_LOW } from "../special/_constants.ts";
import { productError } from "../special/_error_free.ts";
import { leave } from "../special/_out.ts";

/**
 * √(8/π)·x·(1 + n c x²) = out[0] + out[1], the doubled argument of geluTanh's tanh where n = 1, and
 * x times its derivative where n = 3.
 *
 * @param x from −2000 to 2000
 * @param c the coefficient of the cube, at least 0
 * @param n a whole number below 2²⁰
 */
export function cubicParts(x: number, c: number, n: number): void {
  const square = x * x;
  const squareLow = productError(x, x, square);
  const once = c * square;
  const onceLow = productError(c, square, once) + c * squareLow;
  const cubic = n * once;
  const cubicLow = productError(n, once, cubic) + n * onceLow;
  const sum = 1 + cubic;
  const part = sum - 1;
  const sumLow = ((1 - (sum - part)) + (cubic - part)) + cubicLow;
  const product = x * sum;
  const productLow = productError(x, sum, product) + x * sumLow;
  const high = SQRT_8_OVER_PI_HIGH * product;
  const low = productError(SQRT_8_OVER_PI_HIGH, product, high) +
    (SQRT_8_OVER_PI_HIGH * productLow + SQRT_8_OVER_PI_LOW * product);
  leave(high, low);
}
