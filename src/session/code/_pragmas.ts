import type { Node } from "./parse_cell.ts";

const PRAGMA = /^\s*\*?\s*@jsx(?:ImportSource|ImportSourceTypes|Runtime|Frag)?\s/m;
const REFERENCE = /^\/\s*<reference\s/;

/**
 * The comments that mean something only at the top of a module: JSX pragmas and references. In a
 * notebook they hold from their cell on.
 */
export function pragmas(comments: readonly Node[]): string[] {
  return comments.flatMap(({ type, value }) => {
    if (type === "CommentLine") return REFERENCE.test(value) ? [`//${value}`] : [];
    return PRAGMA.test(value) ? [`/*${value.replaceAll("\n", " ")}*/`] : [];
  });
}
