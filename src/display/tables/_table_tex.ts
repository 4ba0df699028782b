import type { Cell } from "./_cell.ts";
import type { NumberText } from "./_number_text.ts";
import type { CellFormat, ShownTable } from "./_cut_table.ts";
import { utf8Length } from "./_utf8_length.ts";
import { printable } from "../texts/_printable.ts";

/** Cells of LaTeX. */
export const texCells: CellFormat<string> = {
  write: ({ cell }) => texCell(cell),
  bytes: (row) => utf8Length(row.join(" & ")) + 4,
};

/** A table for LaTeX; needs no package, and `hyperref` only where there are links. */
export function tableTex(shown: ShownTable<string>): string {
  const { caption, spanners, columns, rows, totals } = shown;
  const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;
  const above = spanners.map(({ title, columns }) =>
    `\\multicolumn{${columns}}{c}{${title === null ? "" : texText(title)}}`
  );
  const tabular = [
    `\\begin{tabular}{${columns.map(({ align }) => align === "right" ? "r" : "l").join("")}}`,
    "\\hline",
    ...(above.length > 0 ? [line(above)] : []),
    line(columns.map(({ title }) => texText(title))),
    "\\hline",
    ...rows.map(line),
    ...(totals ? ["\\hline", line(totals)] : []),
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
