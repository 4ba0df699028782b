/**
 * Minimax fits: from target, family and weight to an error curve, and back.
 *
 * @module
 */

import { extrema } from "./extrema.ts";
import type { Parameters } from "./family.ts";
import type { Criterion, Fit, Problem, Target } from "./fit.ts";
import { grid } from "./_grid.ts";
import { leastSquares } from "./_least_squares.ts";
import { type ErrorCurve, type Minimax, minimax } from "./_minimax.ts";
import { nearMinimax } from "./_near_minimax.ts";

/** Fits by the largest weighted error. */
export function fitMinimax<Name extends string>(problem: Problem<Name>): Fit<Name> {
  const { target, family, criterion, domain, start } = problem;
  const weight = weightOf(criterion, target);
  const record = (p: readonly number[]) => toRecord(family.parameters, p);
  const error = (x: number, p: Parameters<Name>) => {
    const difference = family.f(x, p) - target(x);
    return difference === 0 ? 0 : weight(x) * difference; // a relative error of 0 at a zero is 0
  };
  const first = family.parameters.map((name) => start[name]);
  const even = isEven(domain, [start, record(first.map((v) => v * 1.001 + 1e-5))], error);
  const [from, to] = even ? [domain[0], 0] : domain;
  const kinks = (p: Parameters<Name>) => [...(target.kinks ?? []), ...family.kinks(p)];

  const samples = grid(from, to, 300).filter((x) => Number.isFinite(weight(x)));

  const curve: ErrorCurve = {
    scale: Math.max(
      ...samples.map((x) => weight(x) * Math.abs(target(x))),
    ),
    extrema: (p) => {
      const q = record(p);
      let finite = true;
      const checked = (x: number) => {
        const value = error(x, q);
        finite &&= Number.isFinite(value);
        return value;
      };
      const found = extrema(checked, [from, to], { kinks: kinks(q), floor: 1e-6 });
      if (!finite) return undefined;
      return found.length > 0 ? found : [{ x: samples[0], value: error(samples[0], q) }];
    },
    partials: (x, p) => {
      const q = record(p);
      const at = family.kinks(q).indexOf(x);
      if (at >= 0 && !target.kinks?.includes(x)) return alongKink(at, x, p);
      return family.partials(x, q).map((d) => weight(x) * d);
    },
  };

  /**
   * At a kink that moves with the parameters the error changes along its path. The step of the
   * difference changes the family by a ten-thousandth of the error: the path may bend sharply.
   */
  const alongKink = (at: number, x: number, p: readonly number[]) => {
    const size = 1e-4 * Math.abs(error(x, record(p)));
    const sides = [x * (1 - 1e-6), x * (1 + 1e-6)].map((side) => family.partials(side, record(p)));
    return p.map((_, j) => {
      const slope = weight(x) * Math.max(...sides.map((partials) => Math.abs(partials[j])));
      if (!(slope > 0)) return 0;
      const moved = (by: number) => {
        const q = record(p.map((v, i) => i === j ? v + by : v));
        return error(family.kinks(q)[at], q);
      };
      const step = size / slope;
      return (moved(step) - moved(-step)) / (2 * step);
    });
  };

  const residuals = {
    values: (p: readonly number[]) => samples.map((x) => error(x, record(p))),
    jacobian: (p: readonly number[]) =>
      samples.map((x) => family.partials(x, record(p)).map((d) => weight(x) * d)),
  };
  const fitted = leastSquares(residuals, first).p;
  const direct = minimax(curve, fitted);
  const result = direct.converged
    ? direct
    : better(direct, minimax(curve, nearMinimax(residuals, fitted)));
  const parameters = record(result.p);
  const beyond = growth((x) => error(x, parameters), domain, result.error);
  const reason = beyond ?? result.reason;
  const points = even ? mirrored(result.points, (x) => error(x, parameters)) : result.points;
  return {
    family,
    criterion,
    domain,
    parameters,
    f: (x) => family.f(x, parameters),
    error: result.error,
    extrema: points.map(({ x, value }) => ({ x, error: value })),
    iterations: result.iterations,
    converged: result.converged && beyond === undefined,
    ...(reason ? { reason } : {}),
  };
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

/** Numbers by name. */
export function toRecord<Name extends string>(
  names: readonly Name[],
  p: readonly number[],
): Parameters<Name> {
  return Object.fromEntries(names.map((name, j) => [name, p[j]])) as Parameters<Name>;
}

function weightOf(criterion: Criterion, target: Target): (x: number) => number {
  if (criterion === "minimax") return () => 1;
  if (criterion === "minimax-relative") return (x) => 1 / Math.abs(target(x));
  return (criterion as { minimax: (x: number) => number }).minimax;
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
