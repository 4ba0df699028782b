import { both, call, type CodeFormat, digits, indent, type Language, lines } from "./_language.ts";

const type = (format: CodeFormat) => format === "float32" ? "Float32" : "Float64";

/** 0.5f0 for a Float32, 1.0f-5 for one with an exponent. */
function juliaNumber(value: number, format: CodeFormat): string {
  const text = digits(value, format);
  if (format === "float64") return text;
  return text.includes("e") ? text.replace("e", "f") : `${text}f0`;
}

/** Julia. */
export const julia: Language = {
  formats: ["float32", "float64"],
  number: juliaNumber,
  calls: () => ({
    exp: call("exp"),
    exp2: call("exp2"),
    expm1: call("expm1"),
    log1p: call("log1p"),
    sqrt: call("sqrt"),
    floor: call("floor"),
    tanh: call("tanh"),
    abs: call("abs"),
    sign: call("sign"),
    step: (a) => `ifelse(${a} > 0, one(x), zero(x))`,
    min: both("min"),
    max: both("max"),
  }),
  select: (condition, a, b) => `ifelse(${condition}, ${a}, ${b})`,
  table: (name, values) => `${name} = (${values.join(", ")},)`,
  look: (name, place, last) =>
    `${name}[1 + (isnan(x) ? 0 : trunc(Int, clamp(${place}, 0, ${last})))]`,
  local: (name, value) => `${name} = ${value}`,
  whole: ({ name, note, body, format }) =>
    lines(
      ['"""', ...note, '"""'],
      `function ${name}(x::${type(format)})`,
      indent([...body.lines, `return ${body.value}`], 4),
      "end",
    ),
  reserved:
    "baremodule begin break catch const continue do else elseif end export false finally for function " +
    "global if import let local macro module quote return struct true try using while abstract mutable " +
    "primitive type where in isa exp exp2 tanh abs sign min max ifelse one zero expm1 log1p sqrt floor trunc clamp isnan",
};
