import { indent, type Language, lines, ternary } from "./_language.ts";
import { shader, SHADER_WORDS, shaderCalls } from "./_shader.ts";

/** The OpenGL shading language, 3.00 ES or 1.30 and later. */
export const glsl: Language = {
  ...shader,
  calls: () => shaderCalls((a) => `(${a} > 0.0 ? 1.0 : 0.0)`),
  select: ternary,
  table: (name, values) =>
    `const float ${name}[${values.length}] = float[${values.length}](${values.join(", ")});`,
  look: (name, place, last) => `${name}[int(clamp(${place}, 0.0, ${last}.0))]`,
  local: (name, value) => `float ${name} = ${value};`,
  whole: ({ name, note, body }) =>
    lines(
      note.map((line) => `// ${line}`),
      `float ${name}(float x) {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  reserved: `${SHADER_WORDS} ` +
    "attribute uniform varying layout centroid flat smooth in out inout void lowp mediump highp " +
    "precision invariant mat2 mat3 mat4 vec2 vec3 vec4 common partition active filter mix input output " +
    "sampler2D",
};
