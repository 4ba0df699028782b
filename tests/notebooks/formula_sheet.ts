/**
 * The formula sheet of notebooks/README.md, computed. `deno run -A tests/notebooks/formula_sheet.ts`
 * writes it in.
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

const path = new URL("../../notebooks/README.md", import.meta.url);
const [start, end] = ["<!-- formulas -->\n", "<!-- /formulas -->"];

/** The table, as Markdown. */
export function formulaSheet(): string {
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
  const head = ["", "f", "f′", "far left", "far right", "lowest at", "lowest value"];
  const lines = [[...head, "largest error on gelu"], Array(8).fill("---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

/** The README with the table in its place. */
export function withFormulaSheet(readme: string): string {
  const [before, rest] = readme.split(start);
  return `${before}${start}${formulaSheet()}${end}${rest.split(end)[1]}`;
}

if (import.meta.main) {
  await Deno.writeTextFile(path, withFormulaSheet(await Deno.readTextFile(path)));
}
