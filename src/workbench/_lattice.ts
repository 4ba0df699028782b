/** Vectors by rows. */
export type Matrix = readonly (readonly number[])[];

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((s, v, i) => s + v * b[i], 0);

/** The vectors made orthogonal one after the other, and how much of each earlier one was taken. */
function orthogonal(basis: Matrix): { vectors: number[][]; parts: number[][] } {
  const vectors: number[][] = [];
  const parts: number[][] = [];
  for (const row of basis) {
    const v = [...row];
    const taken = vectors.map((earlier) => {
      const size = dot(earlier, earlier);
      const part = size > 0 ? dot(row, earlier) / size : 0;
      earlier.forEach((value, i) => v[i] -= part * value);
      return part;
    });
    vectors.push(v);
    parts.push(taken);
  }
  return { vectors, parts };
}

/**
 * A basis of the same lattice with shorter and more nearly orthogonal vectors, and of which whole
 * multiples of the given ones each is made.
 *
 * Source: A. K. Lenstra, H. W. Lenstra and L. Lovász, "Factoring polynomials with rational
 * coefficients", 1982.
 */
export function reduced(basis: Matrix): { basis: number[][]; multiples: number[][] } {
  const b = basis.map((row) => [...row]);
  const u = basis.map((_, i) => basis.map((_, j) => i === j ? 1 : 0));
  const subtract = (from: number, what: number, times: number) => {
    b[what].forEach((value, i) => b[from][i] -= times * value);
    u[what].forEach((value, i) => u[from][i] -= times * value);
  };
  let k = 1;
  for (let step = 0; k < b.length && step < 10_000; step++) {
    for (let j = k - 1; j >= 0; j--) {
      const times = Math.round(orthogonal(b).parts[k][j]);
      if (times !== 0) subtract(k, j, times);
    }
    const { vectors, parts } = orthogonal(b);
    const [before, here] = [vectors[k - 1], vectors[k]].map((v) => dot(v, v));
    if (here >= (0.75 - parts[k][k - 1] ** 2) * before) k++;
    else {
      [b[k - 1], b[k]] = [b[k], b[k - 1]];
      [u[k - 1], u[k]] = [u[k], u[k - 1]];
      k = Math.max(1, k - 1);
    }
  }
  return { basis: b, multiples: u };
}

/**
 * Whole multiples of the vectors whose sum is near the target (Babai's nearest plane), and the shortest
 * vectors that were found, as steps to its neighbours.
 */
export function nearestInLattice(
  basis: Matrix,
  target: readonly number[],
): { multiples: number[]; steps: number[][] } {
  const { basis: short, multiples: made } = reduced(basis);
  const { vectors } = orthogonal(short);
  const rest = [...target];
  const found = basis.map(() => 0);
  for (let k = short.length - 1; k >= 0; k--) {
    const size = dot(vectors[k], vectors[k]);
    const times = size > 0 ? Math.round(dot(rest, vectors[k]) / size) : 0;
    short[k].forEach((value, i) => rest[i] -= times * value);
    made[k].forEach((value, j) => found[j] += times * value);
  }
  return { multiples: found, steps: made };
}
