import { both, C_WORDS, call, indent, type Language, lines, single, ternary } from "./_language.ts";

/** Kept where a tangent of exponentials is a number; there it is 1 already. */
const tanh = (a: string) => `tanh(clamp(${a}, -10.0f, 10.0f))`;

/** The Metal shading language. */
export const metal: Language = {
  formats: ["float32"],
  number: (value) => `${single(value)}f`,
  calls: () => ({
    exp: call("exp"),
    exp2: call("exp2"),
    // Metal has neither; by these no digit is lost beside 0.
    expm1: (a) => `(2.0f * ${tanh(`0.5f * (${a})`)} / (1.0f - ${tanh(`0.5f * (${a})`)}))`,
    log1p: (a) => `(2.0f * atanh((${a}) / (2.0f + (${a}))))`,
    sqrt: call("sqrt"),
    floor: call("floor"),
    tanh,
    abs: call("fabs"),
    sign: call("sign"),
    step: (a) => `(${a} > 0.0f ? 1.0f : 0.0f)`,
    min: both("fmin"),
    max: both("fmax"),
  }),
  select: ternary,
  table: (name, values) => `const float ${name}[] = {${values.join(", ")}};`,
  look: (name, place, last) => `${name}[int(clamp(${place}, 0.0f, ${last}.0f))]`,
  local: (name, value) => `const float ${name} = ${value};`,
  whole: ({ name, note, body }) =>
    lines(
      "#include <metal_stdlib>",
      "using namespace metal;",
      "",
      note.map((line) => `// ${line}`),
      `inline float ${name}(float x) {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  // Its fast mathematics leave the result of an overflow open.
  clamp: () => 80,
  losesNaN: true,
  reserved:
    `${C_WORDS} class new delete template this namespace using operator half kernel vertex ` +
    "fragment device constant thread threadgroup sign step select metal abs min max clamp atanh",
};
