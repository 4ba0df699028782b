import { activations } from "../../activations/catalogue.ts";
import { escapeHtml } from "../_html.ts";
import { explorePart } from "../parts/explore_part.ts";
import type { Link, Page } from "../_site.ts";
import { doorsTo } from "../sidebar.ts";
import { tiles } from "./functions_page.ts";

/**
 * The first page: an explorable, what else there is, and every function as a small picture.
 *
 * @param others all other pages
 * @param link how pages are addressed
 * @returns the page
 */
export function frontPage(others: readonly Page[], link: Link): Page {
  const doors = doorsTo(others).map(([label, path]) =>
    `<li><a href="${link(`${path}/`)}">${escapeHtml(label, "attribute")}</a></li>`
  );
  return {
    path: "index",
    title: "The atlas of activation functions",
    description: "Every activation function with its derivatives, names, accuracy and known bugs",
    body: [
      `<p class="lead">${Object.keys(activations).length} functions, each with its derivatives, ` +
      "limits, names in nine frameworks and measured accuracy. Computed by " +
      `Actbook, not copied.</p>`,
      explorePart(),
      `<ul class="doors">${doors.join("")}</ul>`,
      "## Every function",
      tiles(link),
    ].join("\n\n"),
    head: { template: "splash" },
  };
}
