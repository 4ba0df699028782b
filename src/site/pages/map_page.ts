import { activations } from "../../activations/catalogue.ts";
import { dashes, familyGraph } from "../drawing/family_graph.ts";
import { distanceOf, type Kind, reach, relations } from "../relations.ts";
import { escapeHtml, math, numberText, tableHtml } from "../_html.ts";
import { type Link, type Page, pageOf } from "../_site.ts";

const kinds: Readonly<Record<Kind, string>> = {
  case: "is the second for one value of its parameters",
  limit: "tends to the second",
  part: "is made of the second",
  slope: "has the second as its derivative",
};

/** How far a limit is gone in the table. */
const far = 1000;

/** Who is a limit, a special case or a part of whom. */
export function mapPage(link: Link): Page {
  const nodes = Object.values(activations)
    .map(({ id, title }) => ({ id, title, href: link(pageOf(id)) }));
  const used = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const nameOf = (id: string) =>
    `<a href="${link(pageOf(id))}">${escapeHtml(activations[id].title, "attribute")}</a>`;
  const table = (kind: Kind) =>
    tableHtml(
      ["Function", "and", "How", kind === "limit" ? `At n = ${far}` : "Apart"],
      relations.filter((each) => each.kind === kind).map((relation) => [
        nameOf(relation.from),
        nameOf(relation.to),
        math(relation.tex),
        numberText(distanceOf(relation, far), 2),
      ]),
      { caption: `The first ${kinds[kind]}`, className: "numbers" },
    );
  const legend = (Object.keys(kinds) as Kind[]).map((kind) =>
    `<li><svg viewBox="0 0 44 8" width="44" height="8" aria-hidden="true"><path d="M0 4H44" stroke-dasharray="${
      dashes[kind]
    }"/></svg> the first ${kinds[kind]}</li>`
  );
  const alone = nodes.filter(({ id }) => !used.has(id)).map(({ id }) => nameOf(id));
  return {
    path: "map",
    title: "Family map",
    description: "Which activation function is a limit, a special case or a part of which",
    body: [
      `An arrow goes from a function to one that it becomes, is made of, or has as its slope. A name ` +
      `leads to its page. ${relations.length} relations, each computed on both sides from −${reach} ` +
      `to ${reach}: the tables below say how far apart the sides are.`,
      `<ul class="legend not-content">${legend.join("")}</ul>`,
      `<div class="scroll family-scroll not-content" tabindex="0" role="region" aria-label="Family map">${
        familyGraph(nodes, relations)
      }</div>`,
      ...(alone.length > 0 ? [`In no relation here: ${alone.join(", ")}.`] : []),
      "## Special cases",
      table("case"),
      "## Limits",
      `The parameter goes to its end as n, 1/n or, for a threshold, ln n.`,
      table("limit"),
      "## What is made of what",
      table("part"),
      "## Slopes",
      table("slope"),
    ].join("\n\n"),
    head: { tableOfContents: false },
  };
}
