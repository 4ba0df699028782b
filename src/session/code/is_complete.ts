import { parseCell } from "./parse_cell.ts";

/** What a console asks after Enter: does the cell need more lines? */
export interface Completeness {
  /** "incomplete" when more lines could make it right, "invalid" when none could. */
  readonly status: "complete" | "incomplete" | "invalid";
  /** For an incomplete cell: what the next line begins with. */
  readonly indent?: string;
}

const UNTERMINATED = /Unterminated (template|comment|JSX)/;

/**
 * Says whether a cell is whole.
 *
 * @param code The cell's source so far
 * @returns Whether it is complete, and how far to indent the next line
 * @example
 * ```ts
 * import { isComplete } from "@actbook/actbook/session";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(isComplete("const a =").status, "incomplete");
 * assertEquals(isComplete("/[(]/.test('(')").status, "complete");
 * assertEquals(isComplete("let 1a").status, "invalid");
 * ```
 */
export function isComplete(code: string): Completeness {
  try {
    parseCell(code);
    return { status: "complete" };
  } catch (error) {
    const { pos = 0, message } = error as SyntaxError & { pos?: number };
    const open = pos >= code.trimEnd().length || UNTERMINATED.test(message);
    return open ? { status: "incomplete", indent: indentation(code) } : { status: "invalid" };
  }
}

/** The indentation of the last line, one step deeper if that line opens a bracket. */
function indentation(code: string): string {
  const line = code.trimEnd().split("\n").at(-1)!;
  const own = /^\s*/.exec(line)![0];
  return /[[{(]\s*$|=>\s*$/.test(line) ? own + "  " : own;
}
