import { both, call, indent, type Language, lines, single, ternary } from "./_language.ts";

/** The OpenGL shading language, 3.00 ES or 1.30 and later. */
export const glsl: Language = {
  formats: ["float32"],
  number: single,
  calls: () => ({
    exp: call("exp"),
    exp2: call("exp2"),
    tanh: call("tanh"),
    abs: call("abs"),
    sign: call("sign"),
    step: (a) => `(${a} > 0.0 ? 1.0 : 0.0)`,
    min: both("min"),
    max: both("max"),
  }),
  select: ternary,
  local: (name, value) => `float ${name} = ${value};`,
  whole: ({ name, note, body }) =>
    lines(
      note.map((line) => `// ${line}`),
      `float ${name}(float x) {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  // GLSL leaves the result of an overflow open.
  clamp: () => 80,
  reserved:
    "attribute const uniform varying layout centroid flat smooth break continue do for while switch " +
    "case default if else in out inout float int void bool true false lowp mediump highp precision " +
    "invariant discard return mat2 mat3 mat4 vec2 vec3 vec4 struct common partition active filter " +
    "double half main exp exp2 tanh abs sign min max step mix clamp input output sampler2D",
};
