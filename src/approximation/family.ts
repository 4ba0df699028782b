/**
 * Families: functions with parameters to be fitted.
 *
 * @module
 */

import type { Cost } from "../calculus/cost.ts";
import { costOf } from "./cost.ts";
import { differentiateExpression } from "./differentiate_expression.ts";
import { compileExpression } from "./evaluate_expression.ts";
import { children, type Expression } from "./expression.ts";
import { once } from "../special/_once.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** A function of x with named parameters. */
export interface Family<Name extends string = string> {
  /** What to call it, `"tanh of an odd polynomial"`. */
  readonly title: string;
  /** The names of the parameters, in the order of `partials`. */
  readonly parameters: readonly Name[];
  /** Where a fit begins if it is not told. */
  readonly start: NamedNumbers<Name>;
  /** The value at x. */
  readonly f: (x: number, p: NamedNumbers<Name>) => number;
  /** The derivatives by the parameters at x, in their order. */
  readonly partials: (x: number, p: NamedNumbers<Name>) => readonly number[];
  /** Where the slope jumps, in an order that does not depend on the parameters. */
  readonly kinks: (p: NamedNumbers<Name>) => readonly number[];
  /** The formula, for families that have one: it makes code and LaTeX of a fit. */
  readonly expression?: Expression;
  /** What one evaluation costs, where it is known. */
  readonly cost?: Cost;
}

/** What there is to say of a new family: a formula or a function, the rest as far as it is known. */
export interface FamilyDefinition<Name extends string> {
  /** What to call it. */
  readonly title: string;
  /** The parameters with the values where a fit begins. */
  readonly start: NamedNumbers<Name>;
  /** A formula in x and the parameters; derivatives, cost and code come with it. */
  readonly expression?: Expression;
  /** The value at x, if there is no formula. */
  readonly f?: (x: number, p: NamedNumbers<Name>) => number;
  /** The derivatives by the parameters; differences are taken if there are none. */
  readonly partials?: (x: number, p: NamedNumbers<Name>) => readonly number[];
  /** Where the slope jumps; nowhere if not given. */
  readonly kinks?: (p: NamedNumbers<Name>) => readonly number[];
  /** What one evaluation costs, for a family without formula. */
  readonly cost?: Cost;
}

const familyDefinition: Known<FamilyDefinition<string>> = {
  title: kinds.needed(kinds.text),
  start: kinds.needed(kinds.object),
  expression: kinds.object,
  f: kinds.callable,
  partials: kinds.callable,
  kinks: kinds.callable,
  cost: kinds.object,
};

/**
 * Makes a family of functions to fit, of a formula or of any function with parameters.
 *
 * @param definition a formula or a function, and where to start
 * @returns the family
 * @throws TypeError if there is neither a formula nor a function
 * @throws RangeError if there are no parameters, or the formula has a name that is neither x nor one
 *
 * @example
 * ```ts
 * import { family } from "@actbook/actbook";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const powers = family({ title: "a·bˣ", start: { a: 1, b: 2 }, f: (x, { a, b }) => a * b ** x });
 * assertEquals(powers.f(3, { a: 2, b: 2 }), 16);
 * assertAlmostEquals(powers.partials(3, { a: 2, b: 2 })[1], 24); // ∂/∂b = a·x·bˣ⁻¹
 * ```
 */
export function family<Name extends string>(definition: FamilyDefinition<Name>): Family<Name> {
  checkOptions("make a family", definition, familyDefinition);
  const { title, start, expression, kinks = () => [] } = definition;
  const parameters = Object.keys(start) as Name[];
  if (parameters.length === 0) {
    throw new RangeError(
      `Cannot make the family ${title} as it must have a parameter: it has none`,
    );
  }
  const rest = { title, parameters, start, kinks };
  if (expression) {
    checkNames(title, expression, parameters);
    const f = once(() => compileExpression(expression) as Family<Name>["f"]);
    const cost = once(() => costOf(expression));
    const slopes = once(() =>
      parameters.map((name) => compileExpression(differentiateExpression(expression, name)))
    );
    return {
      ...rest,
      expression,
      get f() {
        return f();
      },
      partials: (x, p) => slopes().map((slope) => slope(x, p as NamedNumbers)),
      get cost() {
        return cost();
      },
    };
  }
  const { f, partials, cost } = definition;
  if (!f) throw new TypeError(`Cannot make the family ${title} as it must have f or an expression`);
  return { ...rest, f, partials: partials ?? differences(f, parameters), cost };
}

/** Central differences by each parameter, with a step where truncation and rounding are alike. */
function differences<Name extends string>(
  f: (x: number, p: NamedNumbers<Name>) => number,
  names: readonly Name[],
): Family<Name>["partials"] {
  return (x, p) =>
    names.map((name) => {
      const step = 6e-6 * Math.max(1, Math.abs(p[name]));
      const [above, below] = [p[name] + step, p[name] - step];
      return (f(x, { ...p, [name]: above }) - f(x, { ...p, [name]: below })) / (above - below);
    });
}

function checkNames(title: string, e: Expression, known: readonly string[]): void {
  const visit = (part: Expression): void => {
    if (part.kind === "name") {
      if (part.name === "x" || known.includes(part.name)) return;
      throw new RangeError(
        `Cannot make the family ${title} as each name must be x or a parameter: ` +
          `current name is ${part.name}, parameters are ${known.join(", ")}`,
      );
    }
    children(part).forEach(visit);
  };
  visit(e);
}
