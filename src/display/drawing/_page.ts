import { asExpression, forScripts, vegaScripts, wholePlotlyScript } from "./_browser_libraries.ts";
import { escapeHtml } from "../texts/escape.ts";
import type { Drawing } from "./renderers.ts";
import type { Surface } from "../charts/surface.ts";

/** A chart as a page that stands alone: the libraries are in it, and the picture if they do not run. */
export async function pageOf({ spec, svg, alt }: Drawing): Promise<string> {
  const [picture, scripts] = await Promise.all([svg(), vegaScripts()]);
  const start = `vegaEmbed("#chart", ${asExpression(forScripts(spec))}).catch(console.error);`;
  return page({ alt, picture, scripts: [...scripts, start] });
}

/** A surface as a page that stands alone, with the whole of Plotly in it. */
export async function surfacePage(
  { figure, still, alt }: Pick<Surface, "figure" | "still" | "alt">,
): Promise<string> {
  const [picture, plotly] = await Promise.all([still.svg(), wholePlotlyScript()]);
  const { data, layout } = figure;
  const start = `const chart = document.getElementById("chart");
chart.replaceChildren();
chart.setAttribute("role", "img");
chart.setAttribute("aria-label", ${asExpression(alt)});
Plotly.newPlot(chart, ${asExpression(data)}, ${asExpression(layout)}, { responsive: true });`;
  return page({ alt, picture, scripts: [plotly, start] });
}

interface Page {
  readonly alt: string;
  readonly picture: string;
  readonly scripts: readonly string[];
}

function page({ alt, picture, scripts }: Page): string {
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
