import { classes, hiding, plain } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/** Docusaurus: told that this is Markdown, as in MDX braces are programs and HTML is JSX. */
export const docusaurus: Flavour = {
  ...plain,
  name: "docusaurus",
  head: () => ["mdx:", "  format: md"],
  pictures: classes("only-light", "only-dark"),
  foot: hiding('[data-theme="dark"]'),
};
