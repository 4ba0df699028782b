import { bugs } from "../bugs.ts";
import { bugTable } from "../parts/bugs_part.ts";
import type { Page } from "../_site.ts";

/** Reports of activation functions that were wrong. */
export function bugsPage(): Page {
  const repositories = [...new Set(bugs.map(({ repository }) => repository))]
    .map((repository) => bugs.filter((bug) => bug.repository === repository))
    .sort((a, b) => b.length - a.length);
  const several = repositories.filter((all) => all.length > 1);
  const single = repositories.filter((all) => all.length === 1).flat();
  const tried = bugs.filter(({ probe }) => probe).length;
  return {
    path: "bugs",
    title: "Known bugs",
    description: "Reports of activation functions and derivatives that gave wrong values",
    body: [
      `${bugs.length} reports of wrong values, from ${repositories.length} repositories. ${tried} of ` +
      "them were tried again in the version that is named; the others need hardware or builds " +
      "that were not at hand.",
      ...several.flatMap((all) => [`## ${all[0].repository}`, bugTable(all, "Reports", true)]),
      "## Elsewhere",
      bugTable(single, "Single reports"),
    ].join("\n\n"),
  };
}
