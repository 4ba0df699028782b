/**
 * Families at given parameters: functions that know what they are.
 *
 * @module
 */

import { differentiateExpression } from "./differentiate_expression.ts";
import { withLimits } from "./_with_limits.ts";
import { compileExpression } from "./evaluate_expression.ts";
import type { Expression } from "./expression.ts";
import type { Family } from "./family.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";

/**
 * The member of a family with the given parameters, as a function.
 *
 * @param family the family
 * @param parameters a number for each of its parameters
 * @param title what to call it, the family's title if not given
 * @returns the function; it computes what `family.f` computes, and far out, where that overflows, its
 * limit
 *
 * @example
 * ```ts
 * import { approximationOf, tanhGate, timesX } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const slope = Math.sqrt(2 / Math.PI);
 * const f = approximationOf(timesX(tanhGate({ degree: 3, slope })), { a3: 0.044715 }, "tanh form");
 * assertAlmostEquals(f(1), 0.8411919906, 1e-10);
 * assertAlmostEquals(f.derivative!(0), 0.5, 1e-15);
 * ```
 */
export function approximationOf<Name extends string>(
  family: Family<Name>,
  parameters: NamedNumbers<Name>,
  title: string = family.title,
): RealFunction {
  const kinks = family.kinks(parameters).filter(Number.isFinite);
  const { expression } = family;
  const known = expression || family.cost
    ? { get: () => family.cost, enumerable: true }
    : undefined;
  return described(
    withLimits((x) => family.f(x, parameters)),
    { title, kinks },
    expression && { expression, parameters },
    known && { cost: known },
  );
}

/** The function with its properties; the derivative is worked out when it is first asked for. */
function described(
  f: (x: number) => number,
  properties: Pick<RealFunction, "title" | "kinks">,
  formula?: { expression: Expression; parameters: NamedNumbers },
  others?: PropertyDescriptorMap,
): RealFunction {
  let slope: RealFunction | undefined;
  const derivative = formula && {
    get: () => slope ??= differentiated(formula, properties),
    enumerable: true,
  };
  return Object.defineProperties(f, {
    ...Object.getOwnPropertyDescriptors(properties),
    ...others,
    ...(derivative ? { derivative } : {}),
  }) as RealFunction;
}

function differentiated(
  { expression, parameters }: { expression: Expression; parameters: NamedNumbers },
  { title, kinks }: Pick<RealFunction, "title" | "kinks">,
): RealFunction {
  const slope = differentiateExpression(expression, "x");
  const f = compileExpression(slope);
  const formula = { expression: slope, parameters };
  return described((x) => f(x, parameters), { title: `(${title})′`, kinks }, formula);
}
