/** A·z ≤ b, of which z = 0 is a solution: no b is negative. */
export interface Inequality {
  readonly row: readonly number[];
  readonly bound: number;
}

/** Below this a number of the tableau is a zero that rounding spoilt. */
const TINY = 1e-11;

/**
 * The z with the largest c·z among those that satisfy all inequalities; its signs are free.
 *
 * Dantzig's simplex method on a dictionary: a variable of z that has once left 0 never limits a step
 * again, as it has no bound.
 */
export function simplex(inequalities: readonly Inequality[], c: readonly number[]): number[] {
  const n = c.length;
  // basic = t[i][n] + Σ t[i][j]·(nonbasic j); the last row is what grows.
  const t = inequalities.map(({ row, bound }) => Float64Array.of(...row.map((a) => -a), bound));
  const goal = Float64Array.of(...c, 0);
  // Which variable stands where: those of z are 0 … n − 1, slacks come after.
  const columns = Array.from({ length: n }, (_, j) => j);
  const basic = t.map((_, i) => n + i);
  const isFree = (variable: number) => variable < n;
  for (let step = 0; step < 40 * (n + 10); step++) {
    const j = entering(goal, columns, isFree, step);
    if (j < 0) break;
    const sign = goal[j] > 0 ? 1 : -1;
    let [leaving, least, pivot] = [-1, Infinity, 0];
    for (let i = 0; i < t.length; i++) {
      const slope = t[i][j] * sign;
      if (isFree(basic[i]) || slope >= -TINY) continue;
      const ratio = Math.max(0, t[i][n]) / -slope;
      // Of equals the larger pivot, which loses fewer digits.
      if (ratio < least - 1e-13 || (ratio <= least + 1e-13 && -slope > pivot)) {
        [leaving, least, pivot] = [i, Math.min(ratio, least), -slope];
      }
    }
    if (leaving < 0) throw new RangeError("Cannot solve as the programme must be bounded");
    exchange(t, goal, leaving, j);
    [basic[leaving], columns[j]] = [columns[j], basic[leaving]];
  }
  const z = new Array<number>(n).fill(0);
  basic.forEach((variable, i) => {
    if (isFree(variable)) z[variable] = t[i][n];
  });
  return z;
}

/** The column that makes most of a step; after long the first that makes any, so that it ends. */
function entering(
  goal: Float64Array,
  columns: readonly number[],
  isFree: (variable: number) => boolean,
  step: number,
): number {
  let [best, most] = [-1, TINY];
  for (let j = 0; j < columns.length; j++) {
    const gain = isFree(columns[j]) ? Math.abs(goal[j]) : goal[j];
    if (!(gain > most)) continue;
    best = j;
    if (step > 20 * (columns.length + 10)) break;
    most = gain;
  }
  return best;
}

/** What was nonbasic in column j becomes basic in a row, and the other way round. */
function exchange(t: readonly Float64Array[], goal: Float64Array, row: number, j: number): void {
  const pivot = t[row];
  const factor = 1 / pivot[j];
  for (let k = 0; k < pivot.length; k++) pivot[k] *= -factor;
  pivot[j] = factor;
  for (const other of [...t, goal]) {
    const times = other[j];
    if (other === pivot || times === 0) continue;
    for (let k = 0; k < other.length; k++) if (k !== j) other[k] += times * pivot[k];
    other[j] = times * factor;
  }
}
