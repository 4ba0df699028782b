import { choice, fileLink, plain, scrolling } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/** Tables of prose, which it lets stick out of the page; those of ours scroll already. */
const tables = "table:not([role=region] table) { display: block; overflow: auto; }";

/** Observable Framework, which runs blocks of code unless told not to, and text after a dollar. */
export const observable: Flavour = {
  ...plain,
  name: "observable",
  alone: true,
  fence: (language) => `${language} run=false`,
  pictures: choice,
  html: (html) => html.replaceAll("${", "&#36;{"),
  programs: { pattern: /\$\{/g, inert: () => "&#36;{" },
  link: fileLink(""),
  copies: false,
  style: { pictures: "", formulas: scrolling, tables },
};
