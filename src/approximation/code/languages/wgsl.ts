import { indent, type Language, lines } from "./_language.ts";
import { shader, SHADER_WORDS, shaderCalls } from "./_shader.ts";

/** The shading language of WebGPU. */
export const wgsl: Language = {
  ...shader,
  calls: () => shaderCalls((a) => `select(0.0, 1.0, ${a} > 0.0)`),
  select: (condition, a, b) => `select(${b}, ${a}, ${condition})`,
  // A variable, as a value may be asked for constant places only.
  table: (name, values) => `var ${name} = array<f32, ${values.length}>(${values.join(", ")});`,
  look: (name, place, last) => `${name}[u32(clamp(${place}, 0.0, ${last}.0))]`,
  local: (name, value) => `let ${name} = ${value};`,
  whole: ({ name, note, body }) =>
    lines(
      note.map((line) => `// ${line}`),
      `fn ${name}(x: f32) -> f32 {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  reserved: `${SHADER_WORDS} ` +
    "alias const_assert continuing diagnostic enable fn let loop override requires var array atomic " +
    "f16 f32 i32 u32 mat2x2 ptr sampler vec2 vec3 vec4 select class function private public",
};
