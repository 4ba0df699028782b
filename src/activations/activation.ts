/**
 * What an activation function is: a callable that knows its name, formula, derivatives, parameters,
 * kinks, asymptotes and sources. The type refuses an incomplete record.
 *
 * @module
 */

import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { Displayable } from "../display/bundle.ts";
import type { Cost } from "../calculus/cost.ts";
import { once } from "../special/_once.ts";
import { recordOrigin } from "./origin.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { changed, defaultsOf, type Parameter } from "./parameter.ts";

/** A derivative, and how it is computed. */
export interface Derivative extends RealFunction {
  /** A short name, `"gelu′"`. */
  readonly id: string;
  /** The name to print, `"GELU′"`. */
  readonly title: string;
  /** The right-hand side in LaTeX. */
  readonly tex: string;
  /** True where the values come from finite differences, not from a formula. */
  readonly numerical: boolean;
  /** Where it may jump: the kinks of the function it belongs to. */
  readonly kinks: readonly number[];
}

/** The straight line `slope · x + intercept`. */
export interface Line {
  /** The rise per unit of x. */
  readonly slope: number;
  /** The value at x = 0. */
  readonly intercept: number;
}

/** The straight line a function approaches, or `null` if there is none. */
export type Asymptote = Line | null;

/** Who defined or named a function, and where to read it. */
export interface Citation {
  /** The authors. */
  readonly who: string;
  /** The year it appeared. */
  readonly year: number;
  /** The title of the paper or book. */
  readonly title: string;
  /** A DOI or URL, where there is one. */
  readonly url?: string;
}

/** A function, its two derivatives and its shape, at given parameters. */
export interface Formulas {
  /** f itself. */
  readonly f: (x: number) => number;
  /** f′. */
  readonly derivative: (x: number) => number;
  /** f″. */
  readonly secondDerivative: (x: number) => number;
  /** Where the derivative jumps. */
  readonly kinks: readonly number[];
  /** The lines f approaches at −∞ and at ∞. */
  readonly asymptotes: { readonly left: Asymptote; readonly right: Asymptote };
}

/** All there is to say of an activation. Every field is required. */
export interface Definition<Name extends string = string> {
  /** A short name that is unique in the catalogue. */
  readonly id: string;
  /** The name to print. */
  readonly title: string;
  /** Right-hand sides in LaTeX. */
  readonly tex: {
    readonly f: string;
    readonly derivative: string;
    readonly secondDerivative: string;
  };
  /** The numbers that shape it, by name. */
  readonly parameters: Readonly<Record<Name, Parameter>>;
  /** The functions at given parameters. */
  readonly formulas: (values: NamedNumbers<Name>) => Formulas;
  /** Who defined it, where. */
  readonly sources: readonly Citation[];
  /** What f costs by the cheapest of its usual formulas, where one is established. */
  readonly cost?: Cost;
  /** True if `derivative` or `secondDerivative` is a finite difference. */
  readonly numerical?: { readonly derivative: boolean; readonly secondDerivative: boolean };
}

/** An activation function: callable, with its derivatives, parameters and shape. */
export interface Activation extends RealFunction {
  /** A short name that is unique in the catalogue, `"gelu"`. */
  readonly id: string;
  /** The name to print, `"GELU"`. */
  readonly title: string;
  /** The right-hand side in LaTeX, `"x\\,\\Phi(x)"`. */
  readonly tex: string;
  /** The values of its parameters. */
  readonly parameters: NamedNumbers;
  /** What its parameters mean, their defaults, and which values {@linkcode Activation.with} takes. */
  readonly ranges: Readonly<Record<string, Parameter>>;
  /** f′, and f″ behind it. */
  readonly derivative: Derivative & { readonly derivative: Derivative };
  /** Where f′ jumps. */
  readonly kinks: readonly number[];
  /** The lines f approaches at −∞ and at ∞. */
  readonly asymptotes: { readonly left: Asymptote; readonly right: Asymptote };
  /** Who defined it, where. */
  readonly sources: readonly Citation[];
  /** What one evaluation costs, where that is known. */
  readonly cost?: Cost;
  /** Formula, chart and facts, for the last line of a cell. */
  readonly card: Displayable;
  /**
   * The same function at other parameters.
   *
   * @param parameters the ones to change
   * @throws RangeError if there is no such parameter, or its value is out of range
   */
  with(parameters: Readonly<Partial<Record<string, number>>>): Activation;
}

let paint = (activation: Activation): Displayable => {
  throw new Error(`Cannot draw the card of ${activation.id} as the gallery is not loaded`);
};

/**
 * Tells activations how to draw their cards: the gallery calls this, so that imports run one way.
 *
 * @internal
 */
export function paintCardsWith(painter: (activation: Activation) => Displayable): void {
  paint = painter;
}

/**
 * Makes an activation of the catalogue, with the accuracy that the catalogue promises: it is recorded
 * as one of them, at whatever parameters.
 *
 * @param definition all there is to say of it
 * @returns the callable
 */
export function activation<Name extends string>(definition: Definition<Name>): Activation {
  return makeActivation(definition, (f, parameters, order) => {
    recordOrigin(f, { id: definition.id, parameters, order });
  });
}

/** Gets f, f′ or f″ of an activation when it is built, and its parameters. */
type Built = (f: (x: number) => number, parameters: NamedNumbers, order: 0 | 1 | 2) => void;

/**
 * Makes an activation of its definition.
 *
 * @param definition all there is to say of it
 * @param built is told of each that is built, at whatever parameters
 * @returns the callable
 * @internal
 */
export function makeActivation<Name extends string>(
  definition: Definition<Name>,
  built: Built = () => {},
): Activation {
  return build(definition, defaultsOf(definition.id, definition.parameters), built);
}

function build<Name extends string>(
  definition: Definition<Name>,
  values: NamedNumbers<Name>,
  built: Built,
): Activation {
  const { id, tex, sources, cost, numerical } = definition;
  const title = titleAt(definition, values);
  const { f, derivative, secondDerivative, ...shape } = definition.formulas(values);
  const kinks = Object.freeze([...shape.kinks]);
  // Most are never asked for their derivatives, and each costs time when Actbook is imported.
  const second = once(() => {
    const f = callable(secondDerivative, {
      id: `${id}″`,
      title: `${title}″`,
      tex: tex.secondDerivative,
      numerical: numerical?.secondDerivative ?? false,
      kinks,
    });
    built(f, self.parameters, 2);
    return f;
  });
  const first = once(() => {
    const f = callable(derivative, {
      id: `${id}′`,
      title: `${title}′`,
      tex: tex.derivative,
      numerical: numerical?.derivative ?? false,
      kinks,
      get derivative(): Derivative {
        return second();
      },
    });
    built(f, self.parameters, 1);
    return f;
  });
  const self: Activation = callable(f, {
    id,
    title,
    tex: tex.f,
    parameters: Object.freeze<NamedNumbers>({ ...values }),
    ranges: definition.parameters,
    get derivative(): Activation["derivative"] {
      return first();
    },
    kinks,
    asymptotes: Object.freeze({ ...shape.asymptotes }),
    sources: Object.freeze([...sources]),
    ...(cost ? { cost: Object.freeze({ ...cost }) } : {}),
    get card(): Displayable {
      return paint(self);
    },
    with: (changes: Readonly<Partial<Record<string, number>>>) =>
      Object.keys(changes).length === 0
        ? self
        : build(definition, changed(id, definition.parameters, values, changes), built),
  });
  built(self, self.parameters, 0);
  return self;
}

/** The title with the parameters that are not the default ones, so that a legend tells curves apart. */
function titleAt<Name extends string>(
  definition: Definition<Name>,
  values: NamedNumbers<Name>,
): string {
  const own = Object.entries<number>(values)
    .filter(([name, value]) => value !== definition.parameters[name as Name].value)
    .map(([name, value]) => `${name} = ${value}`);
  return own.length === 0 ? definition.title : `${definition.title} (${own.join(", ")})`;
}

/** A formula that gives NaN for what is no number, with the properties on it. */
function callable<Properties extends { readonly id: string }>(
  formula: (x: number) => number,
  properties: Properties,
): ((x: number) => number) & Properties {
  const f = (x: number) => typeof x === "number" ? formula(x) : NaN;
  const described = Object.getOwnPropertyDescriptors(properties);
  Object.defineProperties(f, { ...described, name: { value: properties.id } });
  return Object.freeze(f) as typeof f & Properties;
}
