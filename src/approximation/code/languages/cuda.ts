import { C_WORDS, indent, type Language, lines, ternary } from "./_language.ts";
import { cCalls, cNumber } from "./c.ts";

const type = (format: string) => format === "float32" ? "float" : "double";

/** A device function of CUDA. */
export const cuda: Language = {
  formats: ["float32", "float64"],
  number: cNumber,
  calls: cCalls,
  select: ternary,
  local: (name, value, format) => `const ${type(format)} ${name} = ${value};`,
  whole: ({ name, note, body, format }) =>
    lines(
      note.map((line) => `// ${line}`),
      `__device__ __forceinline__ ${type(format)} ${name}(${type(format)} x) {`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  reserved:
    `${C_WORDS} class new delete template this namespace using operator threadIdx blockIdx ` +
    "blockDim gridDim __device__ __global__",
};
