import { chebyshevSlope, chebyshevSum } from "../../calculus/chebyshev.ts";
import { type Inequality, simplex } from "./_simplex.ts";
import { type Goal, interpolated, type Stretch } from "./_stretch.ts";

/** What is asked of pieces that meet. */
export interface Joint {
  /** Whether the pieces must rise or fall as the target does. */
  readonly monotonic: boolean;
  /** Values that the first must begin and the last must end with. */
  readonly first?: number;
  readonly last?: number;
}

/**
 * Polynomials over given stretches that meet at their ends, with the smallest largest error: a linear
 * programme over the values at the ends and the inner coefficients, at more and more points until
 * nothing sticks out between them.
 */
export function joinedPieces(
  goal: Goal,
  knots: readonly number[],
  { monotonic, first, last }: Joint,
): Stretch[] {
  const { target, weight, degree } = goal;
  const count = knots.length - 1;
  const inner = Math.max(0, degree - 1);
  const size = knots.length + count * inner;
  const place = (k: number, j: number) => knots.length + k * inner + j;
  const signs = monotonic ? directions(target, knots) : undefined;

  /** What each unknown adds to the value, or slope times length, at a place of a piece. */
  const rowAt = (k: number, u: number, slope: boolean): number[] => {
    const row = new Array<number>(size).fill(0);
    [row[k], row[k + 1]] = slope ? [-1, 1] : [1 - u, u];
    for (let j = 0; j < inner; j++) {
      // u(1 − u)·uʲ… by powers of 2u − 1, which stay between −1 and 1.
      const [v, w] = [2 * u - 1, u * (1 - u)];
      row[place(k, j)] = slope
        ? (1 - 2 * u) * v ** j + w * 2 * j * v ** (j - 1 < 0 ? 0 : j - 1)
        : w * v ** j;
    }
    return row;
  };
  const z = new Array<number>(size).fill(0);
  knots.forEach((x, k) => z[k] = target(x));
  const fixed = new Set<number>();
  for (const [k, value] of [[0, first], [count, last]] as const) {
    if (value === undefined) continue;
    z[k] = value;
    fixed.add(k);
  }
  const moving = (row: readonly number[]) => row.map((a, i) => fixed.has(i) ? 0 : a);
  const dot = (row: readonly number[]) => row.reduce((sum, a, i) => sum + a * z[i], 0);
  const xOf = (k: number, u: number) => knots[k] + (knots[k + 1] - knots[k]) * u;
  const errorAt = (k: number, u: number) => {
    const x = xOf(k, u);
    return weight(x) * (dot(rowAt(k, u, false)) - target(x));
  };
  const few = chebyshevPlaces(4 * (degree + 2));
  const many = chebyshevPlaces(24 * (degree + 2));
  const points = Array.from({ length: count }, () => new Set(few));
  const slopePoints = Array.from({ length: count }, () => new Set(few));
  for (let round = 0; round < 8; round++) {
    const scale = largest(count, many, errorAt);
    if (!(scale > 1e-16)) break;
    const inequalities: Inequality[] = [];
    // The last unknown is how far the largest error, in units of what it is now, falls below 1.
    points.forEach((places, k) => {
      for (const u of places) {
        const [error, w] = [errorAt(k, u) / scale, weight(xOf(k, u))];
        const row = moving(rowAt(k, u, false)).map((a) => a * w);
        inequalities.push({ row: [...row, 1], bound: Math.max(0, 1 - error) });
        inequalities.push({ row: [...row.map((a) => -a), 1], bound: Math.max(0, 1 + error) });
      }
    });
    if (signs) {
      slopePoints.forEach((places, k) => {
        for (const u of places) {
          const row = rowAt(k, u, true).map((a) => -signs * a);
          inequalities.push({ row: [...moving(row), 0], bound: Math.max(0, -dot(row) / scale) });
        }
      });
    }
    const step = simplex(inequalities, [...z.map(() => 0), 1]);
    z.forEach((_, i) => z[i] += step[i] * scale);
    const added = sticking(count, many, errorAt, points) +
      (signs ? falling(count, many, (k, u) => signs * dot(rowAt(k, u, true)), slopePoints) : 0);
    if (added === 0 && round > 0) break;
  }
  return Array.from({ length: count }, (_, k): Stretch => {
    const [from, to] = [knots[k], knots[k + 1]];
    const chebyshev = interpolated(
      (x) => dot(rowAt(k, (x - from) / (to - from), false)),
      from,
      to,
      degree,
    );
    return { from, to, chebyshev, error: largest(1, many, (_, u) => errorAt(k, u)), lowerBound: 0 };
  });
}

/** Places of [0, 1], both ends among them, denser there. */
const chebyshevPlaces = (n: number): number[] =>
  Array.from({ length: n + 1 }, (_, k) => (1 - Math.cos(Math.PI * k / n)) / 2);

function largest(
  count: number,
  places: readonly number[],
  errorAt: (k: number, u: number) => number,
): number {
  let most = 0;
  for (let k = 0; k < count; k++) {
    for (const u of places) most = Math.max(most, Math.abs(errorAt(k, u)));
  }
  return most;
}

/** Adds the places where the error is larger than at all points so far; how many they were. */
function sticking(
  count: number,
  places: readonly number[],
  errorAt: (k: number, u: number) => number,
  points: readonly Set<number>[],
): number {
  let held = 0;
  points.forEach((set, k) => {
    for (const u of set) held = Math.max(held, Math.abs(errorAt(k, u)));
  });
  const small = (k: number, u: number) => Math.abs(errorAt(k, u)) <= held * (1 + 1e-4);
  return addUnless(small, count, places, points);
}

/** Adds the places where the slope has the wrong sign; how many they were. */
function falling(
  count: number,
  places: readonly number[],
  slopeAt: (k: number, u: number) => number,
  points: readonly Set<number>[],
): number {
  return addUnless((k, u) => slopeAt(k, u) >= 0, count, places, points);
}

/** Adds the places that are not fine as they are; how many they were. */
function addUnless(
  fine: (k: number, u: number) => boolean,
  count: number,
  places: readonly number[],
  points: readonly Set<number>[],
): number {
  let added = 0;
  for (let k = 0; k < count; k++) {
    for (const u of places) {
      if (fine(k, u) || points[k].has(u)) continue;
      points[k].add(u);
      added++;
    }
  }
  return added;
}

/** 1 if the target rises from knot to knot, −1 if it falls. */
function directions(target: (x: number) => number, knots: readonly number[]): 1 | -1 {
  const sign = target(knots.at(-1)!) >= target(knots[0]) ? 1 : -1;
  for (let k = 1; k < knots.length; k++) {
    for (let j = 1; j <= 16; j++) {
      const [a, b] = [j - 1, j].map((i) => knots[k - 1] + (knots[k] - knots[k - 1]) * i / 16);
      if (sign * (target(b) - target(a)) >= -1e-15) continue;
      throw new RangeError(
        `Cannot make monotonic pieces as the target must be monotonic: it turns near ${a}`,
      );
    }
  }
  return sign;
}

/** The smallest slope of pieces, times a sign, per unit of x, at many places of each. */
export function leastSlope(pieces: readonly Stretch[], sign: number): number {
  let least = Infinity;
  for (const { from, to, chebyshev } of pieces) {
    const slope = chebyshevSlope(chebyshev);
    for (const u of chebyshevPlaces(64)) {
      least = Math.min(least, sign * chebyshevSum(slope, 2 * u - 1) * 2 / (to - from));
    }
  }
  return least;
}
