/**
 * Places found to the last bit by plain halving: slow per call, but it cannot miss.
 *
 * @module
 */

/**
 * The two neighbouring doubles between `a` and `b` of which `near` holds for the first alone.
 *
 * @internal
 */
export function bracket(
  near: (x: number) => boolean,
  a: number,
  b: number,
): [near: number, far: number] {
  for (;;) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b) return [a, b];
    if (near(middle)) a = middle;
    else b = middle;
  }
}

/**
 * Where `g` changes sign between `a` and `b`, where its signs differ: the better of two neighbours.
 *
 * @internal
 */
export function bisect(g: (x: number) => number, a: number, b: number): number {
  const rising = g(b) > 0;
  const [left, right] = bracket(
    (x) => {
      const value = g(x);
      return value === 0 || value > 0 !== rising;
    },
    a,
    b,
  );
  return Math.abs(g(left)) <= Math.abs(g(right)) ? left : right;
}
