/**
 * The weighted error of a family as a function of its parameters.
 *
 * @module
 */

import { extrema } from "../calculus/extrema.ts";
import type { Family } from "./family.ts";
import { grid } from "../calculus/grid.ts";
import type { Residuals } from "../calculus/least_squares.ts";
import type { ErrorCurve } from "./_minimax.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";

/** What the error is of. */
export interface ErrorOf<Name extends string> {
  readonly target: RealFunction;
  readonly family: Family<Name>;
  readonly weight: (x: number) => number;
}

/** Numbers by name. */
export function toRecord<Name extends string>(
  names: readonly Name[],
  p: readonly number[],
): NamedNumbers<Name> {
  return Object.fromEntries(names.map((name, j) => [name, p[j]])) as NamedNumbers<Name>;
}

/** weight · (family − target); 0 where they agree, also at a zero of the target with infinite weight. */
export function weightedError<Name extends string>(
  { target, family, weight }: ErrorOf<Name>,
): (x: number, p: NamedNumbers<Name>) => number {
  return (x, p) => {
    const difference = family.f(x, p) - target(x);
    return difference === 0 ? 0 : weight(x) * difference;
  };
}

/** Sample points of a domain at which the weight is finite. */
export function samplesOf(
  [from, to]: readonly [number, number],
  weight: (x: number) => number,
): number[] {
  return grid(from, to, 300).filter((x) => Number.isFinite(weight(x)));
}

/** Errors at sample points, for least squares. */
export function errorResiduals<Name extends string>(
  of: ErrorOf<Name>,
  samples: readonly number[],
): Residuals {
  const { family, weight } = of;
  const error = weightedError(of);
  return {
    values: (p) => {
      const q = toRecord(family.parameters, p);
      return samples.map((x) => error(x, q));
    },
    jacobian: (p) => {
      const q = toRecord(family.parameters, p);
      return samples.map((x) => family.partials(x, q).map((d) => weight(x) * d));
    },
  };
}

/** Extrema of the error and their derivatives, for the exchange. */
export function errorCurve<Name extends string>(
  of: ErrorOf<Name>,
  domain: readonly [number, number],
): ErrorCurve {
  const { target, family, weight } = of;
  const error = weightedError(of);
  const samples = samplesOf(domain, weight);
  return {
    scale: Math.max(...samples.map((x) => weight(x) * Math.abs(target(x)))),
    extrema: (p) => {
      const q = toRecord(family.parameters, p);
      let finite = true;
      const checked = (x: number) => {
        const value = error(x, q);
        finite &&= Number.isFinite(value);
        return value;
      };
      const kinks = [...(target.kinks ?? []), ...family.kinks(q)];
      const found = extrema(checked, domain, { kinks, floor: 1e-6 });
      if (!finite) return undefined;
      return found.length > 0 ? found : [{ x: samples[0], value: error(samples[0], q) }];
    },
    partials: (x, p) => {
      const q = toRecord(family.parameters, p);
      const kink = target.kinks?.includes(x) ? -1 : family.kinks(q).indexOf(x);
      return kink >= 0
        ? alongKink(of, kink, x, p)
        : family.partials(x, q).map((d) => weight(x) * d);
    },
  };
}

/**
 * At a kink that moves with the parameters the error changes along its path. The step of the
 * difference changes the family by a ten-thousandth of the error: the path may bend sharply.
 */
function alongKink<Name extends string>(
  of: ErrorOf<Name>,
  kink: number,
  x: number,
  p: readonly number[],
): number[] {
  const { family, weight } = of;
  const error = weightedError(of);
  const record = (values: readonly number[]) => toRecord(family.parameters, values);
  const size = 1e-4 * Math.abs(error(x, record(p)));
  const sides = [x * (1 - 1e-6), x * (1 + 1e-6)].map((side) => family.partials(side, record(p)));
  return p.map((_, j) => {
    const slope = weight(x) * Math.max(...sides.map((partials) => Math.abs(partials[j])));
    if (!(slope > 0)) return 0;
    const moved = (by: number) => {
      const q = record(p.map((value, i) => i === j ? value + by : value));
      return error(family.kinks(q)[kink], q);
    };
    const step = size / slope;
    return (moved(step) - moved(-step)) / (2 * step);
  });
}
