import type { Cell } from "./_cell.ts";
import type { NumberText } from "./_number_text.ts";
import type { ShownTable } from "./_cut_table.ts";
import type { ModelCell } from "./_table_model.ts";
import { printable } from "../texts/_printable.ts";

/** A table for LaTeX; needs no package, and `hyperref` only where there are links. */
export function tableTex({ caption, spanners, columns, rows, totals }: ShownTable): string {
  const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;
  const row = (cells: readonly ModelCell[]) => line(cells.map(({ cell }) => texCell(cell)));
  const above = spanners.map(({ title, columns }) =>
    `\\multicolumn{${columns}}{c}{${title === null ? "" : texText(title)}}`
  );
  const tabular = [
    `\\begin{tabular}{${columns.map(({ align }) => align === "right" ? "r" : "l").join("")}}`,
    "\\hline",
    ...(above.length > 0 ? [line(above)] : []),
    line(columns.map(({ title }) => texText(title))),
    "\\hline",
    ...rows.map(row),
    ...(totals ? ["\\hline", row(totals)] : []),
    "\\hline",
    "\\end{tabular}",
  ];
  if (caption === undefined) return `${tabular.join("\n")}\n`;
  const around = ["\\begin{table}", "\\centering", `\\caption{${texText(caption)}}`];
  return `${[...around, ...tabular, "\\end{table}"].join("\n")}\n`;
}

function texCell(cell: Cell): string {
  switch (cell.kind) {
    case "number":
      return texNumber(cell.number);
    case "tex":
      return `$${cell.tex.replace(/\s+/g, " ").trim()}$`;
    case "link":
      return `\\href{${cell.href.replace(/[%#\\{}]/g, "\\$&")}}{${texText(cell.text)}}`;
    case "lines":
      return cell.lines.map(texCell).join("; ");
    case "picture":
      return texText(cell.alt);
    case "text":
      return texText(cell.text);
  }
}

function texNumber({ sign, digits, exponent }: NumberText): string {
  const size = digits.replace("∞", "\\infty ").replace("NaN", "\\mathrm{NaN}");
  const power = exponent === undefined ? "" : `\\times 10^{${exponent}}`;
  return `$${sign}${size}${power}$`;
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  "_": "\\_",
  "$": "\\$",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

/** A text that LaTeX sets as it is. */
function texText(text: string): string {
  return printable(text).replace(/[\\{}&%#_$^~<>|]/g, (character) => special[character])
    .replace(/\s+/g, " ");
}
