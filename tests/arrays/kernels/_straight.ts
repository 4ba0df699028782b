/**
 * Functions whose values are quotients of sums of two numbers, or next to nothing beside one, at inputs
 * where their doubles are next to a tie: there are millions, and an exact comparison of a sum takes no
 * digits beyond two doubles.
 *
 * @module
 */

/** A value (a + b)/c, exactly, or a little more or less where `rest` is 1 or −1. */
type Quotient = readonly [a: number, b: number, c: number, rest?: number];

/** By name, between the breaks. */
const quotients: Readonly<Record<string, (x: number) => Quotient | undefined>> = {
  softShrink0: (x) => [x, x > 0 ? -0.5 : 0.5, 1],
  sparseSigmoid0: (x) => [x, 1, 2],
  sparsePlus1: (x) => [x, 1, 2],
  hardSigmoid0: (x) => [x, 3, 6],
  hardSwish1: (x) => [2 * x, 3, 6],
  // What tanh x lacks of ±1 is less than 2e^(−2|x|).
  tanhShrink0: (x) => Math.abs(x) > 200 ? [x, -Math.sign(x), 1, Math.sign(x)] : undefined,
};

/**
 * On which side of a double the value of such a function lies.
 *
 * @param middle with 25 bits, so that its product with a small number is exact
 * @returns 1, 0 or −1; nothing for other functions
 */
export function straightSide(name: string, x: number, middle: number): number | undefined {
  const quotient = quotients[name]?.(x);
  if (!quotient) return undefined;
  const [a, b, c, little = 0] = quotient;
  // The sum in two parts; the product is near the first, so that the difference is exact.
  const sum = a + b;
  const part = sum - a;
  const rest = a - (sum - part) + (b - part);
  return Math.sign(sum - c * middle + rest) || little;
}
