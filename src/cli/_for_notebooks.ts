import { print } from "./_print.ts";
import { forEachOf } from "../notebook/_each.ts";
import { ProgressLine } from "../notebook/_progress.ts";
import { textTable } from "../notebook/_table.ts";
import type { FoundNotebook, OutputMessage } from "../notebook/mod.ts";
import { describe, type FinishedNotebook, type Outcome } from "./_outcome.ts";
import { writeReports } from "./_reports.ts";
import { LiveOutput } from "./_live_output.ts";

/** What a command does with one notebook. */
export type NotebookWork = (
  notebook: FoundNotebook,
  index: number,
  context: {
    signal: AbortSignal;
    onCell: (number: number, of: number) => void;
    onOutput?: (cell: number, message: OutputMessage) => void;
  },
) => Promise<Outcome>;

/** How a command goes over notebooks. */
export interface ForNotebooksOptions {
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Whether only what is wrong is told. */
  readonly quiet?: boolean;
  /** Whether outputs are shown while cells run. */
  readonly show?: boolean;
  /** Where to report to, besides the terminal. */
  readonly report?: readonly string[];
}

/** Does `work` for every notebook and prints the table; says whether all went well. */
export async function forNotebooks(
  notebooks: readonly FoundNotebook[],
  { jobs, signal, quiet = false, show = false, report = [] }: ForNotebooksOptions,
  work: NotebookWork,
): Promise<boolean> {
  const progress = new ProgressLine(undefined, { quiet });
  const one = async (notebook: FoundNotebook, index: number): Promise<FinishedNotebook> => {
    signal.throwIfAborted();
    const { path } = notebook;
    const start = performance.now();
    const live = show ? new LiveOutput(progress, notebooks.length > 1 ? path : "") : undefined;
    const onCell = (number: number, of: number) => {
      live?.flush();
      progress.update(path, `${number}/${of}`);
    };
    const onOutput = live && ((cell: number, message: OutputMessage) => live.add(cell, message));
    progress.update(path, "…");
    const outcome = await work(notebook, index, { signal, onCell, onOutput })
      .catch((error): Outcome => {
        if (signal.aborted) throw error;
        const [title, ...lines] = error.message.split("\n");
        const findings = [{ kind: "failure" as const, title, lines }];
        return { cells: "-", outputs: "-", result: "failed", ok: false, findings };
      });
    live?.flush();
    const seconds = (performance.now() - start) / 1000;
    const { result, notes = [], findings = [], ok } = outcome;
    const told = [
      ...notes.map((note) => `${path}: note: ${note}`),
      ...findings.flatMap((finding) => describe(path, finding)),
    ];
    if (quiet && ok) progress.drop(path);
    else progress.finish(path, `${result}, ${seconds.toFixed(1)} s`, told);
    return { path, seconds, ...outcome };
  };
  try {
    const outcomes = await forEachOf(notebooks, jobs, one);
    if (!quiet && !report.includes("json")) print(table(outcomes));
    writeReports(report, outcomes);
    return outcomes.every(({ ok }) => ok);
  } finally {
    progress.clear();
  }
}

function table(outcomes: readonly FinishedNotebook[]): string {
  return textTable(
    ["notebook", "cells", "outputs", "seconds", "result"],
    outcomes.map(({ path, cells, outputs, seconds, result }) => [
      path,
      cells,
      outputs,
      seconds.toFixed(1),
      result,
    ]),
  );
}
