import type { TypeProblem } from "./_problems.ts";

/** How type errors are told. */
export interface TypeReportOptions {
  /** What the cell is called: "3" for "cell 3". */
  readonly label: string;
  /** Whether to use terminal colours. */
  readonly colours?: boolean;
}

/** A report is about to be read: beyond this many, the first ones are to be mended first. */
const MOST = 10;

/**
 * Tells type errors as a compiler does: what is wrong, where, the line of code with a caret, and
 * where to read more.
 *
 * @param problems The errors, in order
 * @param code The cell
 * @param options What the cell is called
 * @returns Lines of text
 */
export function typeReport(
  problems: readonly TypeProblem[],
  code: string,
  options: TypeReportOptions,
): string[] {
  const lines = code.split("\n");
  const told = problems.slice(0, MOST).map((problem) => oneProblem(problem, lines, options));
  const left = problems.length - told.length;
  const more = left > 0 ? ["", `… and ${left} more`] : [];
  return [...told.flatMap((each, i) => i > 0 ? ["", ...each] : each), ...more];
}

function oneProblem(
  { code, message, line, column, endColumn }: TypeProblem,
  lines: readonly string[],
  { label, colours = false }: TypeReportOptions,
): string[] {
  const paint = (number: number, text: string) => colours ? `\x1b[${number}m${text}\x1b[0m` : text;
  const source = lines[line - 1] ?? "", gutter = `${line} | `;
  // Tabs stay, so that the caret stands where the code does.
  const indent = source.slice(0, column - 1).replace(/[^\t]/g, " ");
  const mark = "^".repeat(Math.max(1, (endColumn ?? column + 1) - column));
  return [
    `${paint(33, code)} ${message}`,
    `    at cell ${label}:${line}:${column}`,
    `${paint(90, gutter)}${source}`,
    `${paint(90, `${" ".repeat(gutter.length - 2)}| `)}${indent}${paint(33, mark)}`,
    paint(90, `https://typescript.tv/errors/#${code.toLowerCase()}`),
  ];
}
