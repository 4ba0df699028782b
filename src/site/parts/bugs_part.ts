import { addressOf, type Bug, bugs } from "../bugs.ts";
import { fromPython, isStillThere, rightOf } from "../_still_there.ts";
import { escapeHtml, numberText, tableHtml } from "../_html.ts";
import { inline } from "./names_part.ts";
import record from "../../../tests/site/bugs.json" with { type: "json" };

const values: Readonly<Record<string, string>> = record.values;
const versions: Readonly<Record<string, string>> = record.versions;

/** The known bugs of a function; nothing if there are none. */
export function bugsPart(id: string): string {
  const found = bugs.filter(({ functions }) => functions.includes(id));
  return found.length === 0 ? "" : bugTable(found, "Reports of wrong values elsewhere");
}

/** Reports in a table: where, what, and whether it still is so. Of one repository, its name is not repeated. */
export function bugTable(all: readonly Bug[], caption: string, ofOne = false): string {
  const rows = all.map((bug) => [
    `<a href="${addressOf(bug)}">${
      ofOne ? "" : `${escapeHtml(bug.repository, "attribute").replace("/", "/<wbr>")} `
    }#${bug.number}</a>`,
    inline(bug.what).replace(
      /<code>.*?<\/code>|(\d)e(-?\d+)/g,
      (all, digit, power) =>
        digit ? `${digit}\u00a0·\u00a010<sup>${power.replace("-", "−")}</sup>` : all,
    ),
    stateOf(bug),
  ]);
  return tableHtml(["Report", "What was wrong", "Measured here"], rows, {
    caption,
    className: "bugs",
  });
}

/** What the library gave when it was tried, and what it ought to give. */
function stateOf({ probe }: Bug): string {
  if (!probe) return "not tried";
  const version = `${probe.library} ${versions[probe.library].replace(/\+.*/, "")}`;
  const value = fromPython(values[probe.call]);
  if (!isStillThere(probe, value)) return `gone in ${version}`;
  return `<strong>still there</strong> in ${version}: ${numberText(value, 4)} for ${
    numberText(rightOf(probe), 4)
  }`;
}
