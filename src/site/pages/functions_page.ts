import { activations } from "../../activations/catalogue.ts";
import { vectorActivations } from "../../activations/vector/catalogue.ts";
import { rangeOf } from "../drawing/figure.ts";
import { sample } from "../drawing/sample.ts";
import { sparkline } from "../drawing/sparkline.ts";
import { escapeHtml } from "../_html.ts";
import { type Link, type Page, pageOf } from "../_site.ts";

const domain = [-4, 4] as const;

/** Every function as a small picture that leads to its page. */
export function tiles(link: Link): string {
  const items = Object.values(activations).map((f) => {
    const points = sample(f, domain, 60);
    const [low, high] = rangeOf([points], [-2, 4]);
    const picture = sparkline(points, { domain, range: [Math.min(low, -1), Math.max(high, 1.2)] });
    return `<li><a href="${link(pageOf(f.id))}">${picture}<span>${
      escapeHtml(f.title, "attribute")
    }</span></a></li>`;
  });
  return `<ul class="tiles">${items.join("")}</ul>`;
}

/** All functions on a page. */
export function functionsPage(link: Link): Page {
  const vectors = Object.values(vectorActivations).map(({ id, title }) =>
    `<li><a href="${link(pageOf(id))}"><span>${escapeHtml(title, "attribute")}</span></a></li>`
  );
  return {
    path: "functions",
    title: "All functions",
    description: "Every activation function of the atlas as a small picture",
    body: [
      tiles(link),
      "## Functions of vectors",
      `<ul class="tiles words">${vectors.join("")}</ul>`,
    ].join("\n\n"),
    head: { tableOfContents: false },
  };
}
