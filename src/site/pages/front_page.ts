import { activations } from "../../activations/catalogue.ts";
import { explorePart } from "../parts/explore_part.ts";
import type { Link, Page } from "../_site.ts";
import { tiles } from "./functions_page.ts";

/** The first page: an explorable, and every function as a small picture. */
export function frontPage(link: Link): Page {
  return {
    path: "index",
    title: "The atlas of activation functions",
    description: "Every activation function with its derivatives, names, accuracy and known bugs",
    body: [
      `<p class="lead">${Object.keys(activations).length} functions, each with its derivatives, ` +
      "limits, names in nine frameworks and measured accuracy. Computed by " +
      `Actbook, not copied.</p>`,
      explorePart(),
      "## Every function",
      tiles(link),
    ].join("\n\n"),
    head: { template: "splash" },
  };
}
