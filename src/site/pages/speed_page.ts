import { machine, speedTables } from "../parts/speed_part.ts";
import { escapeHtml } from "../_html.ts";
import type { Link, Page } from "../_site.ts";

/** How fast functions of arrays are, here and elsewhere. */
export function speedPage(link: Link): Page {
  return {
    path: "speed",
    head: { tableOfContents: false },
    title: "How fast arrays are",
    description: "Nanoseconds for each number in Actbook, TensorFlow.js, PyTorch and JAX",
    body: [
      "What a function takes for each number of an array of float32, on one thread: the least time " +
      `of several rounds, on ${escapeHtml(machine)}. “Nearest” gives the float32 nearest to the ` +
      "exact value, everywhere; “fast” lets go of the last bits. Functions that are not " +
      "in the tables were not measured.",
      speedTables(link),
    ].join("\n\n"),
  };
}
