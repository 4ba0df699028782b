// deno-lint-ignore no-control-regex -- terminal colours
const COLOURS = /\x1b\[[\d;]*m/g;

/**
 * The line of code that a stack's first place in a cell names, with a caret below.
 *
 * @param traceback The lines of the stack
 * @param source Gives the source of a cell by its label
 * @returns Lines to show below, none if the stack names no cell
 */
export function excerpt(
  traceback: readonly string[],
  source: (label: string) => string | undefined,
): string[] {
  for (const text of traceback) {
    const [, label, line, column] =
      /^\s+at .*\bcell (\S+?):(\d+):(\d+)\)?(?: \{)?$/.exec(text.replace(COLOURS, "")) ?? [];
    const code = label && source(label)?.split("\n")[Number(line) - 1];
    if (code) return codeLine(code, Number(line), Number(column));
  }
  return [];
}

/** A line of code with its number, and a caret below a column, which counts from 1. */
export function codeLine(code: string, line: number, column: number): string[] {
  const shown = code.slice(0, 500), head = `${line} | `;
  // A tab stays a tab, or the caret would stand elsewhere.
  const padding = shown.slice(0, column - 1).replace(/[^\t]/g, " ");
  return ["", head + shown, `${" ".repeat(head.length - 2)}| ${padding}^`];
}
