import type { DocSymbol } from "../docs.ts";

const token =
  /\/\*[^]*?\*\/|\/\/.*|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|=>|[()[\]{};=]|\s+|[:|&<>,]|[^\s()[\]{};=:|&<>,"`/]+|./g;

/** After these a `{` begins a type; after all else the body of a function. */
const beforeTypes = /^(?:[:|&<,]|=>|is|extends)$/;

/**
 * How a name is declared, cut out of its source: types whole, functions, classes and values up to what
 * they do or are.
 *
 * @param symbol what is declared
 * @param source the text of its file
 * @returns TypeScript
 */
export function declarationPart({ kind, line }: DocSymbol, source: string): string {
  const from = source.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  let text = "", depth = 0, before = "";
  for (const [part] of source.slice(from).matchAll(token)) {
    const outside = depth === 0;
    if (outside && part === ";") break;
    if (outside && part === "=" && kind !== "typeAlias") break;
    if (outside && part === "{" && kind !== "interface" && !beforeTypes.test(before)) {
      if (kind === "class" || kind === "function") break;
    }
    if (/^[([{]$/.test(part)) depth++;
    if (/^[)\]}]$/.test(part)) depth--;
    text += part;
    if (kind === "interface" && part === "}" && depth === 0) break;
    if (part.trim() !== "") before = part;
  }
  return text.replace(/^export /, "").trim();
}
