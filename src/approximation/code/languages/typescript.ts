import { both, call, indent, type Language, lines, starred, ternary } from "./_language.ts";

/** TypeScript, in double precision. */
export const typescript: Language = {
  formats: ["float64"],
  number: (value) => Object.is(value, -0) ? "-0" : String(value),
  calls: () => ({
    exp: call("Math.exp"),
    exp2: (a) => /^\w+$/.test(a) ? `2 ** ${a}` : `2 ** (${a})`,
    expm1: call("Math.expm1"),
    log1p: call("Math.log1p"),
    sqrt: call("Math.sqrt"),
    floor: call("Math.floor"),
    tanh: call("Math.tanh"),
    abs: call("Math.abs"),
    sign: call("Math.sign"),
    step: (a) => `(${a} > 0 ? 1 : 0)`,
    min: both("Math.min"),
    max: both("Math.max"),
  }),
  select: ternary,
  table: (name, values) => `const ${name} = [${values.join(", ")}];`,
  look: (name, place, last) => `${name}[Math.max(0, Math.min(${last}, ${place})) | 0]`,
  local: (name, value) => `const ${name} = ${value};`,
  whole: ({ name, note, body }) =>
    lines(
      starred(note, "/**"),
      `export function ${name}(x: number): number {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  reserved:
    "break case catch class const continue debugger default delete do else enum export extends false " +
    "finally for function if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof var void while with yield " +
    "await eval arguments Math undefined NaN Infinity",
};
