import { classes, folderLink, plain, scrolling } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/** Starlight, on Astro: prints the title itself, and puts each page in a folder. */
export const starlight: Flavour = {
  ...plain,
  name: "starlight",
  alone: true,
  head: (title) => [`title: ${JSON.stringify(title)}`],
  printsTitle: true,
  pictures: classes("dark:sl-hidden", "light:sl-hidden"),
  marks: /:(?=[\w:])/g, // directives
  link: folderLink,
  copies: false,
  style: { pictures: "", formulas: scrolling, tables: "" },
};
