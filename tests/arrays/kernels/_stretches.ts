/**
 * All float32 in stretches so short that a polynomial takes the place of a function there.
 *
 * @module
 */

/** Neighbouring bit patterns: numbers of one sign, from near 0 outwards. */
export interface Stretch {
  /** The first bit pattern. */
  readonly first: number;
  readonly count: number;
  /** The middle of the numbers, and half of what they extend over. */
  readonly middle: number;
  readonly radius: number;
}

/** Bit patterns of an exponent. */
const BINADE = 2 ** 23;

/**
 * The finite float32, in order of their bit patterns: stretches of an eighth of their distance from 0
 * at most where |x| < 2⁻⁷, of 2⁻⁷ where |x| < 128, of one part in 32 farther out.
 */
export function* stretches(): Generator<Stretch> {
  for (const sign of [1, -1]) {
    for (let exponent = 0; exponent < 255; exponent++) {
      const start = 2 ** (Math.max(exponent, 1) - 127);
      const parts = exponent === 0 ? 1 : start >= 128 ? 32 : Math.max(8, start * 128);
      const from = exponent === 0 ? 0 : start;
      for (let part = 0; part < parts; part++) {
        const radius = start / parts / 2;
        yield {
          first: (sign < 0 ? 2 ** 31 : 0) + exponent * BINADE + part * (BINADE / parts),
          count: BINADE / parts,
          middle: sign * (from + (2 * part + 1) * radius),
          radius,
        };
      }
    }
  }
}

/** Σ cₖ tᵏ with t = (x − middle)/radius, and by how much it may be off. */
export interface Polynomial {
  readonly coefficients: readonly number[];
  readonly error: number;
}

/** How many values a polynomial goes through. */
const NODES = 10;
const order = Array.from({ length: NODES }, (_, k) => k);
/** Near the zeros of the Chebyshev polynomial of that degree, with few bits, so that nodes are exact. */
const nodes = order.map((k) =>
  Math.round(Math.cos(Math.PI * (k + 0.5) / NODES) * 2 ** 20) / 2 ** 20
);
/** From values at the nodes to coefficients of Chebyshev polynomials, and from those to powers of t. */
const weights = inverse(nodes.map((t) => order.map((j) => Math.cos(j * Math.acos(t)))));
const powers = chebyshevPowers();

/** The error of a double of the catalogue through the nodes: 4 ulp, times 2.5, and of the sums. */
const ERROR = 2 ** -47;

/** A value so large or so small that it is ±∞ or ±0 in float32. */
const isEnd = (y: number) => Math.abs(y) >= 2 ** 129 || Math.abs(y) < 2 ** -151;

/**
 * The polynomial through values of a function in a stretch.
 *
 * All functions of the catalogue are analytic within ⅛ of a number that is on one of their pieces, and
 * farther out, where |x| > 128, within ½|x|, but for what is too small to count. The nodes lie
 * within 1/16 of that, and so the coefficients of Chebyshev's polynomials fall by a factor of 32 and
 * more; what the last two are counts as error, four times.
 *
 * @returns the double itself where all of them are so large or so small that one float32 says it all;
 *   nothing where the values are not all numbers
 */
export function polynomialIn(
  f: (x: number) => number,
  { middle, radius }: Stretch,
): Polynomial | undefined {
  const values = nodes.map((t) => f(middle + radius * t));
  if (values.some((y) => y !== y)) return undefined;
  const singles = new Set(values.map((y) => Object.is(Math.fround(y), -0) ? "-0" : Math.fround(y)));
  if (singles.size === 1 && values.every(isEnd)) {
    return { coefficients: [Math.fround(values[0])], error: 0 };
  }
  if (!values.every(Number.isFinite)) return undefined;
  const size = Math.max(...values.map(Math.abs));
  const level = values[0];
  const terms = order.map((j) => {
    return values.reduce((sum, y, k) => sum + (y - level) * weights[j][k], 0);
  });
  const sizes = terms.map(Math.abs);
  const rest = (degree: number) => sizes.slice(degree + 1).reduce((sum, b) => sum + b, 0);
  const degree = degrees.find((degree) => rest(degree) <= size * 2 ** -49)!;
  const coefficients = order.slice(0, degree + 1).map((k) =>
    terms.slice(0, degree + 1).reduce((sum, b, j) => sum + b * powers[j][k], 0)
  );
  coefficients[0] += level;
  return { coefficients, error: size * ERROR + 4 * (sizes[NODES - 2] + sizes[NODES - 1]) };
}

/** Degrees of polynomials for which there is code. */
export const degrees: readonly number[] = [0, 1, 3, 5, NODES - 1];

function chebyshevPowers(): number[][] {
  const all: number[][] = [0, 1].map((j) => order.map((k) => k === j ? 1 : 0));
  for (let j = 2; j < NODES; j++) {
    all.push(order.map((k) => (k > 0 ? 2 * all[j - 1][k - 1] : 0) - all[j - 2][k]));
  }
  return all;
}

/** The inverse of a matrix, by elimination. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => i === j ? 1 : 0)]);
  rows.forEach((_, i) => {
    const pivot = rows.reduce(
      (best, row, k) => k >= i && Math.abs(row[i]) > Math.abs(rows[best][i]) ? k : best,
      i,
    );
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    const unit = rows[i].map((value) => value / rows[i][i]);
    rows.forEach((row, k) => rows[k] = k === i ? unit : row.map((v, j) => v - row[i] * unit[j]));
  });
  return rows.map((row) => row.slice(rows.length));
}
