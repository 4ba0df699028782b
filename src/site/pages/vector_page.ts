import type { VectorActivation } from "../../activations/vector/vector_activation.ts";
import { activations } from "../../activations/catalogue.ts";
import { vectorActivations } from "../../activations/vector/catalogue.ts";
import { namesPart } from "../parts/names_part.ts";
import { sourcesPart } from "../parts/sources_part.ts";
import { docMarkdown, type DocSymbol } from "../docs.ts";
import { displayMath, numberText, tableHtml } from "../_html.ts";
import { type Link, type Page, pageOf, readWhole } from "../_site.ts";

const inputs: readonly (readonly number[])[] = [
  [1, 2, 3, 4],
  [0, 0, 0, 0],
  [-1, 0.5, 2, -3],
  [1000, 1000, -1000, 0],
  [1, 2, Infinity, 0],
  [-Infinity, 1, 2, NaN],
];

/**
 * The page of a function of vectors.
 *
 * @param f the function
 * @param doc its docstring
 * @param link how pages are addressed
 * @returns the page
 */
export function vectorPage(f: VectorActivation, doc: DocSymbol, link: Link): Page {
  const { id, title, tex, sources } = f;
  const known = (name: string) =>
    name in activations || name in vectorActivations ? link(pageOf(name)) : undefined;
  const [caption, ...code] = (doc.tags.find(({ kind }) => kind === "example")?.doc ?? "")
    .split("\n");
  const list = (values: Iterable<number>) =>
    `(${[...values].map((value) => numberText(value, 3)).join(", ")})`;
  const rows = inputs.map((x) => {
    const y = f(x);
    const first = Array.from(y, (_, k) => k === 0 ? 1 : 0);
    return [list(x), list(y), list(f.vjp(x, first))];
  });
  return {
    path: `functions/${pageOf(id).split("/")[1]}`,
    title,
    description: `${title}: formula, vector-Jacobian product, names in the frameworks`,
    head: readWhole("source"),
    body: [
      docMarkdown(doc.doc, known),
      `<div class="formulas">${displayMath(`f(x)_i = ${tex}`)}</div>`,
      "## Values",
      tableHtml(["<i>x</i>", "<i>f</i>(<i>x</i>)", "∇<i>f</i><sub>1</sub>"], rows, {
        caption: "Values, and the gradient of the first entry",
        className: "numbers",
      }),
      "## Names",
      namesPart(id),
      "## In TypeScript",
      `${caption}:\n\n${code.join("\n")}`,
      "## Source",
      sourcesPart(sources),
    ].join("\n\n"),
  };
}
