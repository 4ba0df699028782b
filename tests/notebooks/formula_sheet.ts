/**
 * The formula sheet of notebooks/README.md and of its translation, computed.
 * `deno run -A tests/notebooks/formula_sheet.ts` writes it in.
 *
 * @module
 */

import {
  compare,
  features,
  gelu,
  geluSigmoid,
  geluTanh,
  leakyRelu,
  lineText,
} from "@actbook/actbook";
import { mish, relu, sigmoid, silu, softplus, tanh } from "@actbook/actbook";

const folder = new URL("../../notebooks/", import.meta.url);
const [start, end] = ["<!-- formulas -->\n", "<!-- /formulas -->"];

/** The pages that have the sheet, each with the heads of its columns. */
export const pages: Readonly<Record<string, readonly string[]>> = {
  "README.md": [
    ...["", "f", "f′", "far left", "far right", "lowest at", "lowest value"],
    "largest error on gelu",
  ],
  "zh/README.md": [
    ...["", "f", "f′", "左边远处", "右边远处", "最低点", "最低值"],
    "gelu 上的最大误差",
  ],
};

/** The table, as Markdown. */
export function formulaSheet(heads: readonly string[]): string {
  const all = [relu, leakyRelu, gelu, geluTanh, geluSigmoid, silu, mish, softplus, sigmoid, tanh];
  const rows = all.map((f) => {
    const [dip] = features(f).minima;
    const { left, right } = f.asymptotes;
    const [{ value }] = compare(gelu, [f]).errors;
    const near = f === geluTanh || f === geluSigmoid;
    return [
      f.title,
      `$${f.tex}$`,
      `$${f.derivative.tex}$`,
      lineText(left),
      lineText(right),
      dip ? dip.x.toFixed(6) : "–",
      dip ? dip.value.toFixed(6) : "–",
      near ? Math.abs(value.max.error).toPrecision(4) : "–",
    ].map((text) => text.replaceAll("|", "\\|"));
  });
  const lines = [heads, Array(heads.length).fill("---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

/** A page with the table in its place. */
export function withFormulaSheet(readme: string, heads: readonly string[]): string {
  const [before, rest] = readme.split(start);
  return `${before}${start}${formulaSheet(heads)}${end}${rest.split(end)[1]}`;
}

if (import.meta.main) {
  for (const [page, heads] of Object.entries(pages)) {
    const path = new URL(page, folder);
    await Deno.writeTextFile(path, withFormulaSheet(await Deno.readTextFile(path), heads));
  }
}
