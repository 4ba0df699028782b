/**
 * What rounding takes from sums and products, exactly, with nothing but + − ×.
 *
 * @module
 */

/** 2²⁷ + 1: multiplying by it splits a double in two halves. */
const SPLITTER = 134217729;

/**
 * The upper 26 bits of a double, rounded; the rest fits in 26 bits too, so that the product of two
 * such halves is exact.
 *
 * @param x a number below 2⁹⁹⁶ in magnitude
 * @returns the upper half; `x - upperHalf(x)` is the exact lower half
 */
export function upperHalf(x: number): number {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}

/**
 * What rounding took from a product: `a · b = product + productError(a, b, product)`, exactly,
 * if nothing over- or underflows (|a|, |b| < 2⁹⁹⁶, |a·b| > 2⁻⁹⁶⁹).
 *
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision", 1971.
 *
 * @param a a factor
 * @param b the other factor
 * @param product their product as rounded
 * @returns the error, of the sign that is to be added
 */
export function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const aLow = a - aHigh;
  const bHigh = upperHalf(b);
  const bLow = b - bHigh;
  return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
}

/**
 * What rounding took from a sum: `a + b = sum + sumError(a, b, sum)`, exactly, whichever is larger.
 *
 * Source: D. E. Knuth, "The Art of Computer Programming", volume 2, section 4.2.2.
 *
 * @param a a term
 * @param b the other term
 * @param sum their sum as rounded
 * @returns the error, of the sign that is to be added
 */
export function sumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return (a - (sum - bRounded)) + (b - bRounded);
}
