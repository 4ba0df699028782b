import { C_WORDS, indent, type Language, lines } from "./_language.ts";
import { cHead, cLike } from "./c.ts";

/** A device function of CUDA. */
export const cuda: Language = {
  ...cLike("const"),
  formats: ["float32", "float64"],
  whole: ({ name, note, body, format }) =>
    lines(
      note.map((line) => `// ${line}`),
      `__device__ __forceinline__ ${cHead(name, format)}`,
      indent([...body.lines, `return ${body.value};`], 2),
      "}",
    ),
  reserved:
    `${C_WORDS} class new delete template this namespace using operator threadIdx blockIdx ` +
    "blockDim gridDim __device__ __global__",
};
