import { classes, plain } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/** MyST-Parser and Jupyter Book, on Sphinx; the classes are those of its themes. */
export const myst: Flavour = {
  ...plain,
  name: "myst",
  pictures: classes("only-light", "only-dark"),
  named: (place, page) => `${page.replace(/[^\w]+/g, "-")}--${place}`.toLowerCase(),
  place: (named, where) => where === "block" ? `(${named})=` : `[]{#${named}}`,
  global: true,
  // Roles, comments, breaks of blocks, targets, containers.
  marks: /[{}]|^[%+(:]/gm,
};
