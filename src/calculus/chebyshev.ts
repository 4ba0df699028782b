/**
 * Sums of Chebyshev polynomials.
 *
 * @module
 */

/**
 * T₀(t), T₁(t), …, Tₙ(t).
 *
 * @internal
 */
export function chebyshevValues(t: number, n: number): number[] {
  const values = [1, t];
  for (let k = 2; k <= n; k++) values.push(2 * t * values[k - 1] - values[k - 2]);
  return values.slice(0, n + 1);
}

/**
 * c₀ + c₁T₁(t) + c₂T₂(t) + …, by Clenshaw's recurrence.
 *
 * @internal
 */
export function chebyshevSum(c: readonly number[], t: number): number {
  let [one, two] = [0, 0];
  for (let k = c.length - 1; k > 0; k--) [one, two] = [2 * t * one - two + c[k], one];
  return t * one - two + c[0];
}

/**
 * The coefficients of the derivative by t.
 *
 * @internal
 */
export function chebyshevSlope(c: readonly number[]): number[] {
  const d = new Array<number>(Math.max(1, c.length)).fill(0);
  for (let k = c.length - 1; k > 0; k--) d[k - 1] = (d[k + 1] ?? 0) + 2 * k * c[k];
  d[0] /= 2;
  return d;
}

/**
 * The coefficients of the powers of x of Σ cₖTₖ(t), where t maps the domain to [−1, 1].
 *
 * @internal
 */
export function powersOf(
  c: readonly number[],
  [from, to]: readonly [number, number],
): number[] {
  const [scale, shift] = [2 / (to - from), -(to + from) / (to - from)];
  const times = (p: readonly number[]) => { // (scale·x + shift)·p
    const product = new Array<number>(p.length + 1).fill(0);
    p.forEach((value, k) => {
      product[k] += shift * value;
      product[k + 1] += scale * value;
    });
    return product;
  };
  const sum = new Array<number>(c.length).fill(0);
  let [before, now] = [[1], times([1])];
  c.forEach((value, k) => {
    const power = k === 0 ? before : now;
    power.forEach((p, j) => sum[j] += value * p);
    if (k === 0) return;
    const next = times(now).map((p, j) => 2 * p - (before[j] ?? 0));
    [before, now] = [now, next];
  });
  return sum;
}
