import type { Asked } from "./_asked.ts";
import type { LanguageServer } from "./_language_server.ts";
import type { Diagnostic } from "./_protocol.ts";

/** A type error of a cell. Lines and columns count from 1. */
export interface TypeProblem {
  /** "TS2322" */
  readonly code: string;
  /** What is wrong; the reasons follow on lines of their own. */
  readonly message: string;
  /** The label of a cell that ran before; undefined for the cell that is asked about. */
  readonly cell?: string;
  readonly line: number;
  readonly column: number;
  /** The column behind the last character, on the same line. */
  readonly endColumn: number;
  /** The line of code. */
  readonly text: string;
}

/**
 * What a module forbids and a cell may do: assign to a constant or an import, which are variables
 * there, and put a namespace, or a declaration for all modules, behind a cell that declares anew.
 */
const ALLOWED = new Set([1234, 1235, 2588, 2632, 2669, 2670]);

/** What is wrong with a document. */
export async function faults(server: LanguageServer, uri: string): Promise<Diagnostic[]> {
  const { items } = await server.request<{ readonly items: readonly Diagnostic[] }>(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  return items.filter(({ severity, source, code }) =>
    severity === 1 && source === "deno-ts" && !ALLOWED.has(Number(code))
  );
}

/** The type errors of the asked cell and of those before it, in order. */
export async function problems({ server, uri, module, cells }: Asked): Promise<TypeProblem[]> {
  const found = (await faults(server, uri)).flatMap(({ code, message, range }) => {
    const start = module.inCell(range.start), end = module.inCell(range.end);
    if (!start) return [];
    const { label, source: cell } = cells[start.cell], text = cell.split("\n")[start.line];
    const sameLine = end?.cell === start.cell && end.line === start.line;
    const problem = {
      code: `TS${code}`,
      message: typeof message === "string" ? message : message.value,
      ...(start.cell < cells.length - 1 && { cell: label }),
      line: start.line + 1,
      column: start.character + 1,
      endColumn: (sameLine ? end.character : text.length) + 1,
      text,
    };
    return [{ problem, order: [start.cell, start.line, start.character] }];
  });
  return found.toSorted((a, b) => inOrder(a.order, b.order)).map(({ problem }) => problem);
}

/** Compares by the first numbers that differ. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}
