import builders, { type Builder } from "npm:junit-report-builder@5.1.2";
import type { FinishedNotebook } from "./_outcome.ts";

/** A JUnit report: a suite for each notebook, a case for each cell, or one for a notebook that did not run. */
export function junitXml(outcomes: readonly FinishedNotebook[]): string {
  // Its types say that what is exported lies one level further down.
  const builder = (builders as unknown as Builder).newBuilder();
  for (const { path, seconds, times = [], findings = [], result } of outcomes) {
    const suite = builder.testSuite().name(path).time(seconds);
    const ofCell = (cell?: number) => findings.filter((finding) => finding.cell === cell);
    const add = (name: string, time: number, found: typeof findings) => {
      const testCase = suite.testCase().className(path).name(name).time(time).file(path);
      for (const { title, lines, kind } of found) {
        testCase.failure(clean([title, ...lines].join("\n")), kind);
      }
    };
    for (const { cell, seconds } of times) add(`cell ${cell}`, seconds, ofCell(cell));
    const ran = new Set(times.map(({ cell }) => cell));
    const rest = findings.filter(({ cell }) => cell === undefined || !ran.has(cell));
    if (times.length === 0 || rest.length > 0) add(result, 0, rest);
  }
  return builder.build();
}

/** XML can not hold most control characters. */
function clean(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "�");
}
