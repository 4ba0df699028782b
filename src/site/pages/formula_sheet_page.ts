import { activations } from "../../activations/catalogue.ts";
import { escapeHtml, math, tableHtml } from "../_html.ts";
import { type Link, type Page, pageOf } from "../_site.ts";

/** Every formula with its derivative, to print on two pages. */
export function formulaSheetPage(link: Link): Page {
  const rows = Object.values(activations).map(({ id, title, tex, derivative }) => [
    `<a href="${link(pageOf(id))}">${escapeHtml(title, "attribute")}</a>`,
    math(tex),
    math(derivative.tex),
  ]);
  return {
    path: "formula-sheet",
    title: "Formula sheet",
    description: "Every activation function and its derivative, printable on two pages",
    body: tableHtml(["Function", math("f(x)"), math("f'(x)")], rows, {
      caption: "Activation functions and their derivatives",
      className: "sheet",
    }),
    head: { tableOfContents: false },
  };
}
