import type { Notebook } from "../notebook/ipynb.ts";

/** Bold, alone on the first line; without what HTML or a builder's templates would read. */
const title = /^\s*\*\*([\p{L}\p{N}][\p{L}\p{N} .,:：，、·-]*)\*\*[^\S\n]*(?:\n|$)/u;

/** The name that a folded cell of prose bears in its first line, and what comes after it. */
export function namedFold(
  { type, source }: Notebook["cells"][number],
): { readonly name: string; readonly rest: string } | undefined {
  const match = type === "markdown" ? title.exec(source) : null;
  return match ? { name: match[1], rest: source.slice(match[0].length) } : undefined;
}
