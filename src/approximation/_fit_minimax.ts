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
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import { type ErrorCurve, type Minimax, minimax } from "./_minimax.ts";
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
  const grows = (p: readonly number[], largest: number) => {
    const q = toRecord(family.parameters, p);
    return growth((x) => error(x, q), domain, largest);
  };
  let result: Minimax | undefined;
  for (const next of attempts(of, side, curve, first)) {
    const beyond = grows(next.p, next.error);
    const wild = next.p.some((value) => !(Math.abs(value) < LARGEST));
    const reason = beyond ?? (wild ? "the parameters run away" : undefined);
    const honest = reason ? { ...next, error: Infinity, converged: false, reason } : next;
    if (!result || better(honest, result)) result = honest;
    if (result.converged) break;
  }

  const { error: largest, points: found, ...rest } = result!;
  const parameters = toRecord(family.parameters, rest.p);
  const final = (x: number) => error(x, parameters);
  const { reason } = rest;
  const points = even ? mirrored(found, final) : found;
  return {
    target,
    family,
    criterion,
    domain,
    parameters,
    f: approximationOf(family, parameters),
    error: largest,
    extrema: points.map(({ x, value }) => ({ x, error: value })),
    iterations: rest.iterations,
    converged: rest.converged,
    ...(reason ? { reason } : {}),
  };
}

/** Parameters above it are on their way to infinity. */
const LARGEST = 1e15;

/** Activations live here; beyond, a family may leave its way before it is near. */
const core = 8;

/** Bounded domains that lead to a wide one, each from the fit to the last. */
const radii = [3, 5, 8, 14];

/**
 * Exchanges from wherever they may begin, the likeliest first: least squares, nearly levelled, near 0
 * only, the start itself, the fits to a domain that grows. If all of that fails a parameter may be at
 * the edge of what it can be, as a coefficient that must not be negative: then the others with one
 * parameter at a time left where it begins, or at 0.
 */
function* attempts<Name extends string>(
  of: ErrorOf<Name>,
  domain: readonly [number, number],
  curve: ErrorCurve,
  first: readonly number[],
): Generator<Minimax> {
  for (const p of leastSquaresStarts(of, domain, first)) yield minimax(curve, p);
  yield minimax(curve, first);
  let p = first;
  for (const radius of radii) {
    const part = [Math.max(domain[0], -radius), Math.min(domain[1], radius)] as const;
    if (part[0] === domain[0] && part[1] === domain[1] || !(part[0] < part[1])) break;
    const found = firstConverged(errorCurve(of, part), [
      [p],
      p === first ? [] : leastSquaresStarts(of, part, p),
      leastSquaresStarts(of, part, first),
    ]);
    if (!found) continue;
    p = found.p;
    yield minimax(curve, p);
  }
  if (first.length < 2) return;
  for (let j = 0; j < first.length; j++) {
    for (const value of new Set([first[j], 0])) yield withOneFixed(of, domain, first, j, value);
  }
}

/** The first exchange that converges, of those that begin at each of these in turn. */
function firstConverged(
  curve: ErrorCurve,
  starts: readonly Iterable<readonly number[]>[],
): Minimax | undefined {
  for (const group of starts) {
    for (const p of group) {
      const found = minimax(curve, p);
      if (found.converged) return found;
    }
  }
  return undefined;
}

function* leastSquaresStarts<Name extends string>(
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

/** The best of the exchanges over all parameters but one, which stays at a value. */
function withOneFixed<Name extends string>(
  of: ErrorOf<Name>,
  domain: readonly [number, number],
  first: readonly number[],
  j: number,
  fixed: number,
): Minimax {
  const whole = (rest: readonly number[]) => [...rest.slice(0, j), fixed, ...rest.slice(j)];
  const without = <T>(all: readonly T[]) => all.filter((_, k) => k !== j);
  const { family } = of;
  const filled = (p: NamedNumbers<Name>) => ({ ...p, [family.parameters[j]]: fixed });
  const reduced: ErrorOf<Name> = {
    ...of,
    family: {
      ...family,
      parameters: without(family.parameters),
      f: (x, p) => family.f(x, filled(p)),
      partials: (x, p) => without(family.partials(x, filled(p))),
      kinks: (p) => family.kinks(filled(p)),
    },
  };
  const curve = errorCurve(reduced, domain);
  let best: Minimax | undefined;
  for (const p of leastSquaresStarts(reduced, domain, without(first))) {
    const found = minimax(curve, p);
    if (!best || better(found, best)) best = found;
    if (best.converged) break;
  }
  const reason =
    `the best that was found has ${family.parameters[j]} = ${fixed}: no exchange over ` +
    "all parameters makes the largest error smaller";
  return { ...best!, p: whole(best!.p), converged: false, reason };
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

/** Whether the first converged and the second did not, else whether its error is smaller. */
function better(a: Minimax, b: Minimax): boolean {
  return a.converged === b.converged ? a.error < b.error : a.converged;
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
