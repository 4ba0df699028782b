import {
  type Body,
  both,
  call,
  docstring,
  indent,
  type Language,
  lines,
  PYTHON_WORDS,
} from "./_language.ts";

const number = (value: number) => Object.is(value, -0) ? "-0.0" : String(value);

/** The functions of NumPy, or of JAX, which has the same. */
export const arrayCalls = (np: string) => ({
  exp: call(`${np}.exp`),
  exp2: call(`${np}.exp2`),
  expm1: call(`${np}.expm1`),
  log1p: call(`${np}.log1p`),
  sqrt: call(`${np}.sqrt`),
  floor: call(`${np}.floor`),
  tanh: call(`${np}.tanh`),
  abs: call(`${np}.abs`),
  sign: call(`${np}.sign`),
  step: (a: string) => `${np}.where(${a} > 0, 1.0, 0.0)`,
  min: both(`${np}.minimum`),
  max: both(`${np}.maximum`),
});

/** What is no fault on the way to a limit: an overflow, and a division by what has underflowed. */
const ignored = ({ lines, value }: Body): string =>
  ["over", "invalid", ...[...lines, value].some((line) => line.includes("/")) ? ["divide"] : []]
    .map((name) => `${name}="ignore"`).join(", ");

/** Python with NumPy, for arrays of any float. */
export const numpy: Language = {
  formats: ["float64", "float32"],
  number,
  calls: () => arrayCalls("np"),
  select: (condition, a, b) => `np.where(${condition}, ${a}, ${b})`,
  table: (name, values, format) => `${name} = np.array([${values.join(", ")}], np.${format})`,
  look: (name, place, last) => `${name}[np.fmax(np.fmin(${place}, ${last}), 0).astype(np.intp)]`,
  local: (name, value) => `${name} = ${value}`,
  whole: ({ name, note, body, format }) =>
    lines(
      "import numpy as np",
      "",
      "",
      `def ${name}(x):`,
      indent([
        ...docstring(note),
        ...(format === "float32" ? ["x = np.asarray(x, np.float32)"] : []),
        `with np.errstate(${ignored(body)}):`,
        ...indent([...body.lines, `return ${body.value}`], 4),
      ], 4),
    ),
  reserved: `${PYTHON_WORDS} np numpy`,
};
