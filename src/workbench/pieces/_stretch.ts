import { chebyshevSum, chebyshevValues, powersOf } from "../../calculus/chebyshev.ts";
import { remez } from "../../approximation/remez.ts";

/** A polynomial over a stretch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Coefficients of Chebyshev's polynomials over the stretch. */
  readonly chebyshev: readonly number[];
  /** The largest weighted error. */
  readonly error: number;
  /** No polynomial of this degree has a smaller one. */
  readonly lowerBound: number;
}

/** What is to be approximated, and what errors are multiplied by. */
export interface Goal {
  readonly target: (x: number) => number;
  readonly weight: (x: number) => number;
  readonly kinks: readonly number[];
  readonly degree: number;
}

/** The best polynomial over a stretch. */
export function bestOn({ target, weight, kinks, degree }: Goal, from: number, to: number): Stretch {
  const report = remez(target, { domain: [from, to], degree, weight, kinks });
  const exact = Number.isFinite(report.error);
  const f = exact ? report.f : target;
  const chebyshev = interpolated(f, from, to, degree);
  return exact ? { from, to, chebyshev, error: report.error, lowerBound: report.lowerBound } : {
    from,
    to,
    chebyshev,
    error: sampled(chebyshev, { target, weight }, from, to),
    lowerBound: 0,
  };
}

function sampled(
  chebyshev: readonly number[],
  { target, weight }: Pick<Goal, "target" | "weight">,
  from: number,
  to: number,
): number {
  let largest = 0;
  for (let k = 0; k <= 200; k++) {
    const t = k / 100 - 1;
    const x = from + (to - from) * (t + 1) / 2;
    largest = Math.max(largest, weight(x) * Math.abs(chebyshevSum(chebyshev, t) - target(x)));
  }
  return largest;
}

/** The coefficients of a polynomial of a degree, or of what has the same values at its nodes. */
export function interpolated(
  f: (x: number) => number,
  from: number,
  to: number,
  degree: number,
): number[] {
  const n = degree + 1;
  const nodes = Array.from({ length: n }, (_, k) => Math.cos(Math.PI * (k + 0.5) / n));
  const values = nodes.map((t) => f(from + (to - from) * (t + 1) / 2));
  const bases = nodes.map((t) => chebyshevValues(t, degree));
  return Array.from({ length: n }, (_, j) => {
    const sum = values.reduce((total, value, k) => total + value * bases[k][j], 0);
    return sum * (j === 0 ? 1 : 2) / n;
  });
}

/** The coefficients of the powers of x − centre. */
export const centred = ({ from, to, chebyshev }: Stretch, centre: number): number[] =>
  powersOf(chebyshev, [from - centre, to - centre]);
