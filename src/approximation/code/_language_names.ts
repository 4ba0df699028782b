/** The languages that code is written in, by name. */
export const languageNames = [
  "typescript",
  "python",
  "pytorch",
  "jax",
  "c",
  "cuda",
  "metal",
  "glsl",
  "wgsl",
  "rust",
  "julia",
  "onnx",
  "stablehlo",
  "latex",
] as const;

/** The languages that `exportCode` speaks. */
export type LanguageName = typeof languageNames[number];
