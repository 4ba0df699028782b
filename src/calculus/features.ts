/**
 * The landmarks of a function: zeros, minima, maxima, inflections, asymptotes.
 *
 * @module
 */

import { checkFunction } from "../options/check_function.ts";
import { findAsymptote, type FoundAsymptote } from "./find_asymptote.ts";
import { checkDomain } from "./domain.ts";
import { signChanges } from "./sign_changes.ts";
import { numericalDerivative } from "./numerical_derivative.ts";
import type { RealFunction } from "./real_function.ts";

export type { FoundAsymptote };

/** A landmark, and how it was found. */
export interface Landmark {
  /** Where: of the two neighbouring doubles between which the sign changes the better one. */
  readonly x: number;
  /** The value of f there. */
  readonly value: number;
  /** What is left of what should be 0 there: f at a zero, f′ at an extremum, f″ at an inflection. */
  readonly residual: number;
  /** How it was found, and how far it can be off. */
  readonly how: string;
}

/** The landmarks of a function over a domain, and what it does far out. */
export interface Features {
  /** Where was looked. */
  readonly domain: readonly [number, number];
  /** Where f crosses or touches 0, without stretches. */
  readonly zeros: readonly Landmark[];
  /** Stretches where f is exactly 0. */
  readonly zeroStretches: readonly { readonly from: number; readonly to: number }[];
  /** Where f turns from falling to rising. */
  readonly minima: readonly Landmark[];
  /** Where f turns from rising to falling. */
  readonly maxima: readonly Landmark[];
  /** Where f″ changes its sign. */
  readonly inflections: readonly Landmark[];
  /** The lines that f approaches, `null` where there is none. */
  readonly asymptotes: {
    readonly left: FoundAsymptote | null;
    readonly right: FoundAsymptote | null;
  };
}

/**
 * Finds the zeros, minima, maxima, inflections and asymptotes of a function.
 *
 * f, f′ and f″ are looked at on 4000 steps; where one changes its sign the place is bracketed and
 * halved down to neighbouring doubles. With the derivatives of this library's own functions that is
 * right to the last digit. Without derivatives differences are taken, on 500 steps, which leave about
 * 11 digits of a minimum and 8 of an inflection. Two landmarks of one kind within a step are missed.
 *
 * @param f the function
 * @param domain where to look, bounded; [−20, 20] if not given
 * @returns the landmarks in rising x, each with its residual and how it was found
 * @throws RangeError if the domain is empty, reversed, NaN or not bounded, or f is NaN somewhere in it
 *
 * @example
 * ```ts
 * import { features, gelu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const { minima, inflections, zeros } = features(gelu);
 * assertEquals(minima.map(({ x }) => x), [-0.7517915246935645]);
 * assertEquals(inflections.map(({ x }) => x), [-Math.SQRT2, Math.SQRT2]);
 * assertEquals(zeros.map(({ x }) => x), [0]);
 * ```
 */
export function features(
  f: RealFunction,
  domain: readonly [number, number] = [-20, 20],
): Features {
  checkFunction("find features", "f", f);
  const bounded = checkBounded(f, domain);
  const first = derivative(f, 1);
  const second = derivative(f, 2);
  const kinks = (f.kinks ?? []).filter((x) => bounded[0] < x && x < bounded[1]);
  const look = (g: (x: number) => number, steps = 4000) => signChanges(g, bounded, kinks, steps);
  const landmark = (x: number, residual: number, how: string): Landmark => ({
    x,
    value: f(x),
    residual,
    how,
  });

  const [crossings, turns, bends] = [
    look(f),
    look(first.f, first.steps),
    look(second.f, second.steps),
  ];
  const turning = (rising: boolean) =>
    turns.changes.filter((change) => change.rising === rising)
      .map(({ x, residual, jump }) => {
        const kink = kinks.find((k) => Math.abs(k - x) <= 1e-9);
        return kink === undefined
          ? landmark(x, residual, told(first.how, jump))
          : landmark(kink, residual, "f′ jumps over 0 at a kink that f states");
      });
  const minima = turning(true);
  const maxima = turning(false);
  const touching = [...minima, ...maxima].filter(({ value }) => value === 0)
    .map(({ x, value }) => landmark(x, value, "f touches 0 at an extremum"));
  const crossing = crossings.changes
    .map(({ x, residual, jump }) => landmark(x, residual, told("f", jump)));
  const zeros = [...crossing, ...touching.filter(({ x }) => !crossing.some((c) => c.x === x))];
  return {
    domain: bounded,
    zeros: zeros.sort((a, b) => a.x - b.x),
    zeroStretches: crossings.stretches,
    minima,
    maxima,
    inflections: bends.changes
      .map(({ x, residual, jump }) => landmark(x, residual, told(second.how, jump))),
    asymptotes: { left: findAsymptote(f, -1), right: findAsymptote(f, 1) },
  };
}

function told(what: string, jump: boolean): string {
  return jump
    ? `${what} jumps over 0, bracketed to neighbouring doubles`
    : `${what} changes its sign, bracketed to neighbouring doubles`;
}

/** f′ or f″, how it comes about, and how many steps it is worth. */
function derivative(
  f: RealFunction,
  order: 1 | 2,
): { f: (x: number) => number; how: string; steps: number } {
  const given = order === 1 ? f.derivative : f.derivative?.derivative;
  const sign = order === 1 ? "f′" : "f″";
  if (given) return { f: given, how: sign, steps: 4000 };
  const { kinks = [] } = f;
  // What rounding alone can make of a difference counts as 0
  const difference = (x: number) => {
    const { value, error } = numericalDerivative(f, x, { order, kinks });
    return Math.abs(value) > 4 * error ? value : 0;
  };
  return { f: difference, how: `${sign} by differences`, steps: 500 };
}

function checkBounded(f: RealFunction, domain: readonly [number, number]): [number, number] {
  const [from, to] = checkDomain("find features", domain);
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    throw new RangeError(
      `Cannot find features as the domain must be bounded: current value is [${from}, ${to}]`,
    );
  }
  for (let i = 0; i <= 200; i++) {
    const x = from + (to - from) * i / 200;
    if (!Number.isNaN(f(x))) continue;
    throw new RangeError(
      `Cannot find features as f must be a number in the domain: current value is NaN at ${x}`,
    );
  }
  return [from, to];
}
