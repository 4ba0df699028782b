import { falseFriends, type FrameworkName, frameworks, names } from "../names.ts";
import { escapeHtml, tableHtml } from "../_html.ts";
import record from "../../../tests/site/names.json" with { type: "json" };

/** Backquotes as code, everything else as text. */
export function inline(text: string): string {
  return escapeHtml(text, "attribute").replace(/`([^`]+)`/g, "<code>$1</code>");
}

const versions: Readonly<Record<string, string>> = record.versions;

/** What the frameworks call a function. */
export function namesPart(id: string): string {
  const known = frameworks.map((framework) =>
    names.find((each) => each.id === id && each.framework === framework)
  );
  if (known.every((name) => !name)) {
    return "None of the frameworks has it under a name of its own.\n";
  }
  const rows = known.filter((name) => name !== undefined).map(rowOf);
  const without = frameworks.filter((_, k) => !known[k]);
  const rest = without.length === 0 ? "" : `\n\nWithout it: ${without.join(", ")}.`;
  return tableHtml(["Framework", "Call", "Worth knowing", "Tried"], rows, {
    caption: "In the frameworks",
    className: "names",
  }) + rest;
}

function rowOf({ framework, call, note, fault, parameters, source }: FrameworkName): string[] {
  const code = `<a href="${source}"><code>${escapeHtml(call, "attribute")}</code></a>`;
  const values = Object.entries(parameters ?? {}).map(([key, value]) => `${key} = ${value}`);
  const words = [note, fault && `<strong>Wrong:</strong> ${inline(fault)}`].filter(Boolean);
  const remark = words.length > 0
    ? words.map((each) => each!.startsWith("<") ? each : inline(each!)).join(". ")
    : values.join(", ");
  const tried = versions[framework];
  return [
    framework,
    code,
    remark,
    tried ? `${fault ? "✗" : "✓"} ${tried.replace(/\+.*/, "")}` : "",
  ];
}

/** Names that look like this function and are another one. */
export function falseFriendsPart(id: string, titleOf: (id: string) => string): string {
  const found = falseFriends.filter((each) => each.id === id);
  if (found.length === 0) return "";
  const items = found.map(({ framework, call, is, why, source }) =>
    `<li><a href="${source}"><code>${escapeHtml(call, "attribute")}</code></a> of ${framework} is ${
      is === id ? "this function at other values" : titleOf(is)
    }. ${inline(why)}</li>`
  );
  return `<aside class="friends"><p class="friends-title">False friends</p><ul>${
    items.join("")
  }</ul></aside>`;
}
