import { functions } from "./functions.ts";
import { add, chain, constant, type Jet, multiply, negate } from "./jet.ts";
import type { Formula, Test } from "./parse_formula.ts";

/** Values of the parameters, by name. */
export type Values = Readonly<Record<string, number>>;

/** A formula as a function that gives f, f′ and f″ at once. */
export type Compiled = (x: number, values?: Values) => Jet;

/**
 * Makes a function of a formula. Nothing is evaluated as code: the formula is walked through.
 *
 * @param formula the formula
 * @returns f, f′ and f″, by the rules of differentiation
 */
export function compileFormula(formula: Formula): Compiled {
  const f = compiled(formula);
  return (x, values = {}) => f([x, 1, 0], values);
}

type Part = (x: Jet, values: Values) => Jet;

function compiled(formula: Formula): Part {
  switch (formula.kind) {
    case "number": {
      const value = constant(formula.value);
      return () => value;
    }
    case "name":
      return formula.name === "x" ? (x) => x : (_, values) => constant(values[formula.name]);
    case "minus": {
      const of = compiled(formula.of);
      return (x, values) => negate(of(x, values));
    }
    case "call": {
      const f = functions[formula.name], of = formula.of.map(compiled);
      return (x, values) => f(...of.map((each) => each(x, values)));
    }
    case "binary": {
      const f = binary[formula.sign], [a, b] = [compiled(formula.left), compiled(formula.right)];
      return (x, values) => f(a(x, values), b(x, values));
    }
    case "choice": {
      const test = tested(formula.test);
      const [yes, no] = [compiled(formula.yes), compiled(formula.no)];
      return (x, values) => test(x, values) ? yes(x, values) : no(x, values);
    }
  }
}

function tested({ sign, left, right }: Test): (x: Jet, values: Values) => boolean {
  const [l, r] = [compiled(left), compiled(right)];
  const holds = tests[sign];
  return (x, values) => holds(l(x, values)[0], r(x, values)[0]);
}

const tests: Readonly<Record<Test["sign"], (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const inverse = (a: Jet): Jet => chain(a, [1 / a[0], -1 / a[0] ** 2, 2 / a[0] ** 3]);

const binary = {
  "+": add,
  "-": (a: Jet, b: Jet) => add(a, negate(b)),
  "*": multiply,
  "/": (a: Jet, b: Jet) => multiply(a, inverse(b)),
  "^": power,
} as const;

/** aᵇ: by the rule of powers where b is a number, else as e^(b ln a). */
function power(a: Jet, b: Jet): Jet {
  const [u] = a, [n, n1, n2] = b;
  if (n1 === 0 && n2 === 0) {
    return chain(a, [u ** n, n * u ** (n - 1), n * (n - 1) * u ** (n - 2)]);
  }
  const { exp, log } = functions;
  return exp(multiply(b, log(a)));
}
