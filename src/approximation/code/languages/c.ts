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
    expm1: call(`expm1${f}`),
    log1p: call(`log1p${f}`),
    sqrt: call(`sqrt${f}`),
    floor: call(`floor${f}`),
    tanh: call(`tanh${f}`),
    abs: call(`fabs${f}`),
    sign: (a: string) => `((${a} > ${zero}) - (${a} < ${zero}))`,
    step: (a: string) => `(${a} > ${zero} ? ${one} : ${zero})`,
    min: both(`fmin${f}`),
    max: both(`fmax${f}`),
  };
}

const type = (format: CodeFormat) => format === "float32" ? "float" : "double";

/** What C and CUDA write alike; a table of CUDA is no static one, which device code may not have. */
export const cLike = (table: string) =>
  ({
    number: cNumber,
    calls: cCalls,
    select: ternary,
    table: (name: string, values: readonly string[], format: CodeFormat) =>
      `${table} ${type(format)} ${name}[] = {${values.join(", ")}};`,
    // A minimum drops NaN, which would be no place.
    look: (name: string, place: string, last: number, format: CodeFormat) => {
      const { min, max } = cCalls(format);
      const kept = max(min(place, cNumber(last, format)), cNumber(0, format));
      return `${name}[(int) ${kept}]`;
    },
    local: (name: string, value: string, format: CodeFormat) =>
      `const ${type(format)} ${name} = ${value};`,
  }) as const;

/** The first line of a function of C. */
export const cHead = (name: string, format: CodeFormat): string =>
  `${type(format)} ${name}(${type(format)} x) {`;

/** C99, in double or single precision. */
export const c: Language = {
  ...cLike("static const"),
  formats: ["float64", "float32"],
  whole: ({ name, note, body, format }) =>
    lines(
      "#include <math.h>",
      "",
      starred(note),
      cHead(name, format),
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  reserved: C_WORDS,
};
