import { classes, hiding, plain, scrolling } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";
import { escapeHtml } from "../../display/texts/escape.ts";

/** VitePress: pages are Vue components, in which double braces are programs. */
export const vitepress: Flavour = {
  ...plain,
  name: "vitepress",
  alone: true,
  pictures: classes("only-light", "only-dark"),
  html: (html) => `<div v-pre>\n${html}\n</div>`,
  programs: {
    pattern: /\{\{[^]*?\}\}|\{\{|\}\}/g,
    inert: (found) => `<span v-pre>${escapeHtml(found, "attribute")}</span>`,
  },
  // Emoji, containers, attributes, the table of contents, files to include.
  marks: /:(?=[\w+-]+:)|^:(?=::)|\{(?!\{)|\[\[|<<</gm,
  copies: false,
  style: { pictures: hiding(".dark"), formulas: scrolling, tables: "" },
};
