import { numbers } from "./flavours/_parts.ts";
import type { Flavour } from "./flavours/flavour.ts";
import type { mdast } from "./_packages.ts";

/** A text in pieces: what means something to the builder alone is written so that it does not. */
export function inertText(node: mdast.Nodes, flavour: Flavour): mdast.Nodes | mdast.Nodes[] {
  if (node.type !== "text") return node;
  const { programs: { pattern, inert }, marks } = flavour;
  const plain = split(node.value, pattern, inert);
  const pieces = plain.flatMap((piece): mdast.PhrasingContent[] =>
    piece.type === "text" ? split(piece.value, marks, (found) => numbers(found, /[^]/gu)) : [piece]
  );
  return pieces.length === 1 && pieces[0].type === "text" ? node : pieces;
}

/** A text in pieces, those of a pattern as HTML. */
function split(
  text: string,
  pattern: RegExp,
  html: (found: string) => string,
): mdast.PhrasingContent[] {
  const pieces: mdast.PhrasingContent[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) pieces.push({ type: "text", value: text.slice(end, index) });
    pieces.push({ type: "html", value: html(found) });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ type: "text", value: text.slice(end) });
  return pieces;
}
