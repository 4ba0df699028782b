import { activations } from "../../activations/catalogue.ts";
import { readNotebook } from "../../notebook/mod.ts";
import type { Link, Page } from "../_site.ts";
import { pageOf } from "../_site.ts";

const notebook = "09-which-one";

/** The tables of the notebook that are evidence, by their captions, and what to read in them. */
const evidence:
  readonly (readonly [heading: string, captions: readonly string[], words: string])[] = [
    [
      "Three tasks",
      [
        "Clearly behind the best, in how many of the three tasks",
        "spirals",
        "digits",
        "regression",
      ],
      "Ten networks for each function and task, with the same first draws; the interval has 95 %.",
    ],
    [
      "Units that die",
      ["Dead units after training"],
      "A dead unit has slope zero for every example.",
    ],
    ["A slower rate", ["At a third of the rate"], "Regression once more, with three seeds."],
  ];

/**
 * Which function to take, with the evidence of the notebook: its words and its tables are those that
 * are stored in it.
 */
export async function whichOnePage(root: string, link: Link): Promise<Page> {
  const { cells } = await readNotebook(`${root}notebooks/${notebook}.ipynb`);
  const advice = cells.map(({ source }) => source)
    .find((source) => source.startsWith("## So which one?"));
  if (!advice) throw new Error(`Cannot find the advice in notebook ${notebook}`);
  const tables = cells.flatMap(({ outputs }) => outputs ?? []).flatMap((output) => {
    const markdown = "data" in output
      ? (output.data as Record<string, string | string[]>)["text/markdown"]
      : undefined;
    return markdown === undefined ? [] : [[markdown].flat().join("")];
  });
  const tableOf = (caption: string) => {
    const found = tables.find((table) => table.startsWith(`**${caption}**`));
    if (!found) throw new Error(`Cannot find the table "${caption}" in notebook ${notebook}`);
    return linked(found, link);
  };
  const [answer, objections = ""] = advice.replace(/^## [^\n]*\n+/, "").split("## Objections");
  return {
    path: "which-one",
    title: "Which one should I use?",
    description: "Which activation function to take, with measurements",
    body: [
      elsewhere(answer.trim(), link),
      `The measurements are those of <a href="${
        link(`notebooks/${notebook}/`)
      }">notebook 9</a>, which one can run in the page. Weights that were trained with a function need ` +
      `just that one: <a href="${link("names/")}">the names in the frameworks</a> say which it is.`,
      ...evidence.flatMap(([heading, captions, words]) => [
        `## ${heading}`,
        words,
        ...captions.map(tableOf),
      ]),
      "## Objections",
      objections.trim().replace(/\n\n[^\n]*Try another[^]*$/, ""),
    ].join("\n\n"),
  };
}

/** Words that point to what the notebook alone has, made to lead there. */
function elsewhere(words: string, link: Link): string {
  const [place, table] = ["the table above", `a table of notebook 9`];
  if (!words.includes(place)) throw new Error(`Cannot find "${place}" in notebook ${notebook}`);
  return words.replace(place, `<a href="${link(`notebooks/${notebook}/`)}">${table}</a>`);
}

/** A table whose functions lead to their pages. */
function linked(table: string, link: Link): string {
  const byTitle = new Map(Object.values(activations).map(({ id, title }) => [title, id]));
  return table.replace(/^\| ([^|]+?) \|/gm, (cell, title) => {
    const id = byTitle.get(title);
    return id ? `| [${title}](${link(pageOf(id))}) |` : cell;
  });
}
