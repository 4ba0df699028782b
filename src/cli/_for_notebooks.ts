import { forEachOf } from "../notebook/_each.ts";
import { ProgressLine } from "../notebook/_progress.ts";
import { textTable } from "../notebook/_table.ts";
import type { Execution, FoundNotebook } from "../notebook/mod.ts";

/** What one notebook came to: its row of the final table, and what there is to say about it. */
export interface Outcome {
  readonly cells: string;
  readonly outputs: string;
  readonly result: string;
  readonly report?: readonly string[];
}

/** What a command does with one notebook. */
export type NotebookWork = (
  notebook: FoundNotebook,
  index: number,
  context: { signal: AbortSignal; onCell: (number: number, of: number) => void },
) => Promise<Outcome>;

/** Does `work` for every notebook and prints the table; says whether all went well. */
export async function forNotebooks(
  notebooks: readonly FoundNotebook[],
  { jobs, signal }: { readonly jobs: number; readonly signal: AbortSignal },
  work: NotebookWork,
): Promise<boolean> {
  const progress = new ProgressLine();
  const one = async (notebook: FoundNotebook, index: number) => {
    signal.throwIfAborted();
    const { path } = notebook;
    const start = performance.now();
    const onCell = (number: number, of: number) => progress.update(path, `${number}/${of}`);
    progress.update(path, "…");
    const outcome = await work(notebook, index, { signal, onCell }).catch((error): Outcome => {
      if (signal.aborted) throw error;
      return { cells: "-", outputs: "-", result: "failed", report: [error.message] };
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    progress.finish(path, `${outcome.result}, ${seconds} s`, outcome.report);
    return { path, seconds, ...outcome };
  };
  try {
    const outcomes = await forEachOf(notebooks, jobs, one);
    console.log(textTable(
      ["notebook", "cells", "outputs", "seconds", "result"],
      outcomes.map((each) => [each.path, each.cells, each.outputs, each.seconds, each.result]),
    ));
    return outcomes.every(({ result }) => result === "ok");
  } finally {
    progress.clear();
  }
}

/** How many cells ran and what they showed, for the table. */
export function counts(
  { results, ran, cells }: Execution,
): Pick<Outcome, "cells" | "outputs"> {
  const outputs = [...results.values()].reduce((sum, cell) => sum + cell.outputs.length, 0);
  return { cells: ran === cells ? `${cells}` : `${ran} of ${cells}`, outputs: `${outputs}` };
}

/** The outcome of a notebook with failing cells. */
export function failed(path: string, execution: Execution): Outcome {
  const { failures } = execution;
  const [{ cell }] = failures;
  return {
    ...counts(execution),
    result: failures.length === 1 ? `failed in cell ${cell}` : plural(failures.length, "failure"),
    report: failures.flatMap((failure) => [
      `${path}, cell ${failure.cell}: ${failure.message}`,
      `    line ${failure.lineNumber}: ${failure.line}`,
      ...failure.traceback.map((line) => `    ${line.trimEnd()}`),
    ]),
  };
}

/** "1 problem", "2 problems". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
