/** The languages that `exportCode` speaks. */
export type LanguageName =
  | "typescript"
  | "python"
  | "pytorch"
  | "jax"
  | "c"
  | "cuda"
  | "metal"
  | "glsl"
  | "wgsl"
  | "rust"
  | "julia"
  | "onnx"
  | "stablehlo"
  | "latex";

/** Each of them once, or it does not compile. */
const all: Readonly<Record<LanguageName, true>> = {
  typescript: true,
  python: true,
  pytorch: true,
  jax: true,
  c: true,
  cuda: true,
  metal: true,
  glsl: true,
  wgsl: true,
  rust: true,
  julia: true,
  onnx: true,
  stablehlo: true,
  latex: true,
};

/** The languages by name. */
export const languageNames = Object.keys(all) as LanguageName[];
