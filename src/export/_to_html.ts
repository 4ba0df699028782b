/**
 * Pages that stand alone: one file, no network.
 *
 * @module
 */

import { vegaScripts } from "../display/drawing/_browser_libraries.ts";
import { escapeHtml } from "../display/texts/escape.ts";
import type { Addresses } from "./_addresses.ts";
import { mathStyle } from "./_math_style.ts";
import type { Page } from "./_page.ts";
import { type Heading, type LiveChart, PartWriter } from "./_parts_html.ts";
import { pageStyle } from "./_style.ts";
import { wordIn } from "./_words.ts";

/** What a page is written with. */
export interface HtmlOptions {
  readonly addresses: Addresses;
  /** Whether charts have a button that makes them live. */
  readonly live: boolean;
  /** HTML with `{{language}}`, `{{title}}`, `{{style}}` and `{{content}}`. */
  readonly template?: string;
}

const plain = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
<style>{{style}}</style>
</head>
<body>
{{content}}
</body>
</html>
`;

/** Writes a page as HTML. */
export async function toHtml(page: Page, options: HtmlOptions): Promise<string> {
  const { template = plain } = options;
  const writer = new PartWriter(page, options);
  const parts: string[] = [];
  for (const cell of page.cells) {
    for (const part of cell.parts) parts.push(await writer.html(part));
  }
  const body = parts.filter((part) => part !== "").join("\n");
  const content =
    `${outline(writer.headings, wordIn(page.prose, "Contents"))}<main>\n${body}\n</main>` +
    await liveScripts(writer.charts);
  const style = pageStyle + await mathStyle(body);
  const fields: Readonly<Record<string, string>> = {
    language: escapeHtml(page.prose, "attribute"),
    title: escapeHtml(page.title),
    style,
    content,
  };
  for (const name of ["style", "content"]) {
    if (template.includes(`{{${name}}}`)) continue;
    throw new TypeError(`Cannot export as the template must have {{${name}}}`);
  }
  return template.replace(/\{\{(language|title|style|content)\}\}/g, (_, name) => fields[name]);
}

function outline(headings: readonly Heading[], name: string): string {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 3) return "";
  const items = shown.map(({ depth, text, id }) =>
    `<li${depth === 3 ? ' style="margin-left:1rem"' : ""}><a href="#${encodeURIComponent(id)}">${
      escapeHtml(text)
    }</a></li>`
  );
  return `<nav aria-label="${name}"><details><summary>${name}</summary>\n<ul>\n${
    items.join("\n")
  }\n</ul></details></nav>\n`;
}

/** The charts as data, and Vega as text that becomes a script when a button is pressed. */
export async function liveScripts(charts: readonly LiveChart[]): Promise<string> {
  if (charts.length === 0) return "";
  const libraries = (await vegaScripts()).map((source) =>
    `<script type="text/plain" class="library">${source}</script>`
  );
  const data = charts.map(({ light, dark }) =>
    `<script type="application/json" class="chart">${
      `[${light},${dark}]`.replaceAll("<", "\\u003c")
    }</script>`
  );
  return `\n${libraries.join("\n")}\n${data.join("\n")}\n<script>${start}</script>`;
}

const start = `
const load = () => {
  for (const text of document.querySelectorAll("script.library")) {
    const script = document.createElement("script");
    script.textContent = text.textContent;
    text.replaceWith(script);
  }
};
for (const button of document.querySelectorAll("button[data-chart]")) {
  button.addEventListener("click", async () => {
    const data = document.querySelectorAll("script.chart")[Number(button.dataset.chart)];
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const spec = JSON.parse(data.textContent)[dark ? 1 : 0];
    spec.$schema = "https://vega.github.io/schema/vega-lite/v6.json";
    const figure = button.closest("figure");
    const picture = figure.querySelector("picture");
    load();
    // The chart has the room of its picture and button, and scrolls there if it needs more.
    const place = document.createElement("div");
    figure.style.height = figure.getBoundingClientRect().height + "px";
    figure.style.overflow = "auto";
    figure.tabIndex = 0;
    place.setAttribute("role", "figure");
    place.setAttribute("aria-label", picture.querySelector("img").alt);
    picture.replaceWith(place);
    button.parentElement.remove();
    await vegaEmbed(place, spec, { actions: false }).catch((error) => {
      place.replaceWith(picture);
      console.error(error);
    });
  });
}
`.trim();
