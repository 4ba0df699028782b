import { choice, plain } from "./_parts.ts";
import type { Flavour } from "./flavour.ts";

/** GitHub and GitLab: they take styles away, and know which picture suits the page. */
export const github: Flavour = {
  ...plain,
  name: "github",
  plain: true,
  pictures: choice,
};
