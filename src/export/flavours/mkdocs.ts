import { fragments, plain } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/** MkDocs with Material, which shows a picture by the end of its address. */
export const mkdocs: Flavour = {
  ...plain,
  name: "mkdocs",
  pictures: fragments("only-light", "only-dark"),
};
