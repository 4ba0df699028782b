import { activations } from "../../activations/catalogue.ts";
import { exportCode, type LanguageName } from "../../approximation/code/export_code.ts";
import { slugOf } from "../_site.ts";
import { fromRow, type Row } from "./rows.ts";

/** The languages that are shown, and what they are called. */
export const languages = {
  c: "C",
  cuda: "CUDA",
  metal: "Metal",
  wgsl: "WGSL",
  glsl: "GLSL",
  python: "Python (NumPy)",
  pytorch: "PyTorch",
  jax: "JAX",
  rust: "Rust",
  julia: "Julia",
  typescript: "TypeScript",
} as const satisfies Partial<Record<LanguageName, string>>;

/** One of them. */
export type Shown = keyof typeof languages;

/** A candidate as code. */
export function codeOf(id: string, row: Row, language: Shown): string {
  const { title, expression, domain = [-Infinity, Infinity], kind } = fromRow(row);
  const target = activations[id];
  return exportCode({
    family: {
      title: kind === "itself" ? `${target.title} by its own formula` : `${target.title}: ${title}`,
      expression,
    },
    parameters: {},
    target,
    domain,
    ...kind === "fit" ? { error: row.error, criterion: "minimax" } : {},
  }, { language, name: `${slugOf(id).replaceAll("-", "_")}_kernel` });
}
