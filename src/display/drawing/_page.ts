import { asExpression, forScripts, vegaScripts } from "./_browser_libraries.ts";
import { escapeHtml } from "../texts/escape.ts";
import type { Drawing } from "./_drawing.ts";

/** A chart as a page that stands alone: the libraries are in it, and the picture if they do not run. */
export async function pageOf({ spec, svg, alt }: Drawing): Promise<string> {
  const [picture, scripts] = await Promise.all([svg(), vegaScripts()]);
  const start = `vegaEmbed("#chart", ${asExpression(forScripts(spec))}).catch(console.error);`;
  return page({ alt, picture, scripts: [...scripts, start] });
}

/** What a page is made of. */
export interface Page {
  readonly alt: string;
  readonly picture: string;
  readonly scripts: readonly string[];
}

/** A page that stands alone: a picture, and scripts that may put something better in its place. */
export function page({ alt, picture, scripts }: Page): string {
  const name = escapeHtml(alt.slice(0, 200), "attribute");
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width">`,
    `<title>${name}</title>`,
    `<style>html{color-scheme:light dark}body{margin:1rem}</style>`,
    `<main><div id="chart">${picture}</div></main>`,
    ...scripts.map((script) => `<script>${script}</script>`),
    `</html>`,
    ``,
  ].join("\n");
}
