import { parseCell } from "../../session/code/parse_cell.ts";
import type { SourcePlace } from "./_script.ts";

/** Whether a place lies in a `try` that has a `catch`. */
export function isCaught(source: string, { line, column }: SourcePlace): boolean {
  let statements;
  try {
    ({ statements } = parseCell(source));
  } catch {
    return false;
  }
  // deno-lint-ignore no-explicit-any
  const contains = ({ start, end }: any) =>
    (start.line < line || start.line === line && start.column < column) &&
    (line < end.line || line === end.line && column <= end.column);
  // deno-lint-ignore no-explicit-any
  const search = (node: any): boolean => {
    if (Array.isArray(node)) return node.some(search);
    if (typeof node?.type !== "string") return false;
    if (node.loc && !contains(node.loc)) return false;
    if (node.type === "TryStatement" && node.handler && contains(node.block.loc)) return true;
    return Object.entries(node).some(([key, value]) => key !== "loc" && search(value));
  };
  return search(statements);
}
