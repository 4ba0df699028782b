import type { CallName } from "../../expression.ts";

/** The calls that are left in a lowered formula. */
export type Call = Exclude<CallName, "gate" | "sigmoid">;

/** The format that code computes in. */
export type CodeFormat = "float32" | "float64";

/** Lines that name parts of a formula, and the formula in terms of them. */
export interface Body {
  readonly lines: readonly string[];
  readonly value: string;
}

/** What a function is written of. */
export interface Parts {
  readonly name: string;
  readonly note: readonly string[];
  readonly body: Body;
  /** Its derivative, for languages that are told how to differentiate. */
  readonly slope?: Body;
  readonly format: CodeFormat;
}

/** A programming language whose formulas are written between operators. */
export interface Language {
  /** The formats it is written in, the usual one first. */
  readonly formats: readonly CodeFormat[];
  readonly number: (value: number, format: CodeFormat) => string;
  readonly calls: (format: CodeFormat) => Readonly<Record<Call, (a: string, b: string) => string>>;
  readonly select: (condition: string, a: string, b: string) => string;
  /** A line that names a list of numbers, and the number at a place of it, the last if beyond. */
  readonly table: (name: string, values: readonly string[], format: CodeFormat) => string;
  readonly look: (name: string, place: string, last: number, format: CodeFormat) => string;
  /** A line that names a value. */
  readonly local: (name: string, value: string, format: CodeFormat) => string;
  readonly whole: (parts: Parts) => string;
  /** True if it wants the derivative too. */
  readonly slope?: boolean;
  /** The largest argument of exp, where an overflow is not harmless. */
  readonly clamp?: (format: CodeFormat) => number;
  /** Whether its tangents are kept from overflowing by a clamp, which may drop NaN. */
  readonly losesNaN?: boolean;
  /** Names that mean something there, and those that the code uses. */
  readonly reserved: string;
}

export const call = (name: string) => (a: string): string => `${name}(${a})`;
export const both = (name: string) => (a: string, b: string): string => `${name}(${a}, ${b})`;
export const ternary = (condition: string, a: string, b: string): string =>
  `${condition} ? ${a} : ${b}`;

/** With a point or an exponent, so that it is no integer. */
export function real(value: number): string {
  const text = Object.is(value, -0) ? "-0.0" : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** The shortest digits that give the same float32. */
export function single(value: number): string {
  if (value === 0) return real(value);
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return real(short);
  }
  return real(Math.fround(value));
}

/** The digits that a number needs in a format. */
export const digits = (value: number, format: CodeFormat): string =>
  format === "float32" ? single(value) : real(value);

export function lines(...parts: (string | readonly string[])[]): string {
  return parts.flat().join("\n") + "\n";
}

/** As much as a page shows without scrolling. */
const WIDTH = 84;

export function indent(text: readonly string[], by: number): string[] {
  return text.flatMap((line) => broken(line && " ".repeat(by) + line, by + 4));
}

/** A line in pieces that fit, the later ones indented: sums inside brackets break, as any language lets them. */
function broken(line: string, by: number, open = 0): string[] {
  if (line.length <= WIDTH) return [line];
  let [depth, end, openAtEnd] = [open, -1, 0];
  for (let i = 0; i < line.length && (i < WIDTH || end < 0); i++) {
    if ("([".includes(line[i])) depth++;
    else if (")]".includes(line[i])) depth--;
    else if (depth > 0 && "-+".includes(line[i]) && line[i + 1] === " ") {
      [end, openAtEnd] = [i + 1, depth];
    }
  }
  if (end < 0) return [line];
  const rest = " ".repeat(by) + line.slice(end + 1);
  return [line.slice(0, end), ...broken(rest, by, openAtEnd)];
}

/** A comment between slashes and stars. */
export const starred = (note: readonly string[], first = "/*"): string[] => [
  first,
  ...note.map((line) => ` * ${line}`),
  " */",
];

/** The text of a Python function. */
export function docstring([first, ...rest]: readonly string[]): string[] {
  return rest.length === 0 ? [`"""${first}"""`] : [`"""${first}`, "", ...rest, '"""'];
}

export const PYTHON_WORDS =
  "False None True and as assert async await break class continue def del elif else except finally " +
  "for from global if import in is lambda nonlocal not or pass raise return try while with yield " +
  "abs max min print float";

export const C_WORDS =
  "auto break case char const continue default do double else enum extern float for goto if inline " +
  "int long register restrict return short signed sizeof static struct switch typedef union unsigned " +
  "void volatile while bool true false main exp exp2 tanh fabs fmin fmax expf exp2f tanhf fabsf fminf " +
  "fmaxf sqrt sqrtf floor floorf expm1 expm1f log1p log1pf pow log sin cos y0 y1 yn j0 j1 jn gamma";
