import type { Expression } from "../expression.ts";
import type { Call, CodeFormat, Language } from "./languages/_language.ts";

/** A language, and the format that is computed in. */
export interface Spelling {
  readonly language: Language;
  readonly format: CodeFormat;
  /** The names of lists of numbers. */
  readonly tables?: ReadonlyMap<Expression, string>;
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
  spelling: Spelling,
  names: ReadonlyMap<Expression, string>,
  whole?: Expression,
): string {
  const { language, format } = spelling;
  const inner = (part: Expression) => spell(part, spelling, names);
  const name = names.get(e);
  if (name && e !== whole) return name;
  switch (e.kind) {
    case "number":
      return language.number(e.value, format);
    case "name":
      return e.name;
    case "polynomial":
      throw new TypeError("Cannot spell a polynomial as it must be lowered first");
    case "piecewise": {
      const of = inner(e.of);
      const number = (x: number) => language.number(x, format);
      const chosen = e.breaks.reduceRight(
        // A line for each piece.
        (rest, at, k) =>
          language.select(`${of} < ${number(at)}`, inner(e.pieces[k]), `\n      ${rest}`),
        inner(e.pieces.at(-1)!),
      );
      return whole === e ? chosen : `(${chosen})`;
    }
    case "table":
      return language.look(spelling.tables!.get(e)!, inner(e.of), e.values.length - 1, format);
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
