import { approximationOf } from "../approximation/approximation_of.ts";
import { resolveCriterion } from "../approximation/_criterion.ts";
import type { Fit } from "../approximation/fit.ts";
import { checkFormulated } from "../approximation/code/_check_formulated.ts";
import { extrema } from "../calculus/extrema.ts";
import { grid } from "../calculus/grid.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { formatNamed } from "../comparison/float_format.ts";
import type { FormatName } from "../comparison/format.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { remembered } from "./_remembered.ts";
import { nearestInLattice } from "./_lattice.ts";

/** Of which format the parameters are to be. */
export interface RoundOptions {
  /** The format of all of them. */
  readonly format: FormatName;
  /** Names of parameters that are rounded and left alone. */
  readonly fixed?: readonly string[];
}

/** Parameters and the largest weighted error they give. */
export interface Rounded<Name extends string> {
  /** By name. */
  readonly parameters: NamedNumbers<Name>;
  /** The largest weighted error. */
  readonly error: number;
}

/** A fit with parameters of a format. */
export interface RoundedFit<Name extends string = string> extends Rounded<Name> {
  /** What was approximated. */
  readonly target: RealFunction;
  /** The family that was fitted. */
  readonly family: Fit<Name>["family"];
  /** Over which domain. */
  readonly domain: readonly [number, number];
  /** What was made small. */
  readonly criterion: Fit<Name>["criterion"];
  /** The function with these parameters. */
  readonly f: RealFunction;
  /** What rounding each parameter by itself would have given. */
  readonly plainly: Rounded<Name>;
  /** The error of plain rounding divided by that of these parameters: at least 1. */
  readonly gain: number;
}

const known: Known<RoundOptions> = { format: kinds.needed(kinds.text), fixed: kinds.list };

/** How many inputs the lattice minds. */
const POINTS = 60;
/** Infinite domains are looked at up to here. */
const REACH = 20;

/**
 * The parameters of a minimax fit as numbers of a format, chosen together: rounded one by one they
 * spoil each other, while their errors can be made to cancel.
 *
 * What one last place of each parameter changes at 60 inputs is a vector; the whole multiples of these
 * vectors are a lattice, and near what is needed the closest of its points is looked for by reduction
 * (LLL) and Babai's nearest plane, as fpminimax of Sollya does for polynomials. From there, and from
 * plain rounding, single steps along the reduced vectors are taken while they make the largest error
 * smaller. So it is never worse than plain rounding, though not provably the best.
 *
 * @param fit a minimax fit
 * @param options the format, and what is left alone
 * @returns the parameters, their error, and that of plain rounding
 * @throws TypeError if the fit is one by least squares
 * @see Brisebarre and Chevillard 2007, "Efficient polynomial L∞-approximations",
 *   https://doi.org/10.1109/ARITH.2007.17
 *
 * @example Seven bits each, but chosen together
 * ```ts
 * import { fitFamily, polynomialFamily } from "@actbook/actbook/approximation";
 * import { roundParameters } from "@actbook/actbook/workbench";
 * import { assert } from "@std/assert";
 *
 * const fit = fitFamily({ target: Math.exp, family: polynomialFamily({ degree: 4 }), domain: [0, 1] });
 * const { error, plainly, gain } = roundParameters(fit, { format: "bfloat16" });
 * assert(error < plainly.error && gain > 1);
 * ```
 */
export function roundParameters<Name extends string>(
  fit: Fit<Name>,
  options: RoundOptions,
): RoundedFit<Name> {
  checkOptions("round parameters", options, known);
  checkFormulated("round parameters", fit);
  const { family, target, criterion, domain } = fit;
  const { kind, weight } = resolveCriterion(criterion, target);
  if (kind !== "minimax") {
    throw new TypeError(
      "Cannot round parameters as the fit must be minimax: it is by least squares",
    );
  }
  const format = formatNamed(options.format);
  const { fixed = [] } = options;
  const names = family.parameters;
  const record = (p: readonly number[]) =>
    Object.fromEntries(names.map((name, j) => [name, p[j]])) as NamedNumbers<Name>;
  const bounded = [Math.max(domain[0], -REACH), Math.min(domain[1], REACH)] as const;
  const aim = remembered(target);
  const errorAt = (x: number, q: NamedNumbers<Name>) => {
    const difference = family.f(x, q) - aim(x);
    return difference === 0 ? 0 : weight(x) * difference;
  };
  const errorOf = (p: readonly number[]): Peak => {
    const q = record(p);
    const kinks = [...(target.kinks ?? []), ...family.kinks(q)];
    return extrema((x) => errorAt(x, q), bounded, { kinks })
      .map(({ x, value }) => ({ x, error: Math.abs(value) }))
      .reduce((a, b) => b.error > a.error ? b : a, { x: NaN, error: 0 });
  };
  const exact = names.map((name) => fit.parameters[name]);
  const plain = exact.map(format.round);
  const free = names.map((_, j) => j).filter((j) => !fixed.includes(names[j]));
  const units = exact.map((value) => unitOf(value, format.precision, format.minExponent));

  const xs = grid(...bounded, POINTS - 1).filter((x) => Number.isFinite(weight(x)));
  const partials = xs.map((x) => family.partials(x, fit.parameters).map((d) => weight(x) * d));
  const basis = free.map((j) => partials.map((row) => row[j] * units[j]));
  // What the free ones must make up for: their own rounding, and that of the fixed ones.
  const goal = partials.map((row) =>
    row.reduce((sum, d, j) => sum + d * (exact[j] - (free.includes(j) ? 0 : plain[j])), 0) -
    free.reduce((sum, j) => sum + row[j] * plain[j], 0)
  );
  const { multiples, steps } = nearestInLattice(basis, goal);
  const moved = (from: readonly number[], by: readonly number[], times: number) => {
    const next = [...from];
    free.forEach((j, k) => next[j] = format.round(next[j] + times * by[k] * units[j]));
    return next;
  };
  const single = free.map((_, k) => free.map((_, i) => i === k ? 1 : 0));
  // Where others were worse: most steps are, and are seen to be at one of these.
  const witnesses = [...xs];
  const isWorse = (p: readonly number[], than: number): boolean => {
    const q = record(p);
    const k = witnesses.findIndex((x) => !(Math.abs(errorAt(x, q)) < than));
    if (k > 0) witnesses.unshift(...witnesses.splice(k, 1));
    return k >= 0;
  };
  const search = (start: readonly number[]): Found => {
    let best = { p: [...start], error: errorOf(start).error };
    for (let improved = true; improved;) {
      improved = false;
      for (const step of [...steps, ...single]) {
        for (const times of [-1, 1]) {
          const p = moved(best.p, step, times);
          if (isWorse(p, best.error)) continue;
          const { x, error } = errorOf(p);
          if (error < best.error) [best, improved] = [{ p, error }, true];
          else witnesses.unshift(x);
        }
      }
    }
    return best;
  };
  const plainly = { parameters: record(plain), error: errorOf(plain).error };
  const starts = [plain, moved(plain, multiples, 1)];
  const found = starts.map(search).reduce((a, b) => b.error < a.error ? b : a);
  const parameters = record(found.p);
  return {
    target,
    family,
    domain,
    criterion,
    parameters,
    f: approximationOf(family, parameters),
    error: found.error,
    plainly,
    gain: plainly.error / found.error,
  };
}

interface Peak {
  readonly x: number;
  readonly error: number;
}

interface Found {
  readonly p: readonly number[];
  readonly error: number;
}

/** The distance to the next number of a format with so many bits. */
function unitOf(value: number, precision: number, minExponent: number): number {
  const exponent = value === 0 ? minExponent : Math.floor(Math.log2(Math.abs(value)));
  return 2 ** (Math.max(exponent, minExponent) - precision + 1);
}
