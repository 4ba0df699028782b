import { plain } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";
import { escapeHtml } from "../../display/texts/escape.ts";

/** GitHub and GitLab: they take styles away, and know which picture suits the page. */
export const github: Flavour = {
  ...plain,
  name: "github",
  plainTables: true,
  pictures: (light, dark, alt) =>
    `<picture>\n<source media="(prefers-color-scheme: dark)" srcset="${
      escapeHtml(dark, "attribute")
    }">\n` +
    `<img alt="${escapeHtml(alt, "attribute")}" src="${
      escapeHtml(light, "attribute")
    }">\n</picture>`,
};
