import { classes, hiding, plain, scrolling } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/** Docusaurus: told that this is Markdown, as in MDX braces are programs and HTML is JSX. */
export const docusaurus: Flavour = {
  ...plain,
  name: "docusaurus",
  alone: true,
  head: (title) => [`title: ${JSON.stringify(title)}`, "mdx:", "  format: md"],
  pictures: classes("only-light", "only-dark"),
  marks: /:(?=[\w:])|\{(?=#)/g, // directives, names of headings
  style: { pictures: hiding('[data-theme="dark"]'), formulas: scrolling, tables: "" },
};
