/**
 * Mathematics inside HTML, which builders leave as it is: typeset here, as MathML.
 *
 * @module
 */

import { type hast, katex } from "./_packages.ts";

/** `\(…\)`, `\[…\]`, `$$…$$`, and `$…$` where no space or digit says that dollars are meant. */
const mathematics =
  /\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$|\$(?![\s$])((?:\\\$|[^$])+?)(?<!\s)\$(?!\d)/gs;

/** A piece of a text: mathematics or not. */
export interface Piece {
  readonly tex?: string;
  readonly text: string;
  readonly display: boolean;
}

/** A text in pieces. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(mathematics)) {
    const [whole, round, square, dollars, dollar] = match;
    if (match.index > end) found.push({ text: text.slice(end, match.index), display: false });
    const tex = round ?? square ?? dollars ?? dollar;
    found.push({ tex, text: whole, display: square !== undefined || dollars !== undefined });
    end = match.index + whole.length;
  }
  if (end < text.length) found.push({ text: text.slice(end), display: false });
  return found;
}

/** The tree with its mathematics typeset, or made into something else. */
export async function typeset(
  root: hast.Root,
  made?: (piece: Piece) => hast.ElementContent,
): Promise<hast.Root> {
  const { renderToString } = await katex();
  const typesetPiece = ({ tex, display }: Piece): hast.ElementContent => ({
    type: "raw",
    value: renderToString(tex!, { output: "mathml", displayMode: display, throwOnError: false }),
  } as unknown as hast.ElementContent);
  const visit = <Node extends hast.Root | hast.Element>(node: Node): Node => ({
    ...node,
    children: (node.children as hast.ElementContent[]).flatMap((child) => {
      if (child.type === "element") {
        return ["code", "pre", "script", "style", "svg"].includes(child.tagName)
          ? [child]
          : [visit(child)];
      }
      if (child.type !== "text") return [child];
      return pieces(child.value).map((piece): hast.ElementContent =>
        piece.tex === undefined
          ? { type: "text", value: piece.text }
          : (made ?? typesetPiece)(piece)
      );
    }),
  });
  return visit(root);
}

/** A formula as MathML with nothing beside what is seen, for places that take texts apart. */
export async function mathMarkup(tex: string): Promise<string> {
  const { renderToString } = await katex();
  const html = renderToString(tex, { output: "mathml", throwOnError: false });
  return html.replace(/<annotation[^]*?<\/annotation>/g, "").replace(
    /<\/?(?:semantics|span)[^>]*>/g,
    "",
  );
}

/** A formula as plain text. */
export async function mathText(tex: string): Promise<string> {
  const text = (await mathMarkup(tex)).replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
