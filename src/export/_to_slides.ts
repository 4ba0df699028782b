/**
 * Slides of a notebook, by the roles that front ends give to cells.
 *
 * @module
 */

import { escapeHtml } from "../display/texts/escape.ts";
import type { Addresses } from "./_addresses.ts";
import { mathStyle } from "./_math_style.ts";
import { revealFiles } from "./_packages.ts";
import type { Page, PageCell } from "./_page.ts";
import { PartWriter } from "./_parts_html.ts";
import { pageStyle } from "./_style.ts";
import { liveScripts } from "./_to_html.ts";

const slideStyle = `
.reveal { font-size: 24px; line-height: 1.45; font-family: system-ui, "DejaVu Sans", sans-serif; } .reveal .slides { text-align: left; }
.reveal .slides section { max-height: 100%; overflow-y: auto; }
.reveal img { max-height: 440px; width: auto; }
.reveal h1, .reveal h2, .reveal h3 { line-height: 1.2; text-transform: none; font-family: inherit; color: var(--ink); }
.reveal pre { width: 100%; box-shadow: none; font-size: 16px; }
.reveal, .reveal-viewport { background: var(--paper); color: var(--ink); }
@page { margin: 0; }`;

/**
 * Writes slides as one file. A cell with the role "slide" begins a slide, "subslide" one below it,
 * "fragment" appears when asked for, "notes" are for the speaker, "skip" is left out; a notebook
 * without roles has a slide for each heading of the first or second level, and below it one for each
 * further cell of prose, with the code that follows.
 */
export async function toSlides(
  page: Page,
  options: { readonly addresses: Addresses; readonly live: boolean },
): Promise<string> {
  const files = await revealFiles();
  const [style, script] = await Promise.all(
    [files.style, files.script].map((file) => Deno.readTextFile(file)),
  );
  const writer = new PartWriter(page, options);
  const columns: string[][] = [];
  const roles = page.cells.some(({ slide }) => slide !== "");
  for (const cell of page.cells) {
    const role = roles ? cell.slide : roleOf(cell);
    if (role === "skip") continue;
    const parts: string[] = [];
    for (const part of cell.parts) parts.push(await writer.html(part));
    const html = parts.join("\n");
    if (role === "slide" || columns.length === 0) columns.push([html]);
    else if (role === "subslide") columns.at(-1)!.push(html);
    else columns.at(-1)!.push(columns.at(-1)!.pop()! + inside(role, html));
  }
  const sections = columns.map((slides) => {
    const all = slides.map((html) => `<section>${html}</section>`);
    return all.length === 1 ? all[0] : `<section>${all.join("\n")}</section>`;
  }).join("\n");
  return `<!doctype html>
<html lang="${escapeHtml(page.prose, "attribute")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style>${style}${pageStyle}${await mathStyle(sections)}${slideStyle}</style>
</head>
<body>
<div class="reveal"><div class="slides">
${sections}
</div></div>
<script>${script.replace(/<\/(?=script)/gi, "<\\/")}</script>
<script>Reveal.initialize({ hash: true, slideNumber: true, center: false });</script>${await liveScripts(
    writer.charts,
  )}
</body>
</html>
`;
}

function inside(role: string, html: string): string {
  if (role === "notes") return `<aside class="notes">${html}</aside>`;
  return role === "fragment" ? `<div class="fragment">${html}</div>` : `\n${html}`;
}

function roleOf({ parts: [first] }: PageCell): string {
  if (first?.kind !== "markdown") return "";
  return /^##?\s/.test(first.source.trim()) ? "slide" : "subslide";
}
