/**
 * Least-squares fits over a continuous density.
 *
 * @module
 */

import { approximationOf } from "./approximation_of.ts";
import { toRecord } from "./_error_curve.ts";
import { extrema } from "../calculus/extrema.ts";
import type { ResolvedCriterion } from "./_criterion.ts";
import type { Fit } from "./fit.ts";
import type { Problem } from "./_problem.ts";
import { gaussLegendre } from "../calculus/gauss_legendre.ts";
import { integrate } from "../calculus/integrate.ts";
import { leastSquares } from "../calculus/least_squares.ts";

/** Fits by the mean square of the error. */
export function fitLeastSquares<Name extends string>(
  problem: Problem<Name>,
  { weight: density, range }: ResolvedCriterion,
): Fit<Name> {
  const { target, family, criterion, start } = problem;
  const domain = boundedDomain(range, problem.domain);
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
    target,
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

function boundedDomain(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const bounded = [Math.max(from, low), Math.min(to, high)] as const;
  if (bounded.every(Number.isFinite) && bounded[0] < bounded[1]) return bounded;
  const required = Number.isFinite(low) ? `reach into [${low}, ${high}]` : "be bounded";
  throw new RangeError(
    `Cannot fit by these least squares as the domain must ${required}: ` +
      `current value is [${from}, ${to}]`,
  );
}
