/** A stretch of the integral in a variable t of finite range: g(t) = f(x(t))·x′(t). */
export interface Map {
  readonly g: (t: number) => number;
  readonly start: number;
  readonly end: number;
  readonly x: (t: number) => number;
  readonly inverse: (x: number) => number;
}

/** The integrand from one end to the other, of which any may be infinite. */
export function mapped(f: (x: number) => number, from: number, to: number): Map {
  if (from === -Infinity && to === Infinity) {
    return {
      g: (t) => {
        const rest = (1 - t) * (1 + t);
        return scaled(f(t / rest), (1 + t * t) / (rest * rest));
      },
      start: -1,
      end: 1,
      x: (t) => t / ((1 - t) * (1 + t)),
      // The root of t/(1 − t²) = x, in the form that does not cancel.
      inverse: (x) => 2 * x / (1 + Math.sqrt(1 + 4 * x * x)),
    };
  }
  if (to === Infinity || from === -Infinity) {
    const x = to === Infinity ? (t: number) => from + t / (1 - t) : (t: number) => to - t / (1 - t);
    const distance = (x: number) => to === Infinity ? x - from : to - x;
    return {
      g: (t) => scaled(f(x(t)), (1 - t) ** -2),
      start: 0,
      end: 1,
      x,
      inverse: (x) => distance(x) / (1 + distance(x)),
    };
  }
  const same = (x: number) => x;
  return { g: f, start: from, end: to, x: same, inverse: same };
}

/** The product, where 0 stays 0: the slope of the map overflows before a decaying integrand matters. */
function scaled(value: number, slope: number): number {
  return value === 0 ? 0 : value * slope;
}
