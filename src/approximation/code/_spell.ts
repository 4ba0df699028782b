import type { Expression } from "../expression.ts";
import type { Call, CodeFormat, Language } from "./languages/_language.ts";

/** A language, and the format that is computed in. */
export interface Spelling {
  readonly language: Language;
  readonly format: CodeFormat;
}

const binding = { add: 1, subtract: 1, multiply: 2, divide: 2 } as const;
const operators = { add: "+", subtract: "-", multiply: "*", divide: "/" } as const;

/**
 * A lowered formula in a language.
 *
 * @param e the formula
 * @param spelling the language and the format of its numbers
 * @param names names of the parts that have one
 * @param whole the part that is being spelt out although it has a name
 */
export function spell(
  e: Expression,
  { language, format }: Spelling,
  names: ReadonlyMap<Expression, string>,
  whole?: Expression,
): string {
  const inner = (part: Expression) => spell(part, { language, format }, names);
  const name = names.get(e);
  if (name && e !== whole) return name;
  switch (e.kind) {
    case "number":
      return language.number(e.value, format);
    case "name":
      return e.name;
    case "polynomial":
      throw new TypeError("Cannot spell a polynomial as it must be lowered first");
    case "call": {
      const [a, b = ""] = e.arguments.map(inner);
      return language.calls(format)[e.name as Call](a, b);
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
    return `${side(e.left, false)} - ${language.number(-e.right.value, format)}`;
  }
  return `${side(e.left, false)} ${operators[e.kind]} ${side(e.right, true)}`;
}

function isNumber(e: Expression, value: number): boolean {
  return e.kind === "number" && e.value === value;
}
