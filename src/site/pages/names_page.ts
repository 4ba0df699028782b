import { activations } from "../../activations/catalogue.ts";
import { vectorActivations } from "../../activations/vector/catalogue.ts";
import { falseFriends, frameworks, names } from "../names.ts";
import { inline } from "../parts/names_part.ts";
import { escapeHtml, tableHtml } from "../_html.ts";
import { type Link, type Page, pageOf } from "../_site.ts";
import record from "../../../tests/site/names.json" with { type: "json" };

/** What every function is called in every framework, and the names that mislead. */
export function namesPage(link: Link): Page {
  const all = { ...activations, ...vectorActivations };
  const titleLink = (id: string) =>
    `<a href="${link(pageOf(id))}">${escapeHtml(all[id].title, "attribute")}</a>`;
  const rows = Object.keys(all).map((id) => [
    titleLink(id),
    ...frameworks.map((framework) => {
      const name = names.find((each) => each.id === id && each.framework === framework);
      if (!name) return "";
      return `<a href="${name.source}"><code>${
        escapeHtml(shortCall(name.call), "attribute")
      }</code></a>`;
    }),
  ]);
  const friends = falseFriends.map(({ id, framework, call, is, parameters, why, source }) => [
    `<a href="${source}"><code>${escapeHtml(call, "attribute")}</code></a>`,
    framework,
    titleLink(id),
    titleLink(is) +
    Object.entries(parameters ?? {}).map(([name, value]) => `, ${name} = ${value}`).join(""),
    inline(why),
  ]);
  const versions = Object.entries(record.versions)
    .map(([name, version]) => `${name} ${version.replace(/\+.*/, "")}`).join(", ");
  return {
    path: "names",
    title: "Names in the frameworks",
    description: "What each activation function is called in nine frameworks, and false friends",
    body: [
      `Each name leads to where it is documented. ${record.tried.length} calls were run and gave ` +
      `the function they stand for, but for one that is marked on its page: ${versions}.`,
      "## False friends",
      tableHtml(["Call", "Framework", "Looks like", "Is", "Why"], friends, {
        caption: "Calls that are another function than one would think",
        className: "friends-table",
      }),
      "## All names",
      tableHtml(["Function", ...frameworks], rows, { caption: "Names", className: "wide names" }),
    ].join("\n\n"),
    head: { tableOfContents: false },
  };
}

/** Without the path of the module and the input. */
export function shortCall(call: string): string {
  return call
    .replace(
      /^(?:torch\.nn\.functional|torch\.nn|torch|jax\.nn|jax\.numpy|keras\.activations|tf)\./,
      "",
    )
    .replace(/^layers\.activation\(\{ activation: "(\w+)" \}\).*/, '"$1"')
    .replace(/^ACT2FN\["(\w+)"\].*/, '"$1"')
    .replace(/\((?:x|ctx, a)(?:, )?/, "(")
    .replace(/\(\)(?:\(x\)|\.apply\(x\)|\))?$/, "");
}
