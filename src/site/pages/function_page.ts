import type { Activation } from "../../activations/activation.ts";
import { activations } from "../../activations/catalogue.ts";
import { accuracyPart } from "../parts/accuracy_part.ts";
import { approximationsPart } from "../parts/approximations_part.ts";
import { bugsPart } from "../parts/bugs_part.ts";
import { factsPart } from "../parts/facts_part.ts";
import { figurePart } from "../parts/figure_part.ts";
import { falseFriendsPart, namesPart } from "../parts/names_part.ts";
import { nearbyPart } from "../parts/nearby_part.ts";
import { speedPart } from "../parts/speed_part.ts";
import { sourcesPart } from "../parts/sources_part.ts";
import { specialInputsPart } from "../parts/special_inputs_part.ts";
import { usesPart } from "../parts/uses_part.ts";
import { docMarkdown, type DocSymbol } from "../docs.ts";
import { displayMath, escapeHtml } from "../_html.ts";
import { type Link, type Page, pageOf, readWhole } from "../_site.ts";

/**
 * The page of a function, made of its record in the catalogue and of its docstring.
 *
 * @param activation the function
 * @param doc its docstring
 * @param link how pages are addressed
 * @returns the page
 */
export function functionPage(activation: Activation, doc: DocSymbol, link: Link): Page {
  const { id, title, tex, derivative, sources } = activation;
  const titleLink = (other: string) =>
    `<a href="${link(pageOf(other))}">${escapeHtml(activations[other].title, "attribute")}</a>`;
  const [lead, short] = parted(
    docMarkdown(doc.doc, (name) => name in activations ? link(pageOf(name)) : undefined),
  );
  const bugs = bugsPart(id);
  const approximations = approximationsPart(activation, link);
  const body = [
    ...lead,
    figurePart(activation),
    `<div class="formulas">${
      displayMath(`f(x) = ${tex}`) + displayMath(`f'(x) = ${derivative.tex}`) +
      displayMath(`f''(x) = ${derivative.derivative.tex}`)
    }</div>`,
    falseFriendsPart(id, titleLink),
    ...(short.length > 0 ? ["## In short", ...short] : []),
    "## Shape",
    factsPart(activation),
    specialInputsPart(activation),
    "## Names",
    namesPart(id),
    "## Accuracy",
    accuracyPart(id),
    "## Speed",
    speedPart(id),
    ...(bugs === "" ? [] : ["## Known bugs", bugs]),
    ...(approximations === "" ? [] : ["## Approximations", approximations]),
    "## Where it is used",
    usesPart(id),
    "## Nearby functions",
    nearbyPart(activation, link),
    "## In TypeScript",
    example(doc),
    "## Source",
    sourcesPart(sources),
  ];
  return {
    path: `functions/${pageOf(id).split("/")[1]}`,
    title,
    description: `${title}: formula, derivatives, chart, limits, names in the frameworks, accuracy`,
    head: readWhole("source"),
    body: body.filter((part) => part !== "").join("\n\n"),
  };
}

/** A docstring in what comes before its list, and the list with what comes after. */
function parted(doc: string): [lead: string[], short: string[]] {
  const paragraphs = doc.trim().split(/\n\n/);
  const at = paragraphs.findIndex((each) => each.startsWith("- "));
  return at < 0 ? [paragraphs, []] : [paragraphs.slice(0, at), paragraphs.slice(at)];
}

function example({ tags }: DocSymbol): string {
  const [title, ...code] = (tags.find(({ kind }) => kind === "example")?.doc ?? "").split("\n");
  return `${title}:\n\n${code.join("\n")}`;
}
