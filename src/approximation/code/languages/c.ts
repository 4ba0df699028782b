import {
  both,
  C_WORDS,
  call,
  type CodeFormat,
  digits,
  indent,
  type Language,
  lines,
  starred,
  ternary,
} from "./_language.ts";

/** A number of C: with an f at the end for a float. */
export const cNumber = (value: number, format: CodeFormat): string =>
  `${digits(value, format)}${format === "float32" ? "f" : ""}`;

/** The functions of math.h, with an f at the end for floats. */
export function cCalls(format: CodeFormat) {
  const f = format === "float32" ? "f" : "";
  const [zero, one] = [cNumber(0, format), cNumber(1, format)];
  return {
    exp: call(`exp${f}`),
    exp2: call(`exp2${f}`),
    tanh: call(`tanh${f}`),
    abs: call(`fabs${f}`),
    sign: (a: string) => `((${a} > ${zero}) - (${a} < ${zero}))`,
    step: (a: string) => `(${a} > ${zero} ? ${one} : ${zero})`,
    min: both(`fmin${f}`),
    max: both(`fmax${f}`),
  };
}

const type = (format: CodeFormat) => format === "float32" ? "float" : "double";

/** C99, in double or single precision. */
export const c: Language = {
  formats: ["float64", "float32"],
  number: cNumber,
  calls: cCalls,
  select: ternary,
  local: (name, value, format) => `const ${type(format)} ${name} = ${value};`,
  whole: ({ name, note, body, format }) =>
    lines(
      "#include <math.h>",
      "",
      starred(note),
      `${type(format)} ${name}(${type(format)} x) {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  reserved: C_WORDS,
};
