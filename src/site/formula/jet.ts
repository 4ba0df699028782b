/** A value, its derivative and its second derivative. */
export type Jet = readonly [value: number, first: number, second: number];

/** A number that does not depend on x. */
export const constant = (value: number): Jet => [value, 0, 0];

/** The sum of two. */
export const add = ([a, a1, a2]: Jet, [b, b1, b2]: Jet): Jet => [a + b, a1 + b1, a2 + b2];

/** With the sign turned. */
export const negate = ([a, a1, a2]: Jet): Jet => [-a, -a1, -a2];

/** The product of two. */
export const multiply = ([a, a1, a2]: Jet, [b, b1, b2]: Jet): Jet => [
  a * b,
  times(a1, b) + times(a, b1),
  times(a2, b) + 2 * times(a1, b1) + times(a, b2),
];

/** A function of one, by its value and its two derivatives there. */
export const chain = ([, a1, a2]: Jet, [f, f1, f2]: Jet): Jet => [
  f,
  times(f1, a1),
  times(f2, a1 * a1) + times(f1, a2),
];

/** A product in which 0 wins over ∞: what does not change with x has no slope, however large it is. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
