import { evaluate } from "../arrays/evaluate.ts";
import { nameOf } from "./name_of.ts";
import type { Cost } from "../calculus/cost.ts";
import { type ErrorCurve, errorCurve } from "./error_curve.ts";
import { finiteValues } from "./finite_values.ts";
import { formatNamed } from "./float_format.ts";
import type { Format, FormatName } from "./format.ts";
import { ulpDistance } from "./ulp_distance.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** What to measure. */
export interface MeasureErrorsOptions {
  /** Lowest and highest x, both finite; −8 to 8 if left out. */
  readonly domain?: readonly [low: number, high: number];
  /** Grid points, at least 3; 2001 if left out, which puts zero on the default grid. */
  readonly points?: number;
  /** How many derivatives to measure as well, 0 to 2; 1 if left out. */
  readonly derivatives?: 0 | 1 | 2;
  /** The format whose steps are counted; float32 if left out. */
  readonly format?: FormatName;
  /** Where the relative error is measured; the left half of the negative part if left out. */
  readonly tail?: readonly [low: number, high: number];
}

const measureErrorsOptions: Known<MeasureErrorsOptions> = {
  domain: kinds.interval,
  points: kinds.number,
  derivatives: kinds.number,
  format: kinds.text,
  tail: kinds.interval,
};

/** How a candidate differs from a reference: plain data. */
export interface Errors {
  /** The name of the reference. */
  readonly reference: string;
  /** The name of the candidate. */
  readonly candidate: string;
  /** Where they were compared. */
  readonly domain: readonly [low: number, high: number];
  /** The errors of f. */
  readonly value: ErrorCurve;
  /** The same for f′; `null` if not asked for, or one of the two does not know its derivative. */
  readonly derivative: ErrorCurve | null;
  /** The same for f″. */
  readonly secondDerivative: ErrorCurve | null;
  /** The relative error in the left tail; `null` if the domain has no negative part. */
  readonly tail: TailError | null;
  /** The distance in steps of a format. */
  readonly ulps: UlpError;
  /** What the candidate costs, where that is known. */
  readonly cost: Cost | null;
}

/** A relative error and where it occurs. */
export interface RelativeErrorAt {
  /** The place. */
  readonly x: number;
  /** candidate / reference − 1: −1 where the candidate is lost, ∞ where only the reference is zero. */
  readonly relative: number;
}

/** The relative error over a tail. */
export interface TailError {
  /** Where the relative error was measured. */
  readonly domain: readonly [low: number, high: number];
  /** The largest in size; NaN if there is one. */
  readonly max: RelativeErrorAt;
  /** The relative error on the grid, for a chart. */
  readonly curve: readonly RelativeErrorAt[];
}

/** The distance in steps of a format, both values computed in double and rounded once. */
export interface UlpError {
  /** Whose steps are counted. */
  readonly format: FormatName;
  /** How many inputs were tried: every value of a 16-bit format in the domain, else the grid. */
  readonly inputs: number;
  /** At how many of them the two differ. */
  readonly differing: number;
  /** The worst input, and how far apart the two are there. */
  readonly max: { readonly x: number; readonly ulps: number };
}

/**
 * Measures how far a candidate is from a reference.
 *
 * Largest error and where, refined beyond the grid, turning points, zeros and RMSE under N(0, 1), for
 * f, f′ and f″; relative error in the left tail; distance in steps of a format; cost if known.
 * Errors are candidate minus reference.
 *
 * @param reference what is right
 * @param candidate what is measured
 * @param options domain, grid, derivatives, format, tail
 * @returns plain data, with the sampled curves for a chart
 * @throws RangeError if the domain or tail is empty, reversed or not finite, or an option is out of range
 *
 * @example
 * ```ts
 * import { measureErrors, gelu, geluTanh } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { value } = measureErrors(gelu, geluTanh);
 * assertAlmostEquals(value.max.error, 4.7323552e-4, 1e-11);
 * assertAlmostEquals(Math.abs(value.max.x), 2.698941, 1e-6);
 * ```
 */
export function measureErrors(
  reference: RealFunction,
  candidate: RealFunction,
  options: MeasureErrorsOptions = {},
): Errors {
  checkOptions("compare", options, measureErrorsOptions);
  const { domain = [-8, 8], points = 2001, derivatives = 1, format = "float32" } = options;
  checkInterval("domain", domain);
  checkGrid(points, derivatives, format);
  const left = Math.min(domain[1], 0);
  const tail: readonly [number, number] | null = options.tail ??
    (domain[0] < left ? [domain[0], (domain[0] + left) / 2] : null);
  if (tail) checkInterval("tail", tail);
  const [r1, c1] = [reference.derivative, candidate.derivative];
  const [r2, c2] = [r1?.derivative, c1?.derivative];
  const value = errorCurve(reference, candidate, domain, points);
  return {
    reference: nameOf(reference),
    candidate: nameOf(candidate),
    domain,
    value,
    derivative: derivatives > 0 && r1 && c1
      ? errorCurve(withKinks(r1, reference), withKinks(c1, candidate), domain, points)
      : null,
    secondDerivative: derivatives > 1 && r2 && c2
      ? errorCurve(withKinks(r2, reference), withKinks(c2, candidate), domain, points)
      : null,
    tail: tail && tailError(reference, candidate, tail, points),
    ulps: ulpError(reference, candidate, domain, formatNamed(format), value),
    cost: candidate.cost ?? null,
  };
}

/** A derivative jumps at the kinks of the function it belongs to. */
function withKinks(derivative: RealFunction, { kinks }: RealFunction): RealFunction {
  if (!kinks?.length) return derivative;
  const { numerical, derivative: next } = derivative;
  return Object.assign((x: number) => derivative(x), { kinks, numerical, derivative: next });
}

function tailError(
  reference: RealFunction,
  candidate: RealFunction,
  domain: readonly [number, number],
  points: number,
): TailError {
  const xs = Float64Array.from({ length: points }, (_, i) => {
    const t = i / (points - 1);
    return domain[0] * (1 - t) + domain[1] * t;
  });
  const [right, found] = [evaluate(reference, xs), evaluate(candidate, xs)];
  const curve = Array.from(xs, (x, i) => ({ x, relative: relativeError(right[i], found[i]) }));
  const max = curve.reduce((a, b) =>
    Number.isNaN(a.relative) || Math.abs(a.relative) >= Math.abs(b.relative) ? a : b
  );
  return { domain, max, curve };
}

function relativeError(right: number, measured: number): number {
  return right === measured ? 0 : right === 0 ? Infinity : measured / right - 1;
}

function ulpError(
  reference: RealFunction,
  candidate: RealFunction,
  domain: readonly [number, number],
  format: Format,
  { curve }: ErrorCurve,
): UlpError {
  const inputs = format.bits === 16
    ? finiteValues(format, domain)
    : new Set(curve.map(({ x }) => format.round(x)));
  const xs = Float64Array.from(inputs);
  const [right, found] = [evaluate(reference, xs), evaluate(candidate, xs)];
  let differing = 0;
  let max = { x: NaN, ulps: 0 };
  xs.forEach((x, i) => {
    const ulps = ulpDistance(right[i], found[i], format);
    if (ulps > 0) differing++;
    if (ulps > max.ulps || i === 0) max = { x, ulps };
  });
  return { format: format.name, inputs: xs.length, differing, max };
}

function checkInterval(name: string, [low, high]: readonly [number, number]): void {
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return;
  throw new RangeError(
    `Cannot compare over the ${name} as finite low < high must hold: current value is [${low}, ${high}]`,
  );
}

function checkGrid(points: number, derivatives: number, format: FormatName): void {
  if (!Number.isInteger(points) || points < 3) {
    throw new RangeError(
      `Cannot compare as points must be a whole number >= 3: current value is ${points}`,
    );
  }
  if (![0, 1, 2].includes(derivatives)) {
    throw new RangeError(
      `Cannot compare as derivatives must be 0, 1 or 2: current value is ${derivatives}`,
    );
  }
  formatNamed(format);
}
