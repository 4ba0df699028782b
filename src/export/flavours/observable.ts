import { fileLink, plain } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";
import { escapeHtml } from "../../display/texts/escape.ts";

/** Observable Framework, which runs blocks of code unless told not to, and text after a dollar. */
export const observable: Flavour = {
  ...plain,
  name: "observable",
  fence: (language) => `${language} run=false`,
  pictures: (light, dark, alt) =>
    `<picture><source media="(prefers-color-scheme: dark)" srcset="${
      escapeHtml(dark, "attribute")
    }">` +
    `<img alt="${escapeHtml(alt, "attribute")}" src="${escapeHtml(light, "attribute")}"></picture>`,
  html: (html) => html.replaceAll("${", "&#36;{"),
  guarded: (text) =>
    text.includes("${") ? escapeHtml(text, "attribute").replaceAll("${", "&#36;{") : undefined,
  link: fileLink(""),
};
