import { type AuditRow, auditRows, type Trial, type Verdict } from "../../article/mod.ts";
import { displayMath, escapeHtml, math, numberText, tableHtml } from "../_html.ts";
import type { Link, Page } from "../_site.ts";

const verdicts: readonly Verdict[] = ["fails", "holds with a condition", "unclear", "holds"];

/** The statements of the article, each with the verdict that its check computes while the site is built. */
export function auditPage(link: Link): Page {
  const rows = auditRows();
  const wrong = rows.filter(({ agrees }) => !agrees).map(({ id }) => id);
  if (wrong.length > 0) {
    throw new Error(`Cannot make the audit as verdicts must follow from the checks: ${wrong}`);
  }
  const places = [...new Set(rows.map(({ where }) => where))];
  const counts = verdicts.map((verdict) => [
    mark(verdict),
    `${rows.filter((row) => row.verdict === verdict).length}`,
  ]);
  return {
    path: "audit",
    title: "The article, checked",
    description: `${rows.length} statements of an article about activation functions, checked`,
    body: [
      `The article that this project began with makes ${rows.length} statements. Each is a check that ` +
      `computes its verdict; they ran when this page was built. <a href="${
        link("notebooks/01-the-article/")
      }">Notebook 1</a> goes through them at length.`,
      tableHtml(["Verdict", "Statements"], counts, {
        caption: "What came out",
        className: "numbers narrow",
      }),
      ...places.flatMap((place) => [
        `## ${place[0].toUpperCase()}${place.slice(1)}`,
        ...rows.filter(({ where }) => where === place).map(statementPart),
      ]),
    ].join("\n\n"),
  };
}

function mark(verdict: Verdict): string {
  return `<span class="verdict" data-verdict="${verdict.split(" ").join("-")}">${verdict}</span>`;
}

/** One statement with its verdict, the reason, and the numbers behind it. */
export function statementPart(row: AuditRow): string {
  const { id, says, given, verdict, why, condition, corrected, evidence } = row;
  const { asStated, underCondition, readings, counterexample } = evidence;
  const text = (words: string) => escapeHtml(words, "attribute");
  const trials = [
    ...asStated.map((trial) => ["as it stands", trial] as const),
    ...underCondition.map((trial) => ["under the condition", trial] as const),
    ...readings.flatMap(({ says, trials }) => trials.map((trial) => [says, trial] as const)),
  ];
  const numbers = trials.length === 0
    ? ""
    : `<details><summary>${trials.length} ${
      trials.length === 1 ? "comparison" : "comparisons"
    }</summary>${
      tableHtml(
        ["What", "Found", "Should be", "Sense", ""],
        trials.map(([sense, trial]) => [
          text(trial.what),
          numberText(trial.found, 6),
          wanted(trial),
          text(sense),
          trial.holds ? "✓" : "✗",
        ]),
        { caption: text(`The numbers behind it: ${id}`) },
      )
    }</details>`;
  const against = counterexample
    ? `<p>Against it: ${text(counterexample.what)} is ${numberText(counterexample.found, 6)}, not ${
      wanted(counterexample)
    }.</p>`
    : "";
  return `<div class="statement" id="${text(id)}"><p>${mark(verdict)} <strong>${
    text(says)
  }</strong></p>${given ? displayMath(given) : ""}<p>${text(why)}</p>` +
    (condition ? `<p>Condition: ${text(condition)}.</p>` : "") +
    (corrected ? `<p>Rather: ${math(corrected)}</p>` : "") + against + numbers + "</div>";
}

function wanted({ relation, expected, tolerance }: Trial): string {
  const sign = relation === "=" ? "" : `${relation} `;
  const near = tolerance > 0 ? ` within ${numberText(tolerance, 2)}` : "";
  return `${sign}${numberText(expected, 6)}${near}`;
}
