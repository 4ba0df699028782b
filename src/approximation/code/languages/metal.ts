import { both, C_WORDS, call, indent, type Language, lines, single, ternary } from "./_language.ts";

/** The Metal shading language. */
export const metal: Language = {
  formats: ["float32"],
  number: (value) => `${single(value)}f`,
  calls: () => ({
    exp: call("exp"),
    exp2: call("exp2"),
    tanh: call("tanh"),
    abs: call("fabs"),
    sign: call("sign"),
    step: (a) => `(${a} > 0.0f ? 1.0f : 0.0f)`,
    min: both("fmin"),
    max: both("fmax"),
  }),
  select: ternary,
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
  reserved:
    `${C_WORDS} class new delete template this namespace using operator half kernel vertex ` +
    "fragment device constant thread threadgroup sign step select metal abs min max",
};
