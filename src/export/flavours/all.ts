import { docusaurus } from "./docusaurus.ts";
import type { Flavour } from "./flavour.ts";
import { github } from "./github.ts";
import { mkdocs } from "./mkdocs.ts";
import { myst } from "./myst.ts";
import { observable } from "./observable.ts";
import { starlight } from "./starlight.ts";
import { vitepress } from "./vitepress.ts";

/** Every flavour of Markdown by name. A new one is a file and a line here. */
export const flavours: Readonly<Record<string, Flavour>> = Object.fromEntries(
  [github, vitepress, starlight, docusaurus, myst, mkdocs, observable]
    .map((flavour) => [flavour.name, flavour]),
);
