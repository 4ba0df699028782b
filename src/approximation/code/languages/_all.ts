/**
 * The languages whose formulas are written between operators.
 *
 * @module
 */

import type { Language } from "./_language.ts";
import { c } from "./c.ts";
import { cuda } from "./cuda.ts";
import { glsl } from "./glsl.ts";
import { jax } from "./jax.ts";
import { julia } from "./julia.ts";
import { metal } from "./metal.ts";
import { numpy } from "./numpy.ts";
import { pytorch } from "./pytorch.ts";
import { rust } from "./rust.ts";
import { typescript } from "./typescript.ts";
import { wgsl } from "./wgsl.ts";

/** By name. */
export const languages = {
  typescript,
  python: numpy,
  pytorch,
  jax,
  c,
  cuda,
  metal,
  glsl,
  wgsl,
  rust,
  julia,
} satisfies Record<string, Language>;
