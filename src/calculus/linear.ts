/**
 * Least squares by Householder's QR, for small dense systems.
 *
 * @module
 */

/**
 * A solution, and how far from singular the system was.
 *
 * @internal
 */
export interface LinearSolution {
  readonly solution: number[];
  /** The smallest over the largest pivot, with columns scaled to length 1; 0 if singular. */
  readonly conditioning: number;
}

/**
 * The x that makes |Ax − b| smallest, with columns scaled and pivoted.
 *
 * @param rows the rows of A, at least as many as columns
 * @param b the right-hand side
 * @internal
 */
export function solveLeastSquares(
  rows: readonly (readonly number[])[],
  b: readonly number[],
): LinearSolution {
  const [m, n] = [rows.length, rows[0].length];
  const scales = Array.from({ length: n }, (_, j) => Math.hypot(...rows.map((row) => row[j])));
  const a = rows.map((row) => row.map((value, j) => scales[j] > 0 ? value / scales[j] : 0));
  const right = [...b];
  const order = Array.from({ length: n }, (_, j) => j);
  const pivots: number[] = [];
  for (let k = 0; k < n; k++) {
    const rest = (j: number) => {
      let sum = 0;
      for (let i = k; i < m; i++) sum += a[i][j] ** 2;
      return Math.sqrt(sum);
    };
    let best = k;
    for (let j = k + 1; j < n; j++) if (rest(j) > rest(best)) best = j;
    for (const row of a) [row[k], row[best]] = [row[best], row[k]];
    [order[k], order[best]] = [order[best], order[k]];
    const length = rest(k);
    pivots.push(length);
    if (!(length > 0)) break;
    // Reflect column k onto a multiple of the k-th unit vector, the rest of the system with it
    const alpha = a[k][k] > 0 ? -length : length;
    const v = a.map((row, i) => i < k ? 0 : i === k ? row[k] - alpha : row[k]);
    const square = v.reduce((sum, x) => sum + x * x, 0);
    const reflect = (get: (i: number) => number, set: (i: number, x: number) => void) => {
      let dot = 0;
      for (let i = k; i < m; i++) dot += v[i] * get(i);
      for (let i = k; i < m; i++) set(i, get(i) - 2 * dot * v[i] / square);
    };
    for (let j = k; j < n; j++) reflect((i) => a[i][j], (i, x) => a[i][j] = x);
    reflect((i) => right[i], (i, x) => right[i] = x);
  }
  const conditioning = pivots.length < n ? 0 : Math.min(...pivots) / Math.max(...pivots);
  const solution = new Array<number>(n).fill(0);
  for (let k = pivots.length - 1; k >= 0; k--) {
    if (!(pivots[k] > 0)) continue;
    let sum = right[k];
    for (let j = k + 1; j < n; j++) sum -= a[k][j] * solution[order[j]] * scales[order[j]];
    solution[order[k]] = scales[order[k]] > 0 ? sum / a[k][k] / scales[order[k]] : 0;
  }
  return { solution, conditioning: Number.isFinite(conditioning) ? conditioning : 0 };
}
