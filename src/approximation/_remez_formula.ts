import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { polynomialFamily } from "./families/polynomial_family.ts";
import { rationalFamily } from "./families/rational_family.ts";
import type { Family } from "./family.ts";
import type { Criterion } from "./fit.ts";
import type { RemezOptions } from "./_remez_options.ts";

/** What makes a report something that can be exported, computed and proved. */
export interface RemezFormula {
  readonly target: RealFunction;
  readonly domain: readonly [number, number];
  readonly criterion: Criterion;
  readonly family: Family;
  readonly parameters: NamedNumbers;
}

/** The formula of what was found, in powers of x. */
export function remezFormula(
  target: RealFunction,
  { domain, weight, degree, denominator = 0, parity }: RemezOptions,
  numerator: readonly number[],
  below: readonly number[],
): RemezFormula {
  const family = denominator === 0
    ? polynomialFamily({ degree, ...parity ? { parity } : {} })
    : rationalFamily({ numerator: degree, denominator });
  const values: Record<string, number> = {};
  numerator.forEach((c, k) => values[`${denominator === 0 ? "c" : "p"}${k}`] = c);
  below.slice(1).forEach((c, k) => values[`q${k + 1}`] = c);
  const parameters = Object.fromEntries(family.parameters.map((name) => [name, values[name] ?? 0]));
  const criterion: Criterion = weight ? { minimax: weight } : "minimax";
  return { target, domain, criterion, family, parameters };
}
