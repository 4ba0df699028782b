/** A point of a quadrature rule on [−1, 1], and its share. */
export interface Node {
  readonly x: number;
  readonly weight: number;
}

/**
 * The Gauss–Legendre rule on [−1, 1]: the zeros of the Legendre polynomial, by Newton's method. Exact
 * for polynomials of a degree below twice the number of points.
 */
export function gaussLegendreRule(points: number): readonly Node[] {
  return Array.from({ length: points }, (_, k) => {
    let x = Math.cos(Math.PI * (k + 0.75) / (points + 0.5));
    let slope = 0;
    for (let step = 0; step < 10; step++) {
      let [before, value] = [1, x];
      for (let n = 2; n <= points; n++) {
        [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      }
      slope = points * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    return { x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}
