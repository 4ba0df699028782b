import type { Asked } from "./_asked.ts";
import type { Diagnostic } from "./_protocol.ts";

/** A type error of a cell. Lines and columns count from 1. */
export interface TypeProblem {
  /** "TS2322" */
  readonly code: string;
  /** What is wrong; the reasons follow on lines of their own. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The column behind the last character, if it lies on the same line. */
  readonly endColumn?: number;
}

/**
 * What a module forbids and a cell may do: assign to a constant or an import, which are variables
 * there, and put a namespace, or a declaration for all modules, behind a cell that declares anew.
 */
const ALLOWED = new Set([1234, 1235, 2588, 2632, 2669, 2670]);

/** The type errors of the asked cell, in order. */
export async function problems({ server, uri, module, code }: Asked): Promise<TypeProblem[]> {
  const { items } = await server.request<{ readonly items: readonly Diagnostic[] }>(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  const asked = module.asked;
  return items.flatMap(({ severity, source, code: number, message, range }) => {
    const start = module.inCell(range.start), end = module.inCell(range.end);
    const own = severity === 1 && source === "deno-ts" && start?.cell === asked;
    if (!own || ALLOWED.has(Number(number))) return [];
    const sameLine = end?.cell === start.cell && end.line === start.line;
    return [{
      code: `TS${number}`,
      message: typeof message === "string" ? message : message.value,
      line: start.line + 1,
      column: start.character + 1,
      endColumn: (sameLine ? end.character : code.split("\n")[start.line].length) + 1,
    }];
  }).toSorted((a, b) => a.line - b.line || a.column - b.column);
}
