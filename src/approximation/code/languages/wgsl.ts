import { both, call, indent, type Language, lines, single } from "./_language.ts";

/** The shading language of WebGPU. */
export const wgsl: Language = {
  formats: ["float32"],
  number: single,
  calls: () => ({
    exp: call("exp"),
    exp2: call("exp2"),
    tanh: call("tanh"),
    abs: call("abs"),
    sign: call("sign"),
    step: (a) => `select(0.0, 1.0, ${a} > 0.0)`,
    min: both("min"),
    max: both("max"),
  }),
  select: (condition, a, b) => `select(${b}, ${a}, ${condition})`,
  local: (name, value) => `let ${name} = ${value};`,
  whole: ({ name, note, body }) =>
    lines(
      note.map((line) => `// ${line}`),
      `fn ${name}(x: f32) -> f32 {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  // WGSL leaves the result of an overflow open.
  clamp: () => 80,
  reserved:
    "alias break case const const_assert continue continuing default diagnostic discard else enable " +
    "false fn for if let loop override requires return struct switch true var while array atomic bool " +
    "f16 f32 i32 u32 mat2x2 ptr sampler vec2 vec3 vec4 main select exp exp2 tanh abs sign min max step " +
    "double half float int class function private public",
};
