import type { TypeProblem } from "./_problems.ts";

/** How type errors are told. */
export interface TypeReportOptions {
  /** What the cell is called that was asked about: "3" for "cell 3". */
  readonly label: string;
  /** Whether to use terminal colours. */
  readonly colours?: boolean;
}

/** A report is to be read: beyond this many, the first ones are to be mended first. */
const MOST = 10;

/**
 * Tells type errors as a compiler does: what is wrong, where, the line of code with a caret, and
 * where to read more.
 *
 * @param problems The errors, in order
 * @param options What the cell is called
 * @returns Lines of text
 */
export function typeReport(
  problems: readonly TypeProblem[],
  options: TypeReportOptions,
): string[] {
  const told = problems.slice(0, MOST).map((problem) => oneProblem(problem, options));
  const left = problems.length - told.length;
  const more = left > 0 ? ["", `… and ${left} more`] : [];
  return [...told.flatMap((each, i) => i > 0 ? ["", ...each] : each), ...more];
}

function oneProblem(
  { code, message, cell, line, column, endColumn, text }: TypeProblem,
  { label, colours = false }: TypeReportOptions,
): string[] {
  const paint = (number: number, text: string) => colours ? `\x1b[${number}m${text}\x1b[0m` : text;
  const gutter = `${line} | `;
  // Tabs stay, so that the caret stands where the code does.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  const mark = "^".repeat(Math.max(1, endColumn - column));
  return [
    `${paint(33, code)} ${message}`,
    `    at cell ${cell ?? label}:${line}:${column}`,
    `${paint(90, gutter)}${text}`,
    `${paint(90, `${" ".repeat(gutter.length - 2)}| `)}${indent}${paint(33, mark)}`,
    paint(90, `https://typescript.tv/errors/#${code.toLowerCase()}`),
  ];
}
