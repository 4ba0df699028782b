import { checkDerivatives } from "./_check_derivatives.ts";
import {
  type Activation,
  type Asymptote,
  type Citation,
  type Formulas,
  makeActivation,
} from "./activation.ts";
import type { Parameter } from "./parameter.ts";
import { numericalDerivative } from "../calculus/numerical_derivative.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { shown } from "../options/shown.ts";

/** A function of x and of the parameters by name. */
export type UserFunction = (x: number, parameters: NamedNumbers) => number;

/** What a user says of a function; only `id` and `f` are needed. */
export interface UserDefinition {
  /** A short name: a letter, then letters, digits, `_` or `-`. */
  readonly id: string;
  /** The name to print; `id` if left out. */
  readonly title?: string;
  /** The right-hand side in LaTeX; `id(x)` if left out. */
  readonly tex?: string;
  /** The function. */
  readonly f: UserFunction;
  /** f′; numerical if left out. */
  readonly derivative?: UserFunction;
  /** f″; numerical if left out. */
  readonly secondDerivative?: UserFunction;
  /** Default values by name, or values with meaning and range. */
  readonly parameters?: Readonly<
    Record<string, number | (Partial<Parameter> & Pick<Parameter, "value">)>
  >;
  /** Where f′ jumps, or f itself. */
  readonly kinks?: readonly number[] | ((parameters: NamedNumbers) => readonly number[]);
  /** The lines f approaches; `null` where there is none, or none is known. */
  readonly asymptotes?: Partial<Formulas["asymptotes"]>;
  /** Who defined it, where. */
  readonly sources?: readonly Citation[];
}

const userDefinition: Known<UserDefinition> = {
  id: kinds.needed(kinds.anything),
  title: kinds.text,
  tex: kinds.text,
  f: kinds.needed(kinds.anything),
  derivative: kinds.anything,
  secondDerivative: kinds.anything,
  parameters: kinds.object,
  kinks: kinds.either(kinds.numbers, kinds.callable),
  asymptotes: kinds.object,
  sources: kinds.list,
};

/**
 * Makes an activation of one's own function, for charts, tables and comparisons.
 *
 * A derivative that is given is checked at construction, at about a hundred points of [−128, 128],
 * against {@linkcode numericalDerivative}; so it is again at each `.with(…)`. Without one, numerical
 * values are used, right to about 1e-12 (f′) and 1e-9 (f″), `.derivative.numerical` is true and the
 * card says so. At ±∞ a numerical derivative is the slope of the asymptote, if given. The functions
 * are wrapped, not changed.
 *
 * @param definition what there is to say of it
 * @returns the activation
 * @throws TypeError if the definition is not of the right shape, or f gives no numbers
 * @throws RangeError if a derivative is not that of the function, naming the point and both values,
 *   or if f′ jumps where no kink is listed
 *
 * @example With a derivative, which is checked
 * ```ts
 * import { defineActivation } from "@actbook/actbook";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const bent = defineActivation({
 *   id: "bent",
 *   f: (x) => (Math.sqrt(x * x + 1) - 1) / 2 + x,
 *   derivative: (x) => x / (2 * Math.sqrt(x * x + 1)) + 1,
 * });
 * assertEquals(bent.derivative(0), 1);
 * assertEquals(bent.derivative.derivative.numerical, true);
 *
 * assertThrows(() => defineActivation({ id: "wrong", f: (x) => x * x, derivative: (x) => x }));
 * ```
 *
 * @example With a parameter and a kink, without a derivative
 * ```ts
 * import { defineActivation } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const vee = defineActivation({
 *   id: "vee",
 *   f: (x, { slope }) => slope * Math.abs(x),
 *   parameters: { slope: { value: 1, min: 0, max: 10 } },
 *   kinks: [0],
 * });
 * assertAlmostEquals(vee.with({ slope: 2 }).derivative(-3), -2, 1e-12);
 * ```
 */
export function defineActivation(definition: UserDefinition): Activation {
  checkOptions("define an activation", definition, userDefinition);
  checkShape(definition);
  const { id, f, derivative, secondDerivative } = definition;
  return makeActivation({
    id,
    title: definition.title ?? id,
    tex: tex(definition),
    parameters: parameters(definition),
    formulas: (values) => {
      const kinks = sorted(definition, values);
      const { left = null, right = null } = definition.asymptotes ?? {};
      const own = (x: number) => f(x, values);
      const ownDerivative = derivative && ((x: number) => derivative(x, values));
      const ownSecond = secondDerivative && ((x: number) => secondDerivative(x, values));
      checkDerivatives({ id, f: own, kinks, derivative: ownDerivative, second: ownSecond });
      const ends = { left, right };
      return {
        f: own,
        derivative: ownDerivative ?? numerical(own, 1, kinks, ends),
        secondDerivative: ownSecond ??
          (ownDerivative
            ? numerical(ownDerivative, 1, kinks, { left: flat(left), right: flat(right) })
            : numerical(own, 2, kinks, ends)),
        kinks,
        asymptotes: ends,
      };
    },
    sources: definition.sources ?? [],
    numerical: { derivative: !derivative, secondDerivative: !secondDerivative },
  });
}

function checkShape({ id, f, derivative, secondDerivative }: UserDefinition): void {
  if (typeof id !== "string" || !/^\p{L}[\p{L}\p{N}_-]*$/u.test(id)) {
    throw new TypeError(
      `Cannot define an activation as id must be a letter followed by letters, digits, "_" or ` +
        `"-": current value is ${shown(id)}`,
    );
  }
  for (const [name, value] of Object.entries({ f, derivative, secondDerivative })) {
    if (typeof value === "function" || (value === undefined && name !== "f")) continue;
    throw new TypeError(
      `Cannot define ${id} as ${name} must be a function: current value is ${shown(value)}`,
    );
  }
  if (secondDerivative && !derivative) {
    throw new TypeError(`Cannot define ${id} as secondDerivative needs derivative beside it`);
  }
}

function tex({ id, tex }: UserDefinition) {
  const name = `\\operatorname{${id.replaceAll("_", "\\_")}}`;
  return { f: tex ?? `${name}(x)`, derivative: `${name}'(x)`, secondDerivative: `${name}''(x)` };
}

function parameters({ id, parameters = {} }: UserDefinition): Record<string, Parameter> {
  const anyNumber = { meaning: "", min: -Infinity, max: Infinity };
  const entries = Object.entries(parameters).map(([name, given]): [string, Parameter] => {
    const parameter = typeof given === "number" ? { value: given } : given;
    if (typeof parameter?.value === "number") return [name, { ...anyNumber, ...parameter }];
    throw new TypeError(
      `Cannot define ${id} as parameter ${name} must be a number or an object with a value: ` +
        `current value is ${shown(given)}`,
    );
  });
  return Object.fromEntries(entries);
}

function sorted({ id, kinks = [] }: UserDefinition, values: NamedNumbers): readonly number[] {
  const list = [...(typeof kinks === "function" ? kinks(values) : kinks)];
  const wrong = list.find((kink) => !Number.isFinite(kink));
  if (wrong === undefined) return list.sort((a, b) => a - b);
  throw new TypeError(`Cannot define ${id} as kinks must be finite: current value is ${wrong}`);
}

function numerical(
  f: (x: number) => number,
  order: 1 | 2,
  kinks: readonly number[],
  { left, right }: Formulas["asymptotes"],
): (x: number) => number {
  const limit = (line: Asymptote) => line === null ? NaN : order === 1 ? line.slope : 0;
  return (x) => {
    if (Number.isFinite(x)) return numericalDerivative(f, x, { order, kinks }).value;
    return x > 0 ? limit(right) : x < 0 ? limit(left) : NaN;
  };
}

/** The asymptote of f′ where f has this one. */
function flat(line: Asymptote): Asymptote {
  return line && { slope: 0, intercept: line.slope };
}
