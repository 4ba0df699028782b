import { names } from "../names.ts";
import { uses } from "../uses.ts";
import { escapeHtml, tableHtml } from "../_html.ts";
import record from "../../../tests/site/uses.json" with { type: "json" };

const defaults = record.uses as Readonly<Record<string, readonly string[]>>;

/** The models of Transformers that have a function by default: under whatever name it has there. */
export function modelsOf(id: string): string[] {
  const row = names.find((each) => each.id === id && each.framework === "Hugging Face");
  if (!row) return [];
  const own = /"(\w+)"/.exec(row.call)![1];
  const others = row.note?.startsWith("also ")
    ? [...row.note.matchAll(/`(\w+)`/g)].map(([, name]) => name)
    : [];
  const all = new Set([own, ...others].flatMap((name) => defaults[name] ?? []));
  // Parts of a model that is in the list say nothing new.
  const isPart = (name: string) =>
    [...all].some((whole) =>
      whole !== name && (name.startsWith(`${whole}_`) || name.startsWith(`${whole}-`))
    );
  return [...all].filter((name) => !isPart(name)).sort();
}

/** Where a function is used: models, layers and losses. */
export function usesPart(id: string): string {
  const known = uses.filter((each) => each.id === id);
  const models = modelsOf(id);
  const parts: string[] = [];
  if (known.length > 0) {
    parts.push(tableHtml(
      ["Where", "As what", "Source"],
      known.map(({ where, as, source: { title, url } }) => [
        escapeHtml(where, "attribute"),
        escapeHtml(as, "attribute"),
        `<a href="${url}">${escapeHtml(title, "attribute")}</a>`,
      ]),
      { caption: "Some that use it", className: "uses" },
    ));
  }
  if (models.length > 0) {
    const list = models.map((name) => `<code>${escapeHtml(name, "attribute")}</code>`).join(" ");
    parts.push(
      `<details><summary>${models.length} ${
        models.length === 1 ? "model" : "models"
      } of Transformers ${record.version} ${
        models.length === 1 ? "has" : "have"
      } it by default</summary><p>${list}</p></details>`,
    );
  }
  return parts.join("\n\n") || "No model that uses it is known to us.";
}
