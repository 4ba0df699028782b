import { fragments, plain } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/**
 * MkDocs with Material, which shows a picture by the end of its address. Python-Markdown reads as
 * text what a backslash of CommonMark keeps from being a mark, and moves in by four.
 */
export const mkdocs: Flavour = {
  ...plain,
  name: "mkdocs",
  pictures: fragments("only-light", "only-dark"),
  marks: /[<&$~^=|:{}"@]|^[!?+]/gm,
  inside: ' markdown="1"',
  indent: "tab",
};
