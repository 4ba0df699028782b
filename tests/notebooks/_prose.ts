/**
 * What there is to read: the README and the guides, and the notebooks' Markdown cells, titles, reasons and comments.
 *
 * @module
 */

import { guides } from "../readme/_guides.ts";
import { findNotebooks, readNotebook } from "@actbook/actbook/notebook";

/** A file and the text in it. */
export interface Prose {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** The READMEs, the guides and the Markdown cells of every notebook, as Markdown. */
export async function markdownTexts(): Promise<Prose[]> {
  const notebooks = await Promise.all(
    (await findNotebooks(["notebooks"], { translations: false })).map(async ({ path }) => {
      const { cells } = await readNotebook(path);
      const markdown = cells.filter(({ type }) => type === "markdown");
      return { path, text: markdown.map(({ source }) => source).join("\n\n") };
    }),
  );
  const pages = [...await guides(), "notebooks/README.md"].map(async (path) => {
    return { path, text: await Deno.readTextFile(path) };
  });
  return [...await Promise.all(pages), ...notebooks];
}

/** What readers see of the code cells of every notebook: titles, captions, reasons, comments. */
export async function codeTexts(): Promise<Prose[]> {
  return await Promise.all(
    (await findNotebooks(["notebooks"], { translations: false })).map(async ({ path }) => {
      const { cells } = await readNotebook(path);
      const code = cells.filter(({ type }) => type === "code").map(({ source }) => source).join(
        "\n",
      );
      const strings = [...code.matchAll(/\b(?:title|caption|because|says|[xy]): "([^"]*)"/g)];
      const reasons = [...code.matchAll(/^ +(?:[=≈≤≥<>] )?.*(?<!\\)% +(.*)$/gm)];
      const comments = [...code.matchAll(/(?<![:"])\/\/ (.*)/g)];
      return {
        path,
        text: [...strings, ...reasons, ...comments].map(([, text]) => text).join("\n"),
      };
    }),
  );
}

/** A text without what is not language: code, formulas, where links go, tags. */
export function withoutNotation(markdown: string): string {
  return markdown
    .replace(/```[^]*?```/g, "")
    .replace(/`(?:[^`\n]|\n(?!\n))*`/g, "")
    .replace(/\$\$[^]*?\$\$|\$[^$\n]*\$/g, "")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/<[^>\n]*>/g, "");
}
