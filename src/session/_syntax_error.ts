import { codeLine } from "./_excerpt.ts";
import type { CellError } from "./output.ts";

/** What the parser complained about, as an error of the cell. */
export function syntaxError(error: unknown, code: string, label: string): CellError {
  const { message, loc } = error as Error & { loc?: { line: number; column: number } };
  const text = message.split("\n")[0].replace(/ \(\d+:\d+\)$/, "");
  const head = `SyntaxError: ${text}`;
  if (!loc) return { ename: "SyntaxError", evalue: text, traceback: [head] };
  const line = loc.line, column = loc.column + 1;
  return {
    ename: "SyntaxError",
    evalue: text,
    traceback: [
      head,
      `    at cell ${label}:${line}:${column}`,
      ...codeLine(code.split("\n")[line - 1] ?? "", line, column),
    ],
  };
}
