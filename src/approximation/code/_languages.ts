/**
 * How formulas are spelt in each programming language.
 *
 * @module
 */

import type { CallName, Expression } from "../expression.ts";

/** The calls that are left in a lowered formula. */
type Call = Exclude<CallName, "gate" | "sigmoid">;

/** A programming language. */
export interface Language {
  readonly number: (value: number) => string;
  readonly calls: Readonly<Record<Call, (a: string, b: string) => string>>;
  /** A line that names a value. */
  readonly local: (name: string, value: string) => string;
  /** The whole function. */
  readonly whole: (
    name: string,
    note: readonly string[],
    body: readonly string[],
    value: string,
  ) => string;
  /** The largest argument of exp, where an overflow is not harmless. */
  readonly clamp?: number;
}

const call = (name: string) => (a: string): string => `${name}(${a})`;
const both = (name: string) => (a: string, b: string): string => `${name}(${a}, ${b})`;

/** With a point or an exponent, so that C does not take it for an integer. */
const real = (value: number): string => {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
};

/** The shortest digits that give the same float32. */
const single = (value: number): string => {
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return real(short);
  }
  return real(Math.fround(value));
};

/** The languages that `exportCode` speaks, besides LaTeX. */
export const languages = {
  typescript: {
    number: String,
    calls: {
      exp: call("Math.exp"),
      exp2: (a) => /^\w+$/.test(a) ? `2 ** ${a}` : `2 ** (${a})`,
      tanh: call("Math.tanh"),
      abs: call("Math.abs"),
      sign: call("Math.sign"),
      step: (a) => `(${a} > 0 ? 1 : 0)`,
      min: both("Math.min"),
      max: both("Math.max"),
    },
    local: (name, value) => `const ${name} = ${value};`,
    whole: (name, note, body, value) =>
      lines(
        ["/**", ...note.map((line) => ` * ${line}`), " */"],
        `export function ${name}(x: number): number {`,
        indent([...body, `return ${value};`], 2),
        "}",
      ),
  },
  python: {
    number: String,
    calls: {
      exp: call("np.exp"),
      exp2: call("np.exp2"),
      tanh: call("np.tanh"),
      abs: call("np.abs"),
      sign: call("np.sign"),
      step: (a) => `np.where(${a} > 0, 1.0, 0.0)`,
      min: both("np.minimum"),
      max: both("np.maximum"),
    },
    local: (name, value) => `${name} = ${value}`,
    whole: (name, note, body, value) =>
      lines(
        "import numpy as np",
        "",
        "",
        `def ${name}(x):`,
        indent([...docstring(note), ...body, `return ${value}`], 4),
      ),
    clamp: 700, // NumPy warns of an overflow
  },
  c: {
    number: real,
    calls: {
      exp: call("exp"),
      exp2: call("exp2"),
      tanh: call("tanh"),
      abs: call("fabs"),
      sign: (a) => `((${a} > 0.0) - (${a} < 0.0))`,
      step: (a) => `(${a} > 0.0 ? 1.0 : 0.0)`,
      min: both("fmin"),
      max: both("fmax"),
    },
    local: (name, value) => `const double ${name} = ${value};`,
    whole: (name, note, body, value) =>
      lines(
        "#include <math.h>",
        "",
        ["/*", ...note.map((line) => ` * ${line}`), " */"],
        `double ${name}(double x) {`,
        indent([...body, `return ${value};`], 2),
        "}",
      ),
  },
  wgsl: {
    number: single,
    calls: {
      exp: call("exp"),
      exp2: call("exp2"),
      tanh: call("tanh"),
      abs: call("abs"),
      sign: call("sign"),
      step: (a) => `select(0.0, 1.0, ${a} > 0.0)`,
      min: both("min"),
      max: both("max"),
    },
    local: (name, value) => `let ${name} = ${value};`,
    whole: (name, note, body, value) =>
      lines(
        note.map((line) => `// ${line}`),
        `fn ${name}(x: f32) -> f32 {`,
        indent([...body, `return ${value};`], 2),
        "}",
      ),
    clamp: 80, // WGSL leaves the result of an overflow open
  },
} satisfies Record<string, Language>;

function docstring([first, ...rest]: readonly string[]): string[] {
  return rest.length === 0 ? [`"""${first}"""`] : [`"""${first}`, "", ...rest, '"""'];
}

function lines(...parts: (string | readonly string[])[]): string {
  return parts.flat().join("\n") + "\n";
}

function indent(text: readonly string[], by: number): string[] {
  return text.map((line) => " ".repeat(by) + line);
}

const binding = { add: 1, subtract: 1, multiply: 2, divide: 2 } as const;
const operators = { add: "+", subtract: "-", multiply: "*", divide: "/" } as const;

/**
 * A lowered formula in a language.
 *
 * @param e the formula
 * @param language the language
 * @param names names of the parts that have one
 * @param whole the part that is being spelt out although it has a name
 */
export function spell(
  e: Expression,
  language: Language,
  names: ReadonlyMap<Expression, string>,
  whole?: Expression,
): string {
  const inner = (part: Expression) => spell(part, language, names);
  const name = names.get(e);
  if (name && e !== whole) return name;
  switch (e.kind) {
    case "number":
      return language.number(e.value);
    case "name":
      return e.name;
    case "polynomial":
      throw new TypeError("Cannot spell a polynomial as it must be lowered first");
    case "call": {
      const [a, b = ""] = e.arguments.map(inner);
      return language.calls[e.name as Call](a, b);
    }
  }
  // + and * are evaluated from the left, so a sum on the right needs brackets, as digits depend on it
  const side = (part: Expression, right: boolean): string => {
    const text = inner(part);
    const negative = text.startsWith("-") && right;
    const loose = !names.has(part) && part.kind in binding &&
      (binding[part.kind as keyof typeof binding] < binding[e.kind] ||
        (right && binding[part.kind as keyof typeof binding] === binding[e.kind]));
    return loose || negative ? `(${text})` : text;
  };
  if (isNumber(e.left, -1) && e.kind === "multiply") {
    const text = side(e.right, true);
    return text.startsWith("2 **") ? `-(${text})` : `-${text}`; // −2 ** u is no TypeScript
  }
  if (e.kind === "add" && e.right.kind === "number" && e.right.value < 0) {
    return `${side(e.left, false)} - ${language.number(-e.right.value)}`;
  }
  return `${side(e.left, false)} ${operators[e.kind]} ${side(e.right, true)}`;
}

function isNumber(e: Expression, value: number): boolean {
  return e.kind === "number" && e.value === value;
}
