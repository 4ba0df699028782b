import { print } from "./_print.ts";
import { writeWhole } from "../notebook/_write_whole.ts";
import { githubAnnotations } from "./_github.ts";
import { junitXml } from "./_junit.ts";
import type { FinishedNotebook } from "./_outcome.ts";

/** Whether a report of that name can be made. */
export function isReport(name: string): boolean {
  return name === "github" || name === "json" || /\.(?:xml|json)$/.test(name);
}

/**
 * Writes what came out: to a JUnit file (`.xml`), to a file of JSON, as JSON to standard output
 * (`json`), or as annotations for GitHub (`github`).
 */
export function writeReports(
  names: readonly string[],
  outcomes: readonly FinishedNotebook[],
): void {
  for (const name of names) {
    if (name === "github") { for (const line of githubAnnotations(outcomes)) print(line); }
    else if (name === "json") print(json(outcomes));
    else writeWhole(name, name.endsWith(".xml") ? junitXml(outcomes) : `${json(outcomes)}\n`);
  }
}

function json(outcomes: readonly FinishedNotebook[]): string {
  const notebooks = outcomes.map(({ path, ok, result, seconds, times, findings, notes }) => ({
    path,
    ok,
    result,
    seconds,
    cells: times ?? [],
    findings: findings ?? [],
    notes: notes ?? [],
  }));
  return JSON.stringify({ ok: outcomes.every(({ ok }) => ok), notebooks }, null, 2);
}
