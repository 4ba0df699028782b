import { asExpression, forScripts, vegaScripts } from "./_browser_libraries.ts";
import { escapeHtml } from "./escape.ts";
import type { Drawing } from "./renderers.ts";

/** A chart as a page that stands alone: the libraries are in it, and the picture if they do not run. */
export async function pageOf({ spec, svg, alt }: Drawing): Promise<string> {
  const [picture, scripts] = await Promise.all([svg(), vegaScripts()]);
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
    `<script>vegaEmbed("#chart", ${asExpression(forScripts(spec))}).catch(console.error);</script>`,
    `</html>`,
    ``,
  ].join("\n");
}
