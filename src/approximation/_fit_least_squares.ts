/**
 * Least-squares fits over a continuous density.
 *
 * @module
 */

import { approximationOf } from "./approximation.ts";
import { toRecord } from "./_error_curve.ts";
import { extrema } from "../calculus/extrema.ts";
import type { Criterion, Fit, Problem } from "./fit_family.ts";
import { gaussLegendre } from "../calculus/gauss_legendre.ts";
import { integrate } from "../calculus/integrate.ts";
import { leastSquares } from "../calculus/least_squares.ts";

/** The normal density is below 1e-32 beyond this. */
const normalRange = 12;

/** Fits by the mean square of the error. */
export function fitLeastSquares<Name extends string>(problem: Problem<Name>): Fit<Name> {
  const { target, family, criterion, start } = problem;
  const domain = boundedDomain(criterion, problem.domain);
  const density = densityOf(criterion);
  const { kinks = [] } = target;
  const nodes = gaussLegendre(domain, [...kinks, ...family.kinks(start)]);
  const total = nodes.reduce((sum, { x, weight }) => sum + weight * density(x), 0);
  const roots = nodes.map(({ x, weight }) => Math.sqrt(weight * density(x) / total));
  const targets = nodes.map(({ x }) => target(x));
  const record = (p: readonly number[]) => toRecord(family.parameters, p);
  const values = (p: readonly number[]) => {
    const q = record(p);
    return nodes.map(({ x }, i) => roots[i] * (family.f(x, q) - targets[i]));
  };
  const result = leastSquares({
    values,
    jacobian: (p) => {
      const q = record(p);
      return nodes.map(({ x }, i) => family.partials(x, q).map((d) => roots[i] * d));
    },
  }, family.parameters.map((name) => start[name]));
  const parameters = record(result.p);
  const f = approximationOf(family, parameters);
  const points = extrema((x) => f(x) - target(x), domain, {
    kinks: [...kinks, ...family.kinks(parameters)],
    floor: 1e-6,
  });
  const error = Math.hypot(...values(result.p));
  const reason = result.reason ?? misjudged(error, (x) => density(x) / total, f, target, domain);
  return {
    family,
    criterion,
    domain: problem.domain,
    parameters,
    f,
    error,
    extrema: points.map(({ x, value }) => ({ x, error: value })),
    iterations: result.iterations,
    converged: result.converged && !reason,
    ...(reason ? { reason } : {}),
  };
}

/** Says so if adaptive quadrature finds another mean square than the fixed nodes. */
function misjudged(
  error: number,
  density: (x: number) => number,
  f: (x: number) => number,
  target: (x: number) => number,
  domain: readonly [number, number],
): string | undefined {
  const square = integrate((x) => density(x) * (f(x) - target(x)) ** 2, domain, { relative: 1e-8 });
  const other = Math.sqrt(square.value);
  return Math.abs(other - error) <= 1e-6 * error + 1e-15
    ? undefined
    : `the error varies too fast: its root mean square is ${error} on the nodes, ${other} between`;
}

function densityOf(criterion: Criterion): (x: number) => number {
  if (criterion === "least-squares") return () => 1;
  if (criterion === "least-squares-normal") return (x) => Math.exp(-x * x / 2);
  return (criterion as { leastSquares: (x: number) => number }).leastSquares;
}

function boundedDomain(
  criterion: Criterion,
  [from, to]: readonly [number, number],
): readonly [number, number] {
  if (criterion === "least-squares-normal") {
    const bounded = [Math.max(from, -normalRange), Math.min(to, normalRange)] as const;
    if (bounded[0] < bounded[1]) return bounded;
  } else if (Number.isFinite(from) && Number.isFinite(to)) return [from, to];
  throw new RangeError(
    `Cannot fit by these least squares as the domain must be bounded` +
      (criterion === "least-squares-normal" ? ` and reach into [-12, 12]` : "") +
      `: current value is [${from}, ${to}]`,
  );
}
