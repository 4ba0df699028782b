/**
 * Minimax fits: from target, family and criterion to the exchange, and back.
 *
 * @module
 */

import { approximationOf } from "./approximation_of.ts";
import {
  errorCurve,
  type ErrorOf,
  errorResiduals,
  samplesOf,
  toRecord,
  weightedError,
} from "./_error_curve.ts";
import type { ResolvedCriterion } from "./_criterion.ts";
import type { Fit } from "./fit.ts";
import type { Problem } from "./_problem.ts";
import { grid } from "../calculus/grid.ts";
import { leastSquares } from "../calculus/least_squares.ts";
import { type Minimax, minimax } from "./_minimax.ts";
import { nearMinimax } from "./_near_minimax.ts";

/** Fits by the largest weighted error. */
export function fitMinimax<Name extends string>(
  problem: Problem<Name>,
  { weight }: ResolvedCriterion,
): Fit<Name> {
  const { target, family, criterion, domain, start } = problem;
  const of = { target, family, weight };
  const error = weightedError(of);
  const first = family.parameters.map((name) => start[name]);
  const nearby = toRecord(family.parameters, first.map((value) => value * 1.001 + 1e-5));
  const even = isEven(domain, [start, nearby], error);
  const side = even ? [domain[0], 0] as const : domain;
  const curve = errorCurve(of, side);
  let result: Minimax | undefined;
  for (const p of starts(of, side, first)) {
    const next = minimax(curve, p);
    result = result ? better(result, next) : next;
    if (result.converged) break;
  }

  const { error: largest, points: found, ...rest } = result!;
  const parameters = toRecord(family.parameters, rest.p);
  const final = (x: number) => error(x, parameters);
  const beyond = growth(final, domain, largest);
  const reason = beyond ?? rest.reason;
  const points = even ? mirrored(found, final) : found;
  return {
    family,
    criterion,
    domain,
    parameters,
    f: approximationOf(family, parameters),
    error: largest,
    extrema: points.map(({ x, value }) => ({ x, error: value })),
    iterations: rest.iterations,
    converged: rest.converged && beyond === undefined,
    ...(reason ? { reason } : {}),
  };
}

/** Activations live here; beyond, a family may leave its way before it is near. */
const core = 8;

/** Where an exchange may begin, the likeliest first: by least squares, nearly levelled, near 0 only. */
function* starts<Name extends string>(
  of: ErrorOf<Name>,
  domain: readonly [number, number],
  first: readonly number[],
): Generator<number[]> {
  const samples = samplesOf(domain, of.weight);
  const near = samples.filter((x) => Math.abs(x) <= core);
  for (const xs of near.length < samples.length && near.length > 50 ? [samples, near] : [samples]) {
    const residuals = errorResiduals(of, xs);
    const { p } = leastSquares(residuals, first);
    yield p;
    yield nearMinimax(residuals, p);
  }
}

/** Says so if far out in an infinite domain the error is larger than the fit has it. */
function growth(
  error: (x: number) => number,
  [from, to]: readonly [number, number],
  largest: number,
): string | undefined {
  for (let x = 1e3; x <= 1e15; x *= 10) {
    for (const far of [-x, x]) {
      if (far < from || far > to || Math.abs(error(far)) <= 1.001 * largest) continue;
      return `the error grows towards infinity: it is ${error(far)} at ${far}`;
    }
  }
  return undefined;
}

/** The one that converged, else the one with the smaller error. */
function better(a: Minimax, b: Minimax): Minimax {
  return b.converged || b.error < a.error ? b : a;
}

/** Whether the domain is even, and the size of the error at each of some parameters. */
function isEven<P>(
  [from, to]: readonly [number, number],
  parameters: readonly P[],
  error: (x: number, p: P) => number,
): boolean {
  if (from !== -to) return false;
  return parameters.every((p) => {
    const xs = grid(0, to, 40).slice(1);
    const left = xs.map((x) => Math.abs(error(-x, p)));
    const right = xs.map((x) => Math.abs(error(x, p)));
    const largest = Math.max(...[...left, ...right].filter(Number.isFinite));
    return left.every((value, i) =>
      value === right[i] || Math.abs(value - right[i]) <= 1e-6 * largest
    );
  });
}

/** The points of the left half with those they have on the right. */
function mirrored<P extends { x: number; value: number }>(
  points: readonly P[],
  error: (x: number) => number,
) {
  const right = points.filter(({ x }) => x !== 0)
    .map(({ x, value }) => ({ x: -x, value: Math.sign(error(-x)) * Math.abs(value) }));
  return [...points, ...right.reverse()];
}
