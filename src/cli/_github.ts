import { lineInFile } from "../notebook/_line_in_file.ts";
import type { FinishedNotebook } from "./_outcome.ts";

/**
 * What GitHub's workflows take for annotations: errors at the lines of the notebook's file where the
 * lines of its cells stand, and notes.
 */
export function githubAnnotations(outcomes: readonly FinishedNotebook[]): string[] {
  return outcomes.flatMap(({ path, findings = [], notes = [], notebook }) => [
    ...findings.map(({ cell, index, line = 1, title, lines }) => {
      const at = notebook && index !== undefined ? lineInFile(notebook.text, index, line) : 1;
      const name = cell === undefined ? path : `${path}, cell ${cell}`;
      return annotation("error", path, at, name, [title, ...lines].join("\n"));
    }),
    ...notes.map((note) => annotation("notice", path, 1, path, note)),
  ]);
}

function annotation(kind: string, file: string, line: number, title: string, text: string): string {
  return `::${kind} file=${property(file)},line=${line},title=${property(title)}::${escape(text)}`;
}

function escape(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
